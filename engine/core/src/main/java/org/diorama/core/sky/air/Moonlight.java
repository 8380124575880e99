package org.diorama.core.sky.air;

import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Vec3;
import org.diorama.core.sky.SkyBody;

/**
 * The moon as a source of light: its magnitude by phase after Allen, Astrophysical Quantities
 * (1976), as in Krisciunas and Schaefer, A Model of the Brightness of Moonlight (PASP 103, 1991).
 */
public final class Moonlight {
  /** Meters from the Earth's center. */
  public static final double MEAN_DISTANCE = 384_400_000;

  private static final double RADIUS = 1_737_400;

  /** Lux of a star of magnitude 0 above the air: Allen (1976). */
  static final double MAGNITUDE_0 = 2.54e-6;

  /** Of sunlight that the moon reflects, relative: it is redder (Kieffer and Stone, 2005). */
  private static final LinearColor REDDENING = new LinearColor(1.1, 1, 0.82);

  private Moonlight() {}

  /**
   * @param phaseAngle degrees: 0 at full moon, 180 at new moon
   * @param distance meters
   */
  public static SkyBody body(Vec3 towards, double phaseAngle, double distance) {
    double a = Math.abs(phaseAngle);
    double magnitude = -12.73 + 0.026 * a + 4e-9 * a * a * a * a;
    double nearness = MEAN_DISTANCE / distance;
    double lux = MAGNITUDE_0 * StrictMath.pow(10, -0.4 * magnitude) * nearness * nearness;
    LinearColor color = Sunlight.above(1).times(REDDENING);
    return new SkyBody(
        towards, color.times(lux / color.luminance()), 2 * StrictMath.asin(RADIUS / distance));
  }

  /**
   * Degrees at the moon between sun and Earth.
   *
   * @param illuminated share of the disk, in [0, 1]
   */
  public static double phaseAngle(double illuminated) {
    return StrictMath.acos(2 * illuminated - 1) * (180 / StrictMath.PI);
  }
}
