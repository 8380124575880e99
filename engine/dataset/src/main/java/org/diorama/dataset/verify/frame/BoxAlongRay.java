package org.diorama.dataset.verify.frame;

import java.util.Optional;
import org.diorama.dataset.verify.json.Json;
import tools.jackson.databind.JsonNode;

/**
 * How far rays of a view's pixels reach in an instance's 3D box, which holds all of it: nothing of
 * the instance lies farther.
 *
 * @param half of the box's size along its axes, meters
 * @param cameraFromBox 3 × 4, row by row
 */
record BoxAlongRay(CameraPose camera, double[] half, double[] cameraFromBox) {
  /** Pixels by which a silhouette may reach beyond the outline that exact rays have. */
  private static final double BAND = 0.01;

  /** Of single precision at a depth, and of files' digits. */
  private static final double RELATIVE = 1e-5;

  /** That of an annotation; absent where it has none, or none that can be read. */
  static Optional<BoxAlongRay> of(CameraPose camera, JsonNode annotation) {
    JsonNode box = annotation.path("diorama").path("bbox_3d");
    double[] size = Json.numbers(box.path("size"));
    double[] rows = CameraPose.rows(box.path("camera_from_box"));
    return size.length == 3 && rows.length == 12
        ? Optional.of(of(camera, size, rows))
        : Optional.empty();
  }

  /**
   * @param size along the box's axes, meters
   */
  static BoxAlongRay of(CameraPose camera, double[] size, double[] cameraFromBox) {
    return new BoxAlongRay(
        camera, new double[] {size[0] / 2, size[1] / 2, size[2] / 2}, cameraFromBox);
  }

  /** Whether a ray within the band around a pixel's center meets the box. */
  boolean meets(int pixel) {
    return farthest(pixel) < Double.POSITIVE_INFINITY;
  }

  /** From corner to corner, meters. */
  double diagonal() {
    return 2 * Math.sqrt(half[0] * half[0] + half[1] * half[1] + half[2] * half[2]);
  }

  /**
   * Planar depth at which the ray through a pixel's center leaves the box, no less than rounding
   * and the band of silhouettes leave open; infinite where it does not meet it.
   *
   * <p>The box is larger by the band's width where it is farthest, so that it holds what a ray
   * within the band meets, and each axis cuts off a part of the ray: Kay and Kajiya, "Ray Tracing
   * Complex Scenes" (1986).
   */
  double farthest(int pixel) {
    double[] matrix = camera.matrix();
    double[] ray = {
      (pixel % camera.width() + 0.5 - matrix[2]) / matrix[0],
      (pixel / camera.width() + 0.5 - matrix[3]) / matrix[1],
      1
    };
    double most = Math.abs(cameraFromBox[11]) + diagonal() / 2;
    double open = most * (BAND / Math.min(matrix[0], matrix[1]) + RELATIVE);
    double from = Double.NEGATIVE_INFINITY;
    double to = Double.POSITIVE_INFINITY;
    for (int axis = 0; axis < 3; axis++) {
      double origin = 0;
      double along = 0;
      for (int row = 0; row < 3; row++) {
        origin -= cameraFromBox[4 * row + axis] * cameraFromBox[4 * row + 3];
        along += cameraFromBox[4 * row + axis] * ray[row];
      }
      double side = half[axis] + open;
      if (along == 0) {
        from = Math.abs(origin) > side ? Double.POSITIVE_INFINITY : from;
        continue;
      }
      double one = (-side - origin) / along;
      double other = (side - origin) / along;
      from = Math.max(from, Math.min(one, other));
      to = Math.min(to, Math.max(one, other));
    }
    return from <= to ? to : Double.POSITIVE_INFINITY;
  }
}
