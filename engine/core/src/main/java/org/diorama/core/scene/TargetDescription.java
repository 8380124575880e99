package org.diorama.core.scene;

import java.util.List;
import java.util.Optional;

/**
 * What an object's instances shall look like from a camera; placing meets it.
 *
 * @param occlusion how much of them is seen
 * @param pixels projected size of the whole silhouette in pixels
 * @param imagePosition where the center of their silhouette's box lies
 * @param camera name of the one that looks; nothing for the first one
 */
public record TargetDescription(
    Optional<Occlusion> occlusion,
    Optional<Parameter<Double>> pixels,
    Optional<ImagePosition> imagePosition,
    Optional<String> camera) {
  public static final TargetDescription NONE =
      new TargetDescription(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /**
   * @param visibleFraction wanted share of the silhouette inside the image that is seen
   * @param by names of the objects that may be moved to occlude
   */
  public record Occlusion(Parameter<Double> visibleFraction, List<String> by) {
    public Occlusion {
      by = List.copyOf(by);
    }
  }

  /** Shares of the image's width and height from its top-left corner. */
  public record ImagePosition(Optional<Parameter<Double>> x, Optional<Parameter<Double>> y) {}
}
