package org.diorama.dataset.verify.frame;

/** Affine maps as twelve numbers, three rows of four. */
final class AffineRows {
  private AffineRows() {}

  static double[] apply(double[] map, double[] point) {
    double[] result = new double[3];
    for (int row = 0; row < 3; row++) {
      int i = 4 * row;
      result[row] = map[i] * point[0] + map[i + 1] * point[1] + map[i + 2] * point[2] + map[i + 3];
    }
    return result;
  }

  /** The map that does {@code first}, then {@code second}. */
  static double[] chain(double[] first, double[] second) {
    double[] map = new double[12];
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 4; column++) {
        int i = 4 * row + column;
        map[i] = column == 3 ? second[i] : 0;
        for (int k = 0; k < 3; k++) {
          map[i] += second[4 * row + k] * first[4 * k + column];
        }
      }
    }
    return map;
  }

  /** The map that undoes one; not finite where it flattens space. */
  static double[] undo(double[] map) {
    double[] origin = inverse(map, new double[3]);
    double[] undone = new double[12];
    for (int axis = 0; axis < 3; axis++) {
      double[] unit = new double[3];
      unit[axis] = 1;
      double[] end = inverse(map, unit);
      for (int row = 0; row < 3; row++) {
        undone[4 * row + axis] = end[row] - origin[row];
      }
    }
    for (int row = 0; row < 3; row++) {
      undone[4 * row + 3] = origin[row];
    }
    return undone;
  }

  /** The point that a map takes to the given one, by Cramer's rule. */
  static double[] inverse(double[] map, double[] point) {
    double[] x = {map[0], map[4], map[8]};
    double[] y = {map[1], map[5], map[9]};
    double[] z = {map[2], map[6], map[10]};
    double[] to = {point[0] - map[3], point[1] - map[7], point[2] - map[11]};
    double whole = determinant(x, y, z);
    return new double[] {
      determinant(to, y, z) / whole, determinant(x, to, z) / whole, determinant(x, y, to) / whole
    };
  }

  private static double determinant(double[] a, double[] b, double[] c) {
    return a[0] * (b[1] * c[2] - b[2] * c[1])
        + a[1] * (b[2] * c[0] - b[0] * c[2])
        + a[2] * (b[0] * c[1] - b[1] * c[0]);
  }
}
