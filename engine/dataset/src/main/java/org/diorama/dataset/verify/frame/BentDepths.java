package org.diorama.dataset.verify.frame;

import java.util.SortedMap;
import java.util.TreeMap;
import org.diorama.dataset.verify.read.FloatImage;

/**
 * How surfaces are turned by their depths: where a pixel and its four neighbors show one plane of
 * one instance, the plane's normal. Normals of a finer or smoother surface turn by some degrees
 * there, and those of few pixels by many: the most decide, of an image and, where they turn farther
 * than any smoothing does, of each instance.
 */
final class BentDepths {
  /** What 1/z of a plane, which is linear in the image, may bend by. */
  private static final double BEND = 2e-3;

  /** Of what a pixel covers; a depth that is known no better tells nothing. */
  private static final double FINE = 0.05;

  /** Cosine of 30 degrees. */
  private static final double ALIKE = 0.866;

  /** Cosine of 60 degrees: vertex normals turn by 55 at the corners of a cube. */
  private static final double SMOOTH = 0.5;

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
    Count all = new Count();
    SortedMap<Integer, Count> instances = new TreeMap<>();
    for (int pixel = width; pixel < ids.length - width; pixel++) {
      if (isFlat(pixel)) {
        double cosine = cosine(pixel, normals);
        all.add(cosine < ALIKE);
        instances.computeIfAbsent(ids[pixel], id -> new Count()).add(cosine < SMOOTH);
      }
    }
    if (all.areMostOther()) {
      return all + " are turned otherwise by the depths";
    }
    return instances.entrySet().stream()
        .filter(instance -> instance.getValue().areMostOther())
        .findFirst()
        .map(
            instance ->
                instance.getValue()
                    + " of instance "
                    + instance.getKey()
                    + " are turned by more than 60 degrees from the depths")
        .orElse("");
  }

  /** How many pixels tell, and how many of them something else. */
  private static final class Count {
    private int told;
    private int other;

    private void add(boolean isOther) {
      told++;
      other += isOther ? 1 : 0;
    }

    private boolean areMostOther() {
      return told >= FEWEST && 2 * other > told;
    }

    @Override
    public String toString() {
      return other + " of " + told + " pixels";
    }
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

  /** Between a pixel's normal and its plane's on the side that is seen. */
  private double cosine(int pixel, FloatImage normals) {
    double[] across = between(pixel - 1, pixel + 1);
    double[] down = between(pixel - width, pixel + width);
    double x = across[1] * down[2] - across[2] * down[1];
    double y = across[2] * down[0] - across[0] * down[2];
    double z = across[0] * down[1] - across[1] * down[0];
    double along = x * normals.at(pixel, 0) + y * normals.at(pixel, 1) + z * normals.at(pixel, 2);
    // Right across down points away from whoever looks.
    return -along / Math.sqrt(x * x + y * y + z * z);
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
