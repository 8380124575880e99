package org.diorama.core.ephemeris;

/**
 * @param moonDistance meters from the Earth's center
 * @param moonPhaseAngle degrees at the moon between the directions to sun and Earth: 0 at full
 *     moon, 180 at new moon
 */
public record SunAndMoon(Place sun, Place moon, double moonDistance, double moonPhaseAngle) {
  /**
   * The distance is kept to the kilometer and the angle to a thousandth: what rests in the last
   * bits of a library's sines is no part of a record.
   */
  public SunAndMoon {
    moonDistance = Math.rint(moonDistance / 1000) * 1000;
    moonPhaseAngle = Math.rint(moonPhaseAngle * 1e3) / 1e3;
  }

  /**
   * A direction, kept to a millionth of a degree: libraries turn angles with {@code Math}, whose
   * sines may differ in the last bit between processors, and records must not.
   *
   * @param azimuth degrees clockwise from north, as astronomers and compasses count
   * @param elevation degrees above the horizon, without refraction
   */
  public record Place(double azimuth, double elevation) {
    public Place {
      azimuth = Math.rint(azimuth * 1e6) / 1e6;
      elevation = Math.rint(elevation * 1e6) / 1e6;
    }
  }
}
