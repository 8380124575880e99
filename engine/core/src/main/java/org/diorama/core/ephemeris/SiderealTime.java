package org.diorama.core.ephemeris;

import java.time.Instant;
import org.diorama.core.math.Rotations;

/** How far the Earth has turned under the stars: Meeus, Astronomical Algorithms (1998), 12.4. */
public final class SiderealTime {
  private static final double DAY = 86_400_000;

  /** The epoch of Java's clock, in days after noon of 1 January 2000. */
  private static final double EPOCH = 2_440_587.5 - 2_451_545.0;

  private SiderealTime() {}

  /**
   * Mean sidereal time of a place in radians from 0 to 2π: the right ascension that stands highest.
   *
   * @param longitude degrees, east positive
   */
  public static double local(Instant moment, double longitude) {
    double days = moment.toEpochMilli() / DAY + EPOCH;
    double degrees = 280.46061837 + 360.98564736629 * days + longitude;
    return Rotations.radians(degrees - 360 * Math.floor(degrees / 360));
  }
}
