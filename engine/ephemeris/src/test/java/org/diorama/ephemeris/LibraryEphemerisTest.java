package org.diorama.ephemeris;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ServiceLoader;
import org.diorama.core.ephemeris.Ephemeris;
import org.diorama.core.ephemeris.Refraction;
import org.diorama.core.ephemeris.SunAndMoon;
import org.junit.jupiter.api.Test;

/** Against published ephemerides. */
class LibraryEphemerisTest {
  private final Ephemeris ephemeris = new LibraryEphemeris();

  private SunAndMoon at(String utc, double latitude, double longitude) {
    return ephemeris.at(Instant.parse(utc), latitude, longitude);
  }

  /**
   * The worked example of Reda and Andreas: Golden, Colorado, azimuth 194.34024°, zenith 50.11162°
   * as seen through air of 820 hPa, 39.872046° of elevation without it; at 1830 m, where the sun
   * stands 0.0000006° lower than from sea level.
   */
  @Test
  void sunOfTheWorkedExample() {
    SunAndMoon.Place sun = at("2003-10-17T19:30:30Z", 39.742476, -105.1786).sun();
    assertEquals(194.34024, sun.azimuth(), 2e-4);
    assertEquals(39.872046, sun.elevation(), 2e-4);
    // Denser air at sea level lifts a little more than the example's 0.0163°.
    assertEquals(90 - 50.11162, Refraction.apparent(sun.elevation()), 0.005);
  }

  /** At the solstice the sun culminates over the tropic, at the equinox over the equator. */
  @Test
  void sunOfTheSeasons() {
    double solstice = at("2026-06-21T08:24:00Z", 23.4364, 180).sun().elevation();
    assertTrue(solstice < 0, "it is night on the other side: " + solstice);
    // The equation of time is -1.8 minutes.
    assertEquals(90, at("2026-06-21T12:01:50Z", 23.4364, 0).sun().elevation(), 0.02);
    assertEquals(90, at("2026-03-20T12:07:20Z", 0, 0).sun().elevation(), 0.1);
    assertEquals(23.44, at("2026-06-21T00:00:00Z", 90, 0).sun().elevation(), 0.01);
  }

  /**
   * Sunrise in Greenwich on 21 June 2026 is at 3:43 UTC, sunset at 20:21: upper limb, refracted.
   */
  @Test
  void sunriseIsThatOfTheAlmanac() {
    for (String moment : new String[] {"2026-06-21T03:43:00Z", "2026-06-21T20:20:45Z"}) {
      SunAndMoon.Place sun = at(moment, 51.4769, 0).sun();
      assertEquals(-0.833, sun.elevation(), 0.15, moment);
      assertEquals(-0.267, Refraction.apparent(sun.elevation()), 0.15, moment);
    }
  }

  /**
   * Meeus, Astronomical Algorithms, example 47.a: 1992 April 12, 0h TD, right ascension 134.6885°,
   * declination 13.7684°, distance 368,409.7 km; example 48.a: 67.86 % of the disk is lit, phase
   * angle 69.08°.
   */
  @Test
  void moonOfTheWorkedExample() {
    // 0h TD is 59 s before 0h UTC. Sidereal time at Greenwich then, in degrees.
    double siderealTime = 199.8;
    double declination = Math.toRadians(13.7684);
    double longitude = 134.6885 - siderealTime;
    SunAndMoon found = at("1992-04-11T23:59:01Z", 40, wrap(longitude));
    // At its culmination; seen from the ground it stands lower by its parallax.
    double geocentric = 90 - 40 + Math.toDegrees(declination);
    double parallax =
        Math.toDegrees(Math.asin(6371 / 368409.7 * Math.cos(Math.toRadians(geocentric))));
    assertEquals(geocentric - parallax, found.moon().elevation(), 0.3);
    assertEquals(180, found.moon().azimuth(), 1);
    assertEquals(368_409_700, found.moonDistance(), 1_500_000);
    assertEquals(69.08, found.moonPhaseAngle(), 0.5);
  }

  /** Full on 3 March 2026, 11:38 UTC, in total eclipse; new on 12 August 2026, when the sun is. */
  @Test
  void moonOfTheEclipses() {
    assertEquals(0, at("2026-03-03T11:38:00Z", 0, -170).moonPhaseAngle(), 1.5);
    SunAndMoon eclipse = at("2026-08-12T17:46:00Z", 65.2, -25.2);
    assertEquals(180, eclipse.moonPhaseAngle(), 1.5);
    assertEquals(eclipse.sun().elevation(), eclipse.moon().elevation(), 0.4);
    assertEquals(eclipse.sun().azimuth(), eclipse.moon().azimuth(), 0.6);
  }

  @Test
  void answersAreRoundedAndFoundByName() {
    SunAndMoon.Place sun = at("2026-05-05T05:05:05Z", 12, 34).sun();
    assertEquals(sun.azimuth(), Math.rint(sun.azimuth() * 1e6) / 1e6);
    assertTrue(ServiceLoader.load(Ephemeris.class).findFirst().isPresent());
  }

  private static double wrap(double degrees) {
    return degrees < -180 ? degrees + 360 : degrees;
  }
}
