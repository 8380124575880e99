package org.diorama.core.sky.air;

/**
 * Lux on level ground under a clear sky, sun and sky together, by the sun's height: what the
 * atmosphere of this engine comes to, as a table, so that sampling needs no integral. Between its
 * rows the logarithm is linear. Haze takes from it as from the light through a layer of two streams
 * (Bohren, Multiple scattering of light and some of its observable consequences, American Journal
 * of Physics 55, 1987), {@code (1 + 2000 β)^-p} of its extinction β in 1/m at 550 nm; p is least
 * where the sun is high, as haze turns most of its light forward. Within 10 % of the atmosphere's
 * own integral from 18 degrees below the horizon up, for visibilities from 5 to 100 km.
 */
public final class Daylight {
  /** Degrees of the sun's elevation; lux at the usual visibility; the power p. */
  private static final double[][] TABLE = {
    {-18, 0.0005468, 0},
    {-15, 0.0005565, 0.03},
    {-12, 0.00394, 1.10},
    {-9, 0.148, 1.25},
    {-7.5, 0.8698, 1.12},
    {-6, 5.164, 0.94},
    {-5, 15.92, 0.88},
    {-4, 45.32, 0.88},
    {-3, 116.9, 0.86},
    {-2, 260.4, 0.87},
    {-1, 496.6, 0.89},
    {0, 836.3, 0.90},
    {1, 1293, 0.91},
    {2, 1894, 0.93},
    {3, 2680, 0.99},
    {4, 3666, 1.05},
    {5, 4854, 1.11},
    {7, 7724, 1.18},
    {10, 12_930, 1.18},
    {14, 20_800, 1.07},
    {20, 33_300, 0.85},
    {30, 53_830, 0.56},
    {45, 81_090, 0.33},
    {60, 102_100, 0.23},
    {90, 121_100, 0.11}
  };

  /**
   * Meters of the visibility that the table is for: that of an atmosphere where none is written.
   */
  public static final double USUAL_VISIBILITY = 40_000;

  private static final double HAZE_PER_EXTINCTION = 2000;

  private Daylight() {}

  /**
   * Of the sun at its mean distance.
   *
   * @param elevation degrees of the sun's, in [-90, 90]
   * @param visibility meters at sea level, as of {@link Air}
   * @param altitude meters above sea level, of the ground
   */
  public static double onGround(double elevation, double visibility, double altitude) {
    int row = 0;
    while (row < TABLE.length - 2 && TABLE[row + 1][0] <= elevation) {
      row++;
    }
    double[] below = TABLE[row];
    double[] above = TABLE[row + 1];
    double share = Math.max(0, Math.min(1, (elevation - below[0]) / (above[0] - below[0])));
    double lux = StrictMath.exp(mix(StrictMath.log(below[1]), StrictMath.log(above[1]), share));
    double power = mix(below[2], above[2], share);
    return lux * StrictMath.pow(haze(USUAL_VISIBILITY, 0) / haze(visibility, altitude), power);
  }

  private static double haze(double visibility, double altitude) {
    return 1 + HAZE_PER_EXTINCTION * Air.hazeOfVisibility(visibility) * Air.hazeDensity(altitude);
  }

  private static double mix(double from, double to, double share) {
    return from + (to - from) * share;
  }
}
