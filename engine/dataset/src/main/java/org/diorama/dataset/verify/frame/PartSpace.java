package org.diorama.dataset.verify.frame;

import org.diorama.dataset.verify.json.Json;
import tools.jackson.databind.JsonNode;

/**
 * Where a part of an object may be: its bounds along the axes of its asset, and how a camera sees
 * these, whatever the object's scale and shear.
 *
 * @param low ends of the bounds along the asset's axes, meters; likewise {@code high}
 * @param objectFromCamera three rows of four, scale included
 * @param lengths of those rows: by how much a meter of the camera's space counts on each axis
 * @param farthest planar depth of the corners, meters
 */
record PartSpace(
    CameraPose camera,
    double[] low,
    double[] high,
    double[] objectFromCamera,
    double[] lengths,
    double farthest) {
  /** Pixels by which a surface may pass a pixel's center that shows it. */
  private static final double BAND = 0.01;

  /** Of single precision at a depth. */
  private static final double RELATIVE = 1e-5;

  /**
   * @param bounds of the part; null where it has no triangle, which none then shows
   * @param worldFromObject three rows of four
   */
  static PartSpace of(CameraPose camera, JsonNode bounds, double[] worldFromObject) {
    double[] low = Json.numbers(bounds.path("min"));
    double[] high = Json.numbers(bounds.path("max"));
    double[] map = AffineRows.chain(camera.worldFromCamera(), AffineRows.undo(worldFromObject));
    double[] lengths = new double[3];
    for (int axis = 0; axis < 3; axis++) {
      int i = 4 * axis;
      lengths[axis] =
          Math.sqrt(map[i] * map[i] + map[i + 1] * map[i + 1] + map[i + 2] * map[i + 2]);
    }
    if (low.length != 3 || high.length != 3) {
      double[] none = {Double.POSITIVE_INFINITY, 0, 0};
      return new PartSpace(camera, none, new double[3], map, lengths, 0);
    }
    return new PartSpace(
        camera, low, high, map, lengths, farthest(low, high, AffineRows.undo(map)));
  }

  private static double farthest(double[] low, double[] high, double[] cameraFromObject) {
    double most = 0;
    for (int corner = 0; corner < 8; corner++) {
      double[] point = {
        (corner & 1) == 0 ? low[0] : high[0],
        (corner & 2) == 0 ? low[1] : high[1],
        (corner & 4) == 0 ? low[2] : high[2]
      };
      most = Math.max(most, AffineRows.apply(cameraFromObject, point)[2]);
    }
    return most;
  }

  /** Whether the object is flattened, or has no pose that can be read: nothing can be told. */
  boolean isFlat() {
    return !Double.isFinite(lengths[0] + lengths[1] + lengths[2]);
  }

  /**
   * Whether what a pixel shows lies within the bounds, as far as its depth is known.
   *
   * @param depth planar, meters
   * @param slack by how much it may lie nearer or farther
   */
  boolean holds(int pixel, double depth, double slack) {
    double[] ray = camera.ray(pixel);
    double reach = Math.sqrt(ray[0] * ray[0] + ray[1] * ray[1] + 1) * depth;
    for (int axis = 0; axis < 3; axis++) {
      double along = along(axis, ray);
      double place = along * depth + objectFromCamera[4 * axis + 3];
      double open = Math.abs(along) * slack + lengths[axis] * RELATIVE * reach;
      if (place < low[axis] - open || place > high[axis] + open) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether a ray within the band around a pixel's center meets the bounds: each axis cuts off a
   * part of the ray, Kay and Kajiya, "Ray Tracing Complex Scenes" (1986).
   */
  boolean meets(int pixel) {
    double[] ray = camera.ray(pixel);
    double open = farthest * (BAND / Math.min(camera.matrix()[0], camera.matrix()[1]) + RELATIVE);
    double from = 0;
    double to = Double.POSITIVE_INFINITY;
    for (int axis = 0; axis < 3; axis++) {
      double along = along(axis, ray);
      double origin = objectFromCamera[4 * axis + 3];
      double least = low[axis] - lengths[axis] * open - origin;
      double most = high[axis] + lengths[axis] * open - origin;
      if (along == 0) {
        to = least > 0 || most < 0 ? -1 : to;
        continue;
      }
      from = Math.max(from, Math.min(least / along, most / along));
      to = Math.min(to, Math.max(least / along, most / along));
    }
    return from <= to;
  }

  private double along(int axis, double[] ray) {
    int i = 4 * axis;
    return objectFromCamera[i] * ray[0]
        + objectFromCamera[i + 1] * ray[1]
        + objectFromCamera[i + 2];
  }
}
