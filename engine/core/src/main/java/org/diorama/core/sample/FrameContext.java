package org.diorama.core.sample;

import java.util.List;
import java.util.Optional;
import org.diorama.core.random.FramePosition;

/**
 * How a frame stands among the others of its dataset.
 *
 * @param position sequence, twin and step
 * @param factors in the order of the scene
 * @param split the part of the dataset it belongs to; empty where nothing is split
 */
public record FrameContext(
    FramePosition position, List<FactorLevel> factors, Optional<String> split) {
  public FrameContext {
    factors = List.copyOf(factors);
  }

  /** A frame of a still scene without factors and splits. */
  public static FrameContext still(long frame) {
    return new FrameContext(FramePosition.still(frame), List.of(), Optional.empty());
  }
}
