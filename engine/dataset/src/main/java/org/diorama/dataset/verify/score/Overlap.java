package org.diorama.dataset.verify.score;

import org.diorama.dataset.verify.read.Mask;

/** How much a detection is like an object: intersection over union, as COCO counts it. */
public final class Overlap {
  private Overlap() {}

  /**
   * Of boxes {@code [x, y, width, height]}.
   *
   * @param crowd whether the object is one: then the detection's own area divides
   */
  public static double ofBoxes(double[] detection, double[] object, boolean crowd) {
    double width =
        Math.min(detection[0] + detection[2], object[0] + object[2])
            - Math.max(detection[0], object[0]);
    double height =
        Math.min(detection[1] + detection[3], object[1] + object[3])
            - Math.max(detection[1], object[1]);
    if (width <= 0 || height <= 0) {
      return 0;
    }
    double own = detection[2] * detection[3];
    double both = width * height;
    return both / (crowd ? own : own + object[2] * object[3] - both);
  }

  /** Of masks. */
  public static double ofMasks(Mask detection, Mask object, boolean crowd) {
    double both = detection.intersection(object);
    if (both == 0) {
      return 0;
    }
    return both / (crowd ? detection.area() : detection.area() + object.area() - both);
  }
}
