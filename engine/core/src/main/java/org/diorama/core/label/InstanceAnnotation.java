package org.diorama.core.label;

import java.util.Optional;
import org.diorama.core.geometry.PixelBox;
import org.diorama.core.render.InstanceContrast;

/**
 * The label of one instance in one view.
 *
 * @param categoryId 0 where it is not labelled
 * @param area visible pixels
 * @param box tight, in pixel edges
 * @param visibleFraction [0, 1]
 * @param truncation [0, 1]
 * @param contrast empty where nothing tells it
 * @param measures none of what is not annotated
 */
public record InstanceAnnotation(
    int instanceId,
    int categoryId,
    LabelVerdict verdict,
    int area,
    PixelBox box,
    double visibleFraction,
    double truncation,
    float nearestDepth,
    float farthestDepth,
    Optional<InstanceContrast> contrast,
    InstanceMeasures measures) {
  /** The same with other measures. */
  InstanceAnnotation with(InstanceMeasures others) {
    return new InstanceAnnotation(
        instanceId,
        categoryId,
        verdict,
        area,
        box,
        visibleFraction,
        truncation,
        nearestDepth,
        farthestDepth,
        contrast,
        others);
  }
}
