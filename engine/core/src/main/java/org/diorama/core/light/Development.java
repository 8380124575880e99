package org.diorama.core.light;

import java.util.Optional;

/**
 * How a camera makes an image of the light that it gets.
 *
 * @param exposure EV100; where there is none, each image is metered by itself
 * @param compensation stops by which the image is brighter than that exposure gives
 * @param whiteBalance kelvin of the light that is shown as white; without one colors stay as they
 *     are, which is right for light of the color of D65
 * @param glare share of the light that the lens scatters over the image, in [0, 1)
 */
public record Development(
    Optional<Double> exposure,
    double compensation,
    Optional<Double> whiteBalance,
    ToneCurve toneCurve,
    double glare) {
  /** Exposed luminance of a gray card in the light of the day: its reflectance. */
  public static final double MIDDLE_GRAY = 0.18;

  /**
   * Stops over 1 cd/m² at which the light of the day ends: 5 cd/m², the upper end of mesopic vision
   * (CIE 191:2010).
   */
  public static final double DIM_STOPS = 2.321928;

  /** Stops from there down to 0.005 cd/m², where mesopic vision ends. */
  public static final double DIM_RANGE = 9.965784;

  /** Share of those stops by which metered images stay darker: a night is no day. */
  public static final double DIM_SHARE = 0.25;

  /**
   * Exposed luminance that a metered image's middle tones get: {@link #MIDDLE_GRAY} by day, down to
   * 2.5 stops less by moonlight.
   *
   * @param stops log2 of their luminance in cd/m²
   */
  public static double meteredGray(double stops) {
    double dim = Math.max(0, Math.min(DIM_RANGE, DIM_STOPS - stops));
    return MIDDLE_GRAY * StrictMath.pow(2, -DIM_SHARE * dim);
  }

  /** A fixed exposure and nothing else. */
  public static Development exposed(double ev100) {
    return new Development(Optional.of(ev100), 0, Optional.empty(), ToneCurve.NEUTRAL, 0);
  }

  /**
   * Factor from luminance in cd/m² to exposed values, where 1 is the brightest that a sensor of
   * that exposure holds: 1 / (1.2 · 2^EV). Lagarde and de Rousiers, Moving Frostbite to Physically
   * Based Rendering (2014), section 5.1.2.
   */
  public static double exposureFactor(double ev100) {
    return 1 / (1.2 * StrictMath.pow(2, ev100));
  }
}
