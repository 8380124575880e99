package org.diorama.dataset.verify.frame;

import org.diorama.dataset.verify.read.FloatImage;

/**
 * How surfaces are turned by their depths: where a pixel and its four neighbors show one plane of
 * one instance, the plane's normal. Normals of a finer or smoother surface turn by some degrees
 * there, and those of few pixels by many: the most decide.
 */
final class BentDepths {
  /** What 1/z of a plane, which is linear in the image, may bend by. */
  private static final double BEND = 2e-3;

  /** Of what a pixel covers; a depth that is known no better tells nothing. */
  private static final double FINE = 0.05;

  /** Cosine of 30 degrees. */
  private static final double ALIKE = 0.866;

  private static final int FEWEST = 50;

  private final ViewEvidence view;
  private final int[] ids;
  private final int width;

  BentDepths(ViewEvidence view, int[] ids) {
    this.view = view;
    this.ids = ids;
    width = view.camera().width();
  }

  /** What contradicts normals by the camera's axes; empty where nothing does. */
  String against(FloatImage normals) {
    if (view.depths().isEmpty()) {
      return "";
    }
    int told = 0;
    int other = 0;
    for (int pixel = width; pixel < ids.length - width; pixel++) {
      if (isFlat(pixel)) {
        told++;
        other += isAlike(pixel, normals) ? 0 : 1;
      }
    }
    return told >= FEWEST && 2 * other > told
        ? "%d of %d pixels are turned otherwise by the depths".formatted(other, told)
        : "";
  }

  private boolean isFlat(int pixel) {
    int x = pixel % width;
    if (ids[pixel] == 0 || x == 0 || x == width - 1) {
      return false;
    }
    for (int side : new int[] {0, -1, 1, -width, width}) {
      int place = pixel + side;
      boolean known = ids[place] == ids[pixel] && view.depths().isKnown(place);
      if (!known || view.depths().slack(place) > FINE * footprint(place)) {
        return false;
      }
    }
    return isStraight(pixel, 1) && isStraight(pixel, width);
  }

  /** What a pixel covers of a surface that faces the camera, meters. */
  private double footprint(int pixel) {
    double[] matrix = view.camera().matrix();
    return view.depths().at(pixel) / Math.max(matrix[0], matrix[1]);
  }

  private boolean isStraight(int pixel, int side) {
    double before = 1 / view.depths().at(pixel - side);
    double after = 1 / view.depths().at(pixel + side);
    return Math.abs((before + after) * view.depths().at(pixel) / 2 - 1) <= BEND;
  }

  private boolean isAlike(int pixel, FloatImage normals) {
    double[] across = between(pixel - 1, pixel + 1);
    double[] down = between(pixel - width, pixel + width);
    double x = across[1] * down[2] - across[2] * down[1];
    double y = across[2] * down[0] - across[0] * down[2];
    double z = across[0] * down[1] - across[1] * down[0];
    double along = x * normals.at(pixel, 0) + y * normals.at(pixel, 1) + z * normals.at(pixel, 2);
    return Math.abs(along) >= ALIKE * Math.sqrt(x * x + y * y + z * z);
  }

  /** From one pixel's surface to another's in the camera's frame. */
  private double[] between(int from, int to) {
    double[] start = view.camera().ray(from);
    double[] end = view.camera().ray(to);
    double[] way = new double[3];
    for (int axis = 0; axis < 3; axis++) {
      way[axis] = end[axis] * view.depths().at(to) - start[axis] * view.depths().at(from);
    }
    return way;
  }
}
