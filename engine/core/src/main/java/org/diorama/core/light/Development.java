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
  /** Exposed luminance that a metered image's middle tones get: the reflectance of a gray card. */
  public static final double MIDDLE_GRAY = 0.18;

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
