package org.diorama.scenefile.grammar.light;

import java.util.List;
import java.util.Optional;
import org.diorama.core.math.LinearColor;
import org.diorama.core.scene.Parameter;
import org.diorama.core.scene.SkyDescription;
import org.diorama.core.sky.air.Air;
import org.diorama.scenefile.diagnostic.Problems;
import org.diorama.scenefile.grammar.distribution.Parameters;
import org.diorama.scenefile.grammar.kind.Key;
import org.diorama.scenefile.grammar.kind.MapKind;
import org.diorama.scenefile.grammar.kind.NumberRange;
import org.diorama.scenefile.grammar.kind.Reading;
import org.diorama.scenefile.grammar.kind.Values;

/** Keys of {@code lighting.sky.atmosphere}. */
final class AtmosphereKeys {
  static final Key<Parameter<Double>> VISIBILITY =
      Key.withDefault(
              "visibility",
              Parameters.perSequence(new NumberRange(Air.MIN_VISIBILITY, Air.MAX_VISIBILITY), "m"),
              "40000",
              "How far one sees through the haze: at this distance 2 % of a contrast are left. 5000"
                  + " is hazy, 100000 very clear.")
          .example("{log_uniform: [8000, 80000]}");
  static final Key<Parameter<Double>> OZONE =
      Key.withDefault(
              "ozone",
              Parameters.perSequence(new NumberRange(0, 600), "DU"),
              "300",
              "Ozone of the whole column of air; it makes the dusk blue.")
          .example("{normal: [300, 30]}");
  static final Key<Parameter<LinearColor>> GROUND_ALBEDO =
      Key.withDefault(
              "ground_albedo",
              Parameters.albedo(),
              "[0.18, 0.17, 0.14]",
              "Reflectance of the ground all around, which lights the sky from below.")
          .example("[0.8, 0.8, 0.82]");
  static final Key<Parameter<Double>> ALTITUDE =
      Key.withDefault(
              "altitude",
              Parameters.perSequence(new NumberRange(0, 8000), "m"),
              "0",
              "Altitude of the scene above sea level.")
          .example("1600");

  static final MapKind<SkyDescription> KIND =
      new MapKind<>(
          List.of(VISIBILITY, OZONE, GROUND_ALBEDO, ALTITUDE),
          values -> Optional.of(atmosphere(values)));

  private AtmosphereKeys() {}

  private static SkyDescription atmosphere(Values values) {
    return new SkyDescription.Atmosphere(
        values.get(VISIBILITY), values.get(OZONE), values.get(GROUND_ALBEDO), values.get(ALTITUDE));
  }

  /** As where no key is written. */
  static SkyDescription usual() {
    Reading apart = Reading.ofOwn(new Problems());
    return atmosphere(new Values("lighting.sky.atmosphere", apart));
  }
}
