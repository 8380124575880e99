package org.diorama.core.sample;

import java.util.List;

/**
 * How many instances a group asked for and how many found a place.
 *
 * @param missing why the others found none, in the order of {@link NoPlace}
 */
public record GroupVerdict(String group, int wanted, int placed, List<Missing> missing) {
  public GroupVerdict {
    missing = List.copyOf(missing);
  }

  /** All found a place. */
  public GroupVerdict(String group, int wanted, int placed) {
    this(group, wanted, placed, List.of());
  }

  /** Instances that found no place for one reason. */
  public record Missing(NoPlace reason, int count) {}
}
