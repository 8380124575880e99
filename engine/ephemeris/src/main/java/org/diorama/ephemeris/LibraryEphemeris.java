package org.diorama.ephemeris;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import net.e175.klaus.solarpositioning.DeltaT;
import net.e175.klaus.solarpositioning.SPA;
import net.e175.klaus.solarpositioning.SolarPosition;
import org.diorama.core.ephemeris.Ephemeris;
import org.diorama.core.ephemeris.SunAndMoon;
import org.shredzone.commons.suncalc.MoonIllumination;
import org.shredzone.commons.suncalc.MoonPosition;

/**
 * The sun by NREL's algorithm (Reda and Andreas, Solar Position Algorithm for Solar Radiation
 * Applications, 2008), to 0.0003° in the years -2000 to 6000; the moon by the short series of
 * Montenbruck and Pfleger, Astronomy on the Personal Computer, to a few tenths of a degree.
 */
public final class LibraryEphemeris implements Ephemeris {
  /** Meters; parallax by the eye's height is lost in rounding. */
  private static final double SEA_LEVEL = 0;

  private static final double EARTH_RADIUS = 6_371_000;

  @Override
  public SunAndMoon at(Instant moment, double latitude, double longitude) {
    ZonedDateTime time = moment.atZone(ZoneOffset.UTC);
    SolarPosition sun =
        SPA.calculateSolarPosition(
            time, latitude, longitude, SEA_LEVEL, DeltaT.estimate(time.toLocalDate()));
    MoonPosition moon = MoonPosition.compute().on(time).at(latitude, longitude).execute();
    MoonIllumination light = MoonIllumination.compute().on(time).execute();
    double distance = moon.getDistance() * 1000;
    // The library looks from the Earth's center.
    double across = Math.cos(Math.toRadians(moon.getTrueAltitude()));
    double parallax = Math.toDegrees(Math.asin(EARTH_RADIUS / distance * across));
    return new SunAndMoon(
        new SunAndMoon.Place(sun.azimuth(), 90 - sun.zenithAngle()),
        new SunAndMoon.Place(moon.getAzimuth(), moon.getTrueAltitude() - parallax),
        distance,
        Math.abs(light.getPhase()));
  }
}
