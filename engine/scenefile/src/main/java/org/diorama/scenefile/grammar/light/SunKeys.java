package org.diorama.scenefile.grammar.light;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diorama.core.math.PlanckianLocus;
import org.diorama.core.scene.LightingDescription.Sun;
import org.diorama.core.scene.Parameter;
import org.diorama.core.scene.SkyPlace;
import org.diorama.scenefile.grammar.distribution.Parameters;
import org.diorama.scenefile.grammar.kind.Key;
import org.diorama.scenefile.grammar.kind.Kind;
import org.diorama.scenefile.grammar.kind.MapKind;
import org.diorama.scenefile.grammar.kind.NumberRange;
import org.diorama.scenefile.grammar.kind.OneOfKind;
import org.diorama.scenefile.grammar.kind.Reading;
import org.diorama.scenefile.grammar.kind.ScalarOrMapKind;
import org.diorama.scenefile.grammar.kind.Schema;
import org.diorama.scenefile.grammar.kind.Values;

/** Keys of {@code lighting.sun}. */
final class SunKeys {
  static final NumberRange LUX = new NumberRange(0, 1e6);

  static final Key<Parameter<Double>> AZIMUTH =
      Key.withDefault(
              "azimuth",
              Parameters.perSequence(NumberRange.ANGLE, "degrees"),
              "225",
              "Direction towards the sun, counter-clockwise from +X seen from above.")
          .example("{uniform: [0, 360]}");
  static final Key<Parameter<Double>> ELEVATION =
      Key.withDefault(
              "elevation",
              Parameters.perSequence(new NumberRange(-90, 90), "degrees"),
              "45",
              "Angle above the horizon; at 0 or below, the sun gives no light except what an"
                  + " atmosphere scatters.")
          .example("{uniform: [10, 60]}");
  static final Key<SkyDate> DATE =
      Key.optional(
              "date",
              new DateKind(),
              "Instead of azimuth and elevation: the sun's position on this day at a place"
                  + " on Earth.")
          .example("2026-06-21");
  static final Key<Parameter<Double>> TIME =
      Key.withDefault(
              "time",
              Parameters.perSequence(new NumberRange(0, 24), "h"),
              "12",
              "With date: hours of the local clock since midnight, 13.5 for half past one.")
          .example("{uniform: [8, 18]}");
  static final Key<Parameter<Double>> LATITUDE =
      Key.optional(
              "latitude",
              Parameters.perSequence(new NumberRange(-90, 90), "degrees"),
              "With date: of the place, north positive.")
          .example("48.14");
  static final Key<Parameter<Double>> LONGITUDE =
      Key.withDefault(
              "longitude",
              Parameters.perSequence(new NumberRange(-180, 180), "degrees"),
              "0",
              "With date: of the place, east positive.")
          .example("11.58");
  static final Key<Parameter<Double>> UTC_OFFSET =
      Key.optional(
              "utc_offset",
              Parameters.perSequence(new NumberRange(-12, 14), "h"),
              "With date: how far the local clock is ahead of UTC, summer time included; without it"
                  + " the whole hours nearest to longitude / 15.")
          .example("2");
  static final Key<Parameter<Double>> NORTH =
      Key.withDefault(
              "north",
              Parameters.perSequence(NumberRange.ANGLE, "degrees"),
              "90",
              "With date: where north is, counter-clockwise from +X; without it +Y.")
          .example("{uniform: [0, 360]}");
  static final Key<Parameter<Double>> ILLUMINANCE =
      Key.withDefault(
              "illuminance",
              Parameters.perSequence(LUX, "lux"),
              "100000",
              "Illuminance of a surface that faces the sun, with no cloud in between. If not"
                  + " written, in an atmosphere: what the air leaves of 128000.")
          .example("{uniform: [50000, 100000]}");
  static final Key<Parameter<Double>> TEMPERATURE =
      Key.withDefault(
              "temperature",
              Parameters.perSequence(
                  new NumberRange(PlanckianLocus.MIN_TEMPERATURE, PlanckianLocus.MAX_TEMPERATURE),
                  "K"),
              "5500",
              "Color of the sunlight. If not written, in an atmosphere: what the air leaves"
                  + " of it.")
          .example("{normal: [5200, 400]}");
  static final Key<Parameter<Double>> ANGULAR_DIAMETER =
      Key.withDefault(
              "angular_diameter",
              Parameters.perSequence(new NumberRange(0, 20), "degrees"),
              "0.53",
              "Apparent diameter of the sun's disc; a larger one softens shadows.")
          .example("1.5");

  private static final MapKind<Optional<Sun>> MAP =
      new MapKind<>(
          List.of(
              AZIMUTH,
              ELEVATION,
              DATE,
              TIME,
              LATITUDE,
              LONGITUDE,
              UTC_OFFSET,
              NORTH,
              ILLUMINANCE,
              TEMPERATURE,
              ANGULAR_DIAMETER),
          rules(),
          SunKeys::sun);

  static final Kind<Optional<Sun>> KIND = new ScalarOrMapKind<>(new OneOfKind<>(noSun()), MAP);

  private SunKeys() {}

  private static List<Map<String, Object>> rules() {
    List<Map<String, Object>> rules = new ArrayList<>();
    rules.add(Schema.excludes("date", "azimuth", "elevation"));
    rules.add(Schema.needs("date", "latitude"));
    for (String key : List.of("time", "latitude", "longitude", "utc_offset", "north")) {
      rules.add(Schema.needs(key, "date"));
    }
    return rules;
  }

  private static Map<String, Optional<Sun>> noSun() {
    Map<String, Optional<Sun>> words = new LinkedHashMap<>();
    words.put("none", Optional.empty());
    return words;
  }

  private static Optional<Optional<Sun>> sun(Values values) {
    if (!MAP.rules().hold(values, MAP.keys())) {
      return Optional.empty();
    }
    return Optional.of(
        Optional.of(
            new Sun(
                place(values),
                values.find(ILLUMINANCE),
                values.find(TEMPERATURE),
                values.get(ANGULAR_DIAMETER))));
  }

  private static SkyPlace place(Values values) {
    Optional<SkyDate> date = values.find(DATE);
    Optional<Parameter<Double>> latitude = values.find(LATITUDE);
    if (date.isEmpty() || latitude.isEmpty()) {
      return new SkyPlace.Angles(values.get(AZIMUTH), values.get(ELEVATION));
    }
    return new SkyPlace.Moment(
        date.get().year(),
        date.get().day(),
        values.get(TIME),
        latitude.get(),
        values.get(LONGITUDE),
        values.find(UTC_OFFSET),
        values.get(NORTH));
  }

  /** The same sun with light of its own where the scene says nothing of it. */
  static Sun shining(Sun sun, Reading reading) {
    Values usual = new Values(MapKind.join("lighting", "sun"), reading);
    return new Sun(
        sun.place(),
        Optional.of(sun.illuminance().orElseGet(() -> usual.get(ILLUMINANCE))),
        Optional.of(sun.temperature().orElseGet(() -> usual.get(TEMPERATURE))),
        sun.angularDiameter());
  }
}
