package org.diorama.core.support;

/**
 * The lowest point of a triangle inside an upright box without a lid. Clips side by side:
 * Sutherland, Hodgman, "Reentrant polygon clipping", Communications of the ACM 17, 1974. Holds
 * scratch space: one thread's own.
 */
final class ColumnClip {
  private static final int MOST_CORNERS = 8;

  private double[] polygon = new double[3 * (MOST_CORNERS + 1)];
  private double[] clipped = new double[3 * (MOST_CORNERS + 1)];
  private int size;

  /**
   * @param floor only what lies above it counts
   * @return infinity where no part of the triangle lies in the box
   */
  double lowest(
      Faces faces, int face, double minX, double minY, double maxX, double maxY, double floor) {
    size = 3;
    for (int corner = 0; corner < 3; corner++) {
      polygon[3 * corner] = faces.x(face, corner);
      polygon[3 * corner + 1] = faces.y(face, corner);
      polygon[3 * corner + 2] = faces.z(face, corner);
    }
    clip(0, 1, minX);
    clip(0, -1, -maxX);
    clip(1, 1, minY);
    clip(1, -1, -maxY);
    clip(2, 1, floor);
    double lowest = Double.POSITIVE_INFINITY;
    for (int i = 0; i < size; i++) {
      lowest = Math.min(lowest, polygon[3 * i + 2]);
    }
    return lowest;
  }

  /** Keeps what has sign · coordinate >= limit. */
  private void clip(int axis, int sign, double limit) {
    int kept = 0;
    for (int i = 0; i < size; i++) {
      int from = 3 * i;
      int to = 3 * ((i + 1) % size);
      double before = sign * polygon[from + axis] - limit;
      double after = sign * polygon[to + axis] - limit;
      if (before >= 0) {
        System.arraycopy(polygon, from, clipped, 3 * kept++, 3);
      }
      if (before < 0 != after < 0) {
        double t = before / (before - after);
        for (int k = 0; k < 3; k++) {
          clipped[3 * kept + k] = polygon[from + k] + t * (polygon[to + k] - polygon[from + k]);
        }
        kept++;
      }
    }
    double[] swapped = polygon;
    polygon = clipped;
    clipped = swapped;
    size = kept;
  }
}
