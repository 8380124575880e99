package org.diorama.core.sky.air;

import org.diorama.core.math.GaussLegendre;

/** How much air a straight ray crosses, in meters of the density at sea level. */
final class RayColumns {
  private static final int SEGMENTS = 12;

  private RayColumns() {}

  /**
   * Columns of molecules, haze and ozone between two places of a ray.
   *
   * @param nearest meters from the planet's center where the ray's line is nearest to it
   * @param from meters along the line from there, at least 0
   * @param to as much or more
   */
  static double[] between(double nearest, double from, double to) {
    double[] columns = new double[3];
    for (int segment = 0; segment < SEGMENTS; segment++) {
      for (int k = 0; k < GaussLegendre.POINTS; k++) {
        // Cubed, as the air is densest at the start.
        double t = (segment + GaussLegendre.node(k)) / SEGMENTS;
        double at = from + (to - from) * t * t * t;
        double weight = GaussLegendre.weight(k) / SEGMENTS * 3 * t * t * (to - from);
        double altitude = Math.max(0, Math.sqrt(nearest * nearest + at * at) - Air.PLANET_RADIUS);
        columns[0] += weight * Air.moleculeDensity(altitude);
        columns[1] += weight * Air.hazeDensity(altitude);
        columns[2] += weight * Air.ozoneDensity(altitude);
      }
    }
    return columns;
  }
}
