package org.diorama.dataset.yolo;

import org.diorama.core.label.keypoint.KeypointLabel;

/**
 * A named point of an instance.
 *
 * @param x pixels from the image's left edge; {@code y} from the top one
 * @param flag COCO's: 0 not labelled, 1 hidden, 2 seen
 */
public record YoloPoint(double x, double y, int flag) {
  /** One that is not labelled. */
  public static final YoloPoint NONE = new YoloPoint(0, 0, 0);

  static YoloPoint of(KeypointLabel label) {
    return new YoloPoint(label.x(), label.y(), label.v());
  }
}
