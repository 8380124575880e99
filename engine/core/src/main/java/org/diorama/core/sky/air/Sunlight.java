package org.diorama.core.sky.air;

import org.diorama.core.math.LinearColor;

/**
 * Sunlight above the air, in light that people see. Its color is that of the solar spectrum (ASTM
 * G-173), by the factors from irradiance at 680, 550 and 440 nm to illuminance per channel of
 * linear Rec.709 in Bruneton, A Qualitative and Quantitative Evaluation of 8 Clear Sky Models (IEEE
 * TVCG 2017), section 14.3 and the paper's own implementation.
 */
public final class Sunlight {
  /** Lux above the air on a surface that faces the sun: the solar illuminance constant. */
  public static final double ILLUMINANCE = 128_000;

  /** Degrees; the sun's disk at the mean distance. */
  public static final double ANGULAR_DIAMETER = 0.533;

  /** W/m²/nm. */
  private static final LinearColor IRRADIANCE = new LinearColor(1.474, 1.8504, 1.91198);

  /** lm nm/W. */
  private static final LinearColor EFFICACY =
      new LinearColor(98242.786222, 69954.398112, 66475.012354);

  private static final LinearColor COLOR = color();

  private Sunlight() {}

  /**
   * Lux per channel of light with the sun's spectrum above the air.
   *
   * @param lux luminance-weighted sum of the channels
   */
  public static LinearColor above(double lux) {
    return COLOR.times(lux);
  }

  /**
   * How much brighter than at its mean distance the sun is: Spencer, Fourier series representation
   * of the position of the sun (Search 2, 1971), first term.
   *
   * @param day of the year
   */
  public static double nearness(int day) {
    return 1 + 0.033 * StrictMath.cos(2 * StrictMath.PI * day / 365);
  }

  private static LinearColor color() {
    LinearColor lux = IRRADIANCE.times(EFFICACY);
    return lux.times(1 / lux.luminance());
  }
}
