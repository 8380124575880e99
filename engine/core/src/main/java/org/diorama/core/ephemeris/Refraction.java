package org.diorama.core.ephemeris;

/**
 * How much the air lifts what is seen through it, at 1010 hPa and 10 °C: the formulas of NOAA's
 * Solar Calculator (Hughes, 1985). Below the horizon, where nothing is seen but dusk, the lift
 * fades without a step, to 1/e within two degrees.
 */
public final class Refraction {
  /** Degrees where what is seen lies at the horizon. */
  private static final double LOWEST = -0.575;

  private static final double FADING = 2;

  private Refraction() {}

  /**
   * @param elevation degrees above the horizon without air
   * @return degrees above the horizon as seen
   */
  public static double apparent(double elevation) {
    return elevation + seconds(elevation) / 3600;
  }

  private static double seconds(double h) {
    if (h > 85) {
      return 0;
    }
    if (h > 5) {
      double t = StrictMath.tan(h * (StrictMath.PI / 180));
      return 58.1 / t - 0.07 / (t * t * t) + 0.000086 / (t * t * t * t * t);
    }
    return h > LOWEST
        ? nearHorizon(h)
        : nearHorizon(LOWEST) * StrictMath.exp((h - LOWEST) / FADING);
  }

  private static double nearHorizon(double h) {
    return 1735 + h * (-518.2 + h * (103.4 + h * (-12.79 + h * 0.711)));
  }
}
