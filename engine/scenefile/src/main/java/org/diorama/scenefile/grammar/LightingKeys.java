package org.diorama.scenefile.grammar;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.PlanckianLocus;
import org.diorama.core.scene.LightingDescription;
import org.diorama.core.scene.Parameter;

/** Keys of {@code lighting}. */
final class LightingKeys {
  private static final NumberRange LUX = new NumberRange(0, 1e6);

  static final Key<Parameter<Double>> AZIMUTH =
      Key.withDefault(
              "azimuth",
              Parameters.perSequence(Parameters.ANGLE, "degrees"),
              "225",
              "Of the direction towards the sun, counter-clockwise from +X seen from above.")
          .example("{uniform: [0, 360]}");
  static final Key<Parameter<Double>> ELEVATION =
      Key.withDefault(
              "elevation",
              Parameters.perSequence(new NumberRange(-90, 90), "degrees"),
              "45",
              "Above the horizon; at or below it the sun gives no light.")
          .example("{uniform: [10, 60]}");
  static final Key<Parameter<Double>> SUN_ILLUMINANCE =
      Key.withDefault(
              "illuminance",
              Parameters.perSequence(LUX, "lux"),
              "100000",
              "On a surface that faces the sun.")
          .example("{uniform: [50000, 100000]}");
  static final Key<Parameter<Double>> TEMPERATURE =
      Key.withDefault(
              "temperature",
              Parameters.perSequence(
                  new NumberRange(PlanckianLocus.MIN_TEMPERATURE, PlanckianLocus.MAX_TEMPERATURE),
                  "K"),
              "5500",
              "Color of the sunlight.")
          .example("{normal: [5200, 400]}");
  static final Key<Parameter<Double>> ANGULAR_DIAMETER =
      Key.withDefault(
              "angular_diameter",
              Parameters.perSequence(new NumberRange(0, 20), "degrees"),
              "0.53",
              "Of the sun's disc; a larger one softens shadows.")
          .example("1.5");

  private static final Kind<Optional<LightingDescription.Sun>> SUN_MAP =
      new MapKind<>(
          List.of(AZIMUTH, ELEVATION, SUN_ILLUMINANCE, TEMPERATURE, ANGULAR_DIAMETER),
          values ->
              Optional.of(
                  Optional.of(
                      new LightingDescription.Sun(
                          values.get(AZIMUTH),
                          values.get(ELEVATION),
                          values.get(SUN_ILLUMINANCE),
                          values.get(TEMPERATURE),
                          values.get(ANGULAR_DIAMETER)))));
  static final Key<Optional<LightingDescription.Sun>> SUN =
      Key.withDefault(
              "sun", new ScalarOrMapKind<>(new OneOfKind<>(noSun()), SUN_MAP), "{}", "The sun.")
          .example("none");

  static final Key<Parameter<LinearColor>> ZENITH =
      Key.withDefault(
              "zenith",
              Parameters.lightColor(false),
              "[0.26, 0.47, 1.0]",
              "Color straight up, relative to the sky's other colors.")
          .example("'#4a78c8'");
  static final Key<Parameter<LinearColor>> HORIZON =
      Key.withDefault(
              "horizon", Parameters.lightColor(false), "[0.75, 0.88, 1.0]", "Color at the horizon.")
          .example("{uniform: ['#b0c4de', '#ffffff']}");
  static final Key<Parameter<LinearColor>> GROUND =
      Key.withDefault(
              "ground",
              Parameters.lightColor(true),
              "[0.22, 0.2, 0.18]",
              "Color of all directions below the horizon.")
          .example("{choice: ['#55504a', '#3a4a2a']}");
  static final Key<Parameter<Double>> SKY_ILLUMINANCE =
      Key.withDefault(
              "illuminance",
              Parameters.perSequence(LUX, "lux"),
              "20000",
              "On an upward surface from the whole sky, the sun excluded.")
          .example("{uniform: [14000, 24000]}");
  static final Key<LightingDescription.Sky> SKY =
      Key.withDefault(
          "sky",
          new MapKind<>(
              List.of(ZENITH, HORIZON, GROUND, SKY_ILLUMINANCE),
              values ->
                  Optional.of(
                      new LightingDescription.Sky(
                          values.get(ZENITH),
                          values.get(HORIZON),
                          values.get(GROUND),
                          values.get(SKY_ILLUMINANCE)))),
          "{}",
          "The sky's gradient.");

  static final MapKind<LightingDescription> KIND =
      new MapKind<>(
              List.of(SUN, SKY),
              values -> Optional.of(new LightingDescription(values.get(SUN), values.get(SKY))))
          .refusing(List.of("lamps", "environment", "moon", "fog", "clouds", "time", "place"));

  private LightingKeys() {}

  private static Map<String, Optional<LightingDescription.Sun>> noSun() {
    Map<String, Optional<LightingDescription.Sun>> words = new LinkedHashMap<>();
    words.put("none", Optional.empty());
    return words;
  }
}
