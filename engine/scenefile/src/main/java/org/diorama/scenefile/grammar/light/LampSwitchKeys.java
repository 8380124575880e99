package org.diorama.scenefile.grammar.light;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diorama.core.scene.Distribution;
import org.diorama.core.scene.LampSwitch;
import org.diorama.core.scene.Parameter;
import org.diorama.core.scene.Scope;
import org.diorama.scenefile.grammar.distribution.Parameters;
import org.diorama.scenefile.grammar.kind.Key;
import org.diorama.scenefile.grammar.kind.Kind;
import org.diorama.scenefile.grammar.kind.MapKind;
import org.diorama.scenefile.grammar.kind.NumberRange;
import org.diorama.scenefile.grammar.kind.OneOfKind;
import org.diorama.scenefile.grammar.kind.ScalarOrMapKind;
import org.diorama.scenefile.grammar.kind.Schema;
import org.diorama.scenefile.grammar.kind.Values;

/** Keys of a lamp's {@code on}. */
final class LampSwitchKeys {
  static final Key<Parameter<Double>> SUN_BELOW =
      Key.optional(
              "sun_below",
              Parameters.perInstance(new NumberRange(-90, 90), "degrees"),
              "Elevation of the sun below which it is on.")
          .example("{uniform: [-2, 1]}");
  static final Key<Parameter<Double>> LUX_BELOW =
      Key.optional(
              "lux_below",
              Parameters.perInstance(new NumberRange(0, 200_000), "lux"),
              "It is on below this illuminance of level open ground by sun and sky, through"
                  + " clouds and fog. Photocells of street lamps switch at 10 to 70, headlights at"
                  + " about 1000.")
          .example("{log_uniform: [10, 70]}");
  static final Key<Parameter<Double>> VISIBILITY_BELOW =
      Key.optional(
              "visibility_below",
              Parameters.perInstance(new NumberRange(1, 1e6), "m"),
              "It is on when the visibility, the distance at which black can just be told"
                  + " from the horizon, rain and snow included, is below this.")
          .example("{uniform: [300, 1000]}");
  static final Key<Parameter<Double>> FALL_ABOVE =
      Key.optional(
              "fall_above",
              Parameters.perInstance(new NumberRange(0, 200), "mm/h"),
              "Rain and snow together, as water, above which it is on.")
          .example("0.5");

  /** As street lamps by their own sensors: not all of them at once. */
  private static final Parameter<Double> DUSK =
      new Parameter<>("dusk", new Distribution.Uniform(-1, 2), Scope.INSTANCE);

  /** Fog by the World Meteorological Organization's definition. */
  private static final double FOG = 1000;

  /** Millimeters an hour at which wipers are on. */
  private static final double DRIZZLE = 0.1;

  private static final LampSwitch DRIVING =
      new LampSwitch(
          Optional.of(DUSK),
          true,
          Optional.empty(),
          Optional.of(Parameter.constant("driving.visibility_below", FOG)),
          Optional.of(Parameter.constant("driving.fall_above", DRIZZLE)));

  private static final List<Key<?>> KEYS =
      List.of(SUN_BELOW, LUX_BELOW, VISIBILITY_BELOW, FALL_ABOVE);

  static final Kind<LampSwitch> KIND =
      new ScalarOrMapKind<>(
          new OneOfKind<>(words()),
          new MapKind<>(
              KEYS,
              List.of(
                  Schema.of(
                      "anyOf", KEYS.stream().map(key -> Schema.required(key.name())).toList())),
              values -> Optional.of(written(values))));

  private LampSwitchKeys() {}

  private static Map<String, LampSwitch> words() {
    Map<String, LampSwitch> words = new LinkedHashMap<>();
    words.put("always", LampSwitch.ALWAYS);
    words.put("dusk", LampSwitch.asDarkAs(DUSK));
    words.put("driving", DRIVING);
    return words;
  }

  private static LampSwitch written(Values values) {
    return new LampSwitch(
        values.find(SUN_BELOW),
        false,
        values.find(LUX_BELOW),
        values.find(VISIBILITY_BELOW),
        values.find(FALL_ABOVE));
  }

  /**
   * The switch of one lamp: a word's own draw has the lamp's path.
   *
   * @param path dotted, of its {@code on}
   */
  static LampSwitch of(LampSwitch read, String path) {
    return new LampSwitch(
        read.sunBelow()
            .map(
                below ->
                    below == DUSK
                        ? new Parameter<>(path, DUSK.distribution(), DUSK.scope())
                        : below),
        read.asDark(),
        read.luxBelow(),
        read.visibilityBelow(),
        read.fallAbove());
  }
}
