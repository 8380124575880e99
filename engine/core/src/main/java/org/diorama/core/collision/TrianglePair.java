package org.diorama.core.collision;

/**
 * How two triangles lie to each other, by the intervals in which they cut the line that their
 * planes share. Möller, "A fast triangle-triangle intersection test", Journal of Graphics Tools
 * 2(2), 1997. Corners nearer to the other's plane than the tolerance count as on it. Holds scratch
 * space: one thread's own.
 */
final class TrianglePair {
  /** What a pair of triangles is. */
  enum Relation {
    APART,
    /** They meet without passing through each other, or may: corners on the other's plane. */
    TOUCHING,
    CROSSING
  }

  private final double tolerance;

  /** x, y, z of three corners each, in one space, meters. */
  final double[] a = new double[9];

  final double[] b = new double[9];

  private final double[] normalA = new double[3];
  private final double[] normalB = new double[3];
  private final double[] heightsA = new double[3];
  private final double[] heightsB = new double[3];
  private double low;
  private double high;

  /**
   * @param tolerance meters
   */
  TrianglePair(double tolerance) {
    this.tolerance = tolerance;
  }

  /**
   * Takes the corners in {@code a} for all pairs to come.
   *
   * @return whether the triangle has an area; one without is apart from everything: its neighbors
   *     have its edges
   */
  boolean setA() {
    return normal(a, normalA);
  }

  /** Of the triangle that was set and the corners in {@code b}. */
  Relation relation() {
    heights(b, a, normalA, heightsB);
    if (isBeside(heightsB) || !normal(b, normalB)) {
      return Relation.APART;
    }
    heights(a, b, normalB, heightsA);
    if (isBeside(heightsA)) {
      return Relation.APART;
    }
    if (!straddles(heightsA) || !straddles(heightsB)) {
      return Relation.TOUCHING;
    }
    double x = normalA[1] * normalB[2] - normalA[2] * normalB[1];
    double y = normalA[2] * normalB[0] - normalA[0] * normalB[2];
    double z = normalA[0] * normalB[1] - normalA[1] * normalB[0];
    double length = Math.sqrt(x * x + y * y + z * z);
    if (length < 1e-12) {
      return Relation.TOUCHING;
    }
    cut(a, heightsA, x / length, y / length, z / length);
    double lowA = low;
    double highA = high;
    cut(b, heightsB, x / length, y / length, z / length);
    double shared = Math.min(highA, high) - Math.max(lowA, low);
    return shared > tolerance
        ? Relation.CROSSING
        : shared > -tolerance ? Relation.TOUCHING : Relation.APART;
  }

  /** Unit normal; returns whether there is one. */
  private static boolean normal(double[] t, double[] normal) {
    double ux = t[3] - t[0];
    double uy = t[4] - t[1];
    double uz = t[5] - t[2];
    double vx = t[6] - t[0];
    double vy = t[7] - t[1];
    double vz = t[8] - t[2];
    normal[0] = uy * vz - uz * vy;
    normal[1] = uz * vx - ux * vz;
    normal[2] = ux * vy - uy * vx;
    double length =
        Math.sqrt(normal[0] * normal[0] + normal[1] * normal[1] + normal[2] * normal[2]);
    if (length == 0) {
      return false;
    }
    normal[0] /= length;
    normal[1] /= length;
    normal[2] /= length;
    return true;
  }

  /** Signed distances of corners from the plane of another triangle; small ones become 0. */
  private void heights(double[] corners, double[] plane, double[] normal, double[] result) {
    for (int i = 0; i < 3; i++) {
      double height =
          normal[0] * (corners[3 * i] - plane[0])
              + normal[1] * (corners[3 * i + 1] - plane[1])
              + normal[2] * (corners[3 * i + 2] - plane[2]);
      result[i] = Math.abs(height) <= tolerance ? 0 : height;
    }
  }

  private static boolean isBeside(double[] h) {
    return h[0] > 0 && h[1] > 0 && h[2] > 0 || h[0] < 0 && h[1] < 0 && h[2] < 0;
  }

  private static boolean straddles(double[] h) {
    return (h[0] > 0 || h[1] > 0 || h[2] > 0) && (h[0] < 0 || h[1] < 0 || h[2] < 0);
  }

  /** The interval that a triangle cuts from the line of that direction. */
  private void cut(double[] t, double[] heights, double x, double y, double z) {
    low = Double.POSITIVE_INFINITY;
    high = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < 3; i++) {
      int j = (i + 1) % 3;
      double from = x * t[3 * i] + y * t[3 * i + 1] + z * t[3 * i + 2];
      double to = x * t[3 * j] + y * t[3 * j + 1] + z * t[3 * j + 2];
      if (heights[i] == 0) {
        include(from);
      } else if (heights[i] < 0 != heights[j] < 0 && heights[j] != 0) {
        include(from + (to - from) * (heights[i] / (heights[i] - heights[j])));
      }
    }
  }

  private void include(double place) {
    low = Math.min(low, place);
    high = Math.max(high, place);
  }
}
