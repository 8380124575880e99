package org.diorama.dataset.yolo;

import java.util.List;
import java.util.Optional;
import org.diorama.core.geometry.PixelBox;
import org.diorama.core.label.keypoint.KeypointLabel;

/**
 * What a line of a label file tells.
 *
 * @param imageWidth in pixels; likewise {@code imageHeight}
 * @param box tight around the mask
 * @param mask at least one pixel, as COCO's compressed run lengths
 * @param points in the order of the category; absent where the instance lacks one
 */
public record YoloInstance(
    int imageWidth,
    int imageHeight,
    PixelBox box,
    String mask,
    List<Optional<KeypointLabel>> points) {
  /** Without named points. */
  public YoloInstance(int imageWidth, int imageHeight, PixelBox box, String mask) {
    this(imageWidth, imageHeight, box, mask, List.of());
  }
}
