package org.diorama.core.sky.atmosphere;

/** Share of scattered light by the cosine of the angle it turns, per steradian. */
final class Phase {
  /** Mean cosine of haze. */
  private static final double FORWARD = 0.8;

  private Phase() {}

  /** Rayleigh's. */
  static double molecules(double cosine) {
    return 3 / (16 * Math.PI) * (1 + cosine * cosine);
  }

  /**
   * Cornette and Shanks, Physically reasonable analytic expression for the single-scattering phase
   * function (Applied Optics 31, 1992).
   */
  static double haze(double cosine) {
    double g2 = FORWARD * FORWARD;
    double base = 1 + g2 - 2 * FORWARD * cosine;
    return 3
        / (8 * Math.PI)
        * ((1 - g2) * (1 + cosine * cosine))
        / ((2 + g2) * base * Math.sqrt(base));
  }
}
