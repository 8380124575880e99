package org.diorama.core.sample.light;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.diorama.core.ephemeris.Ephemeris;
import org.diorama.core.ephemeris.Refraction;
import org.diorama.core.ephemeris.SiderealTime;
import org.diorama.core.ephemeris.SunAndMoon;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Rotations;
import org.diorama.core.math.Vec3;
import org.diorama.core.random.DrawSite;
import org.diorama.core.sample.draw.DrawLog;
import org.diorama.core.scene.LightingDescription;
import org.diorama.core.scene.MoonDescription;
import org.diorama.core.scene.Parameter;
import org.diorama.core.scene.SkyPlace;
import org.diorama.core.sky.SkyBody;
import org.diorama.core.sky.air.Firmament;
import org.diorama.core.sky.air.Moonlight;
import org.diorama.core.sky.air.Sunlight;

/** Decides where sun and moon stand, and how bright they are above the air. */
final class BodySampler {
  /** Of an atmosphere that no sun lights. */
  static final SkyBody NO_SUN = new SkyBody(new Vec3(0, 0, -1), LinearColor.BLACK, 0);

  private static final DrawSite WHOLE = DrawSite.WHOLE;

  private final DrawLog draws;
  private final LightingDescription lighting;
  private final Optional<Dated> dated;

  /** Both bodies at a moment; the day sets the distance of the sun. */
  private record Dated(
      SunAndMoon places, int day, double north, double latitude, double siderealTime) {}

  BodySampler(DrawLog draws, Ephemeris ephemeris, LightingDescription lighting) {
    this.draws = draws;
    this.lighting = lighting;
    this.dated =
        lighting
            .sun()
            .map(LightingDescription.Sun::place)
            .filter(SkyPlace.Moment.class::isInstance)
            .map(place -> at((SkyPlace.Moment) place, ephemeris));
  }

  private Dated at(SkyPlace.Moment place, Ephemeris ephemeris) {
    int day = (int) number(place.day());
    double time = number(place.time());
    double latitude = number(place.latitude());
    double longitude = number(place.longitude());
    double offset =
        place.utcOffset().map(this::number).orElse((double) StrictMath.round(longitude / 15));
    double north = number(place.north());
    long milliseconds = StrictMath.round((time - offset) * 3_600_000);
    Instant moment =
        LocalDate.of(place.year(), 1, 1)
            .plusDays(day - 1)
            .atStartOfDay(ZoneOffset.UTC)
            .toInstant()
            .plusMillis(milliseconds);
    return new Dated(
        ephemeris.at(moment, latitude, longitude),
        day,
        north,
        latitude,
        SiderealTime.local(moment, longitude));
  }

  private double number(Parameter<Double> parameter) {
    return draws.number(parameter, WHOLE);
  }

  Optional<SunDecision> sun() {
    return lighting.sun().map(this::sun);
  }

  private SunDecision sun(LightingDescription.Sun sun) {
    Vec3 towards =
        dated
            .map(each -> towards(each.places().sun(), each.north()))
            .orElseGet(() -> towards((SkyPlace.Angles) sun.place()));
    Optional<Double> illuminance = sun.illuminance().map(this::number);
    Optional<Double> temperature = sun.temperature().map(this::number);
    double nearness = dated.map(each -> Sunlight.nearness(each.day())).orElse(1.0);
    SkyBody body =
        new SkyBody(
            towards,
            Sunlight.above(Sunlight.ILLUMINANCE * nearness),
            Rotations.radians(number(sun.angularDiameter())));
    return new SunDecision(body, illuminance, temperature);
  }

  Optional<SkyBody> moon() {
    if (lighting.moon() instanceof MoonDescription.Placed placed) {
      return Optional.of(
          Moonlight.body(
              towards(placed.place()),
              Moonlight.phaseAngle(number(placed.illuminated())),
              Moonlight.MEAN_DISTANCE));
    }
    return dated
        .filter(each -> lighting.moon() instanceof MoonDescription.OfTheMoment)
        .map(Dated::places)
        .map(
            places ->
                Moonlight.body(
                    towards(places.moon(), dated.get().north()),
                    places.moonPhaseAngle(),
                    places.moonDistance()));
  }

  /** The stars of the moment where there is one, and the moon's lit share. */
  Firmament firmament() {
    double phase = 0;
    if (lighting.moon() instanceof MoonDescription.Placed placed) {
      phase = Moonlight.phaseAngle(number(placed.illuminated()));
    } else if (dated.isPresent()) {
      phase = dated.get().places().moonPhaseAngle();
    }
    double radians = Rotations.radians(phase);
    return dated
        .map(
            each ->
                new Firmament(
                    radians,
                    Rotations.direction(
                        Rotations.radians(each.north()), Rotations.radians(each.latitude())),
                    each.siderealTime()))
        .orElse(new Firmament(radians, Firmament.USUAL.pole(), Firmament.USUAL.siderealTime()));
  }

  private Vec3 towards(SkyPlace.Angles place) {
    double azimuth = number(place.azimuth());
    return Rotations.direction(
        Rotations.radians(azimuth), Rotations.radians(number(place.elevation())));
  }

  private static Vec3 towards(SunAndMoon.Place place, double north) {
    return Rotations.direction(
        Rotations.radians(north - place.azimuth()),
        Rotations.radians(Refraction.apparent(place.elevation())));
  }
}
