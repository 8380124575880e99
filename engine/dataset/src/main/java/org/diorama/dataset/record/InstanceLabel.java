package org.diorama.dataset.record;

import java.util.Optional;
import org.diorama.core.geometry.PixelBox;
import org.diorama.core.label.InstanceAnnotation;
import org.diorama.core.label.LabelVerdict;
import org.diorama.core.render.InstanceContrast;

/**
 * What one image says of one instance.
 *
 * @param categoryId 0 where it is not labelled
 * @param verdict whether it is annotated, and why not
 * @param area visible pixels
 * @param bbox tight around the visible pixels, written as {@code [x, y, width, height]}
 * @param visibleFraction [0, 1]
 * @param truncation [0, 1]
 * @param nearestDepth least planar z of the visible pixels in meters; likewise the farthest
 * @param contrast against its surroundings; absent where nothing tells it
 * @param extras what annotators say; absent where none was asked for, or it is not annotated
 * @param rle visible pixels as COCO's compressed run lengths; absent where it is not labelled or
 *     not visible
 */
public record InstanceLabel(
    int instanceId,
    int categoryId,
    LabelVerdict verdict,
    int area,
    PixelBox bbox,
    double visibleFraction,
    double truncation,
    float nearestDepth,
    float farthestDepth,
    Optional<InstanceContrast> contrast,
    Optional<InstanceExtras> extras,
    Optional<String> rle) {

  /** Of which annotators say nothing. */
  public InstanceLabel(
      int instanceId,
      int categoryId,
      LabelVerdict verdict,
      int area,
      PixelBox bbox,
      double visibleFraction,
      double truncation,
      float nearestDepth,
      float farthestDepth,
      Optional<InstanceContrast> contrast,
      Optional<String> rle) {
    this(
        instanceId,
        categoryId,
        verdict,
        area,
        bbox,
        visibleFraction,
        truncation,
        nearestDepth,
        farthestDepth,
        contrast,
        Optional.empty(),
        rle);
  }

  /**
   * @param rle of the visible pixels
   * @param amodalMask of the full silhouette, likewise
   */
  public static InstanceLabel of(
      InstanceAnnotation annotation, Optional<String> rle, Optional<String> amodalMask) {
    return new InstanceLabel(
        annotation.instanceId(),
        annotation.categoryId(),
        annotation.verdict(),
        annotation.area(),
        annotation.box(),
        annotation.visibleFraction(),
        annotation.truncation(),
        annotation.nearestDepth(),
        annotation.farthestDepth(),
        annotation.contrast(),
        InstanceExtras.of(annotation.measures(), amodalMask),
        rle);
  }

  /** Whether it appears among the annotations. */
  public boolean isAnnotated() {
    return verdict.isAnnotated();
  }
}
