package org.diorama.core.scene;

import java.util.List;

/**
 * Twins of every frame, or of every sequence, that differ from it in some factors alone.
 *
 * @param vary names of those factors
 * @param twins how many each frame has besides itself; 0 for none
 */
public record Counterfactuals(List<String> vary, int twins) {
  public static final Counterfactuals NONE = new Counterfactuals(List.of(), 0);

  public Counterfactuals {
    vary = List.copyOf(vary);
    if (twins < 0) {
      throw new IllegalArgumentException("twins are counted from 0");
    }
  }
}
