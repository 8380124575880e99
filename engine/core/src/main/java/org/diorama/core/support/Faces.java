package org.diorama.core.support;

import java.util.Arrays;
import java.util.Comparator;
import org.diorama.core.asset.LevelTriangles;
import org.diorama.core.math.Vec3;

/** The triangles of a level of detail, by rising lowest point. Meters in the asset's space. */
final class Faces {
  private final double[] corners;
  private final double[] lowest;
  private final double[] highest;

  /** Of the normal times twice the area: its vertical component and its length. */
  private final double[] vertical;

  private final double[] normalLength;

  private Faces(double[] corners) {
    int count = corners.length / 9;
    this.corners = corners;
    this.lowest = new double[count];
    this.highest = new double[count];
    this.vertical = new double[count];
    this.normalLength = new double[count];
    for (int face = 0; face < count; face++) {
      lowest[face] = Math.min(z(face, 0), Math.min(z(face, 1), z(face, 2)));
      highest[face] = Math.max(z(face, 0), Math.max(z(face, 1), z(face, 2)));
      Vec3 normal =
          corner(face, 1).minus(corner(face, 0)).cross(corner(face, 2).minus(corner(face, 0)));
      vertical[face] = normal.z();
      normalLength[face] = normal.length();
    }
  }

  static Faces of(LevelTriangles triangles) {
    float[] positions = triangles.positions();
    Integer[] order = new Integer[triangles.count()];
    float[] lowest = new float[triangles.count()];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
      lowest[i] = Float.POSITIVE_INFINITY;
      for (int corner = 0; corner < 3; corner++) {
        lowest[i] = Math.min(lowest[i], positions[3 * triangles.vertex(i, corner) + 2]);
      }
    }
    Arrays.sort(order, Comparator.comparingDouble(i -> lowest[i]));
    double[] corners = new double[9 * order.length];
    int at = 0;
    for (int triangle : order) {
      for (int corner = 0; corner < 3; corner++) {
        int vertex = 3 * triangles.vertex(triangle, corner);
        corners[at++] = positions[vertex];
        corners[at++] = positions[vertex + 1];
        corners[at++] = positions[vertex + 2];
      }
    }
    return new Faces(corners);
  }

  int count() {
    return lowest.length;
  }

  double x(int face, int corner) {
    return corners[9 * face + 3 * corner];
  }

  double y(int face, int corner) {
    return corners[9 * face + 3 * corner + 1];
  }

  double z(int face, int corner) {
    return corners[9 * face + 3 * corner + 2];
  }

  Vec3 corner(int face, int corner) {
    return new Vec3(x(face, corner), y(face, corner), z(face, corner));
  }

  double lowest(int face) {
    return lowest[face];
  }

  double highest(int face) {
    return highest[face];
  }

  /** Whether its front looks up; upright faces do neither. */
  boolean looksUp(int face) {
    return vertical[face] > 0;
  }

  /** Whether it hardly spans anything seen from above. */
  boolean isUpright(int face) {
    return Math.abs(vertical[face]) <= 1e-6 * normalLength[face];
  }

  /** Area of its projection to the ground. */
  double levelArea(int face) {
    return Math.abs(vertical[face]) / 2;
  }

  /** Cosine of its slope: 1 is level, whichever side looks up. */
  double levelness(int face) {
    return normalLength[face] == 0 ? 0 : Math.abs(vertical[face]) / normalLength[face];
  }
}
