package org.diorama.core.weather;

import org.diorama.core.math.Rotations;
import org.diorama.core.math.Vec3;

/**
 * What falls through the air, as depth of liquid water.
 *
 * @param rain millimeters an hour
 * @param snow millimeters an hour
 * @param pattern which of the possible places drops and flakes take, in [0, 65535]
 * @param wind that carries them along, in meters a second
 * @param windAzimuth degrees: where it comes from, counter-clockwise from +X
 */
public record Precipitation(
    double rain, double snow, int pattern, double wind, double windAzimuth) {
  public static final Precipitation NONE = new Precipitation(0, 0, 0);

  /** Meters a second at which flakes fall. */
  private static final double SNOW_SPEED = 1.2;

  /** In still air. */
  public Precipitation(double rain, double snow, int pattern) {
    this(rain, snow, pattern, 0, 0);
  }

  /** The wind's way, in meters a second along the world's axes; level. */
  public Vec3 velocity() {
    return Rotations.direction(Rotations.radians(windAzimuth), 0).times(-wind);
  }

  /**
   * Unit vector to where most of it comes from, through the wind: straight up where nothing falls.
   */
  public Vec3 origin() {
    if (isNone()) {
      return Vec3.UNIT_Z;
    }
    double fall = rain > 0 ? rainSpeed() : SNOW_SPEED;
    return velocity().negate().plus(Vec3.UNIT_Z.times(fall)).normalize();
  }

  /**
   * Meters a second at which drops of at least a millimeter fall, of the mean diameter that
   * Marshall and Palmer, The Distribution of Raindrops with Size (1948), give them: Atlas,
   * Srivastava and Sekhon, Doppler radar characteristics of precipitation (1973).
   */
  private double rainSpeed() {
    double slope = 4.1 * StrictMath.pow(rain, -0.21);
    return 9.65 - 10.3 * StrictMath.exp(-0.6 * (1 + 1 / slope));
  }

  public boolean isNone() {
    return rain == 0 && snow == 0;
  }

  /**
   * Extinction in 1/m of the drops and flakes themselves. Rain: 1.076 R^0.67 dB/km, Carbonneau and
   * Wisely, Opportunities and challenges for optical wireless (SPIE 3532, 1998). Dry snow:
   * 5.4958776 S^1.38 dB/km, Recommendation ITU-R P.1814.
   */
  public double extinction() {
    double decibels = 1.076 * StrictMath.pow(rain, 0.67) + 5.4958776 * StrictMath.pow(snow, 1.38);
    return decibels / 1000 / (10 / StrictMath.log(10));
  }
}
