package org.diorama.core.irradiance;

import org.diorama.core.math.Rotations;
import org.diorama.core.math.Vec3;

/**
 * Directions spread evenly over the sphere, in sets that are turned against one another so that
 * neighboring probes miss different things: spherical Fibonacci points (González, Measurement of
 * Areas on a Sphere Using Fibonacci and Latitude-Longitude Lattices, 2010).
 */
final class ProbeRays {
  static final int COUNT = 144;
  static final int SETS = 8;

  private static final double GOLDEN = 0.5 * (1 + Math.sqrt(5));

  private final Vec3[][] sets = new Vec3[SETS][];

  ProbeRays() {
    for (int set = 0; set < SETS; set++) {
      sets[set] = spread(COUNT, (double) set / SETS);
    }
  }

  /**
   * @param turn about +Z, in parts of the angle between neighbors of one height
   */
  static Vec3[] spread(int count, double turn) {
    Vec3[] directions = new Vec3[count];
    for (int i = 0; i < count; i++) {
      double height = 1 - (2 * i + 1) / (double) count;
      double azimuth = 2 * Math.PI * ((i / GOLDEN) % 1 + turn);
      directions[i] = Rotations.direction(azimuth, StrictMath.asin(height));
    }
    return directions;
  }

  /** The set of a probe: all corners of a cell have different ones. */
  Vec3[] of(ProbeGrid grid, int probe) {
    return sets[set(grid, probe)];
  }

  static int set(ProbeGrid grid, int probe) {
    int column = probe % grid.columns();
    int row = probe / grid.columns() % grid.rows();
    int floor = probe / grid.columns() / grid.rows();
    return (column & 1) | (row & 1) << 1 | (floor & 1) << 2;
  }

  Vec3[] set(int index) {
    return sets[index];
  }
}
