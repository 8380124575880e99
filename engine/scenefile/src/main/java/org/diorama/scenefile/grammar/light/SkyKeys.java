package org.diorama.scenefile.grammar.light;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diorama.core.math.LinearColor;
import org.diorama.core.scene.Parameter;
import org.diorama.core.scene.SkyDescription;
import org.diorama.scenefile.grammar.distribution.Parameters;
import org.diorama.scenefile.grammar.kind.Key;
import org.diorama.scenefile.grammar.kind.Kind;
import org.diorama.scenefile.grammar.kind.MapKind;
import org.diorama.scenefile.grammar.kind.NamedFile;
import org.diorama.scenefile.grammar.kind.NumberRange;
import org.diorama.scenefile.grammar.kind.OneOfKind;
import org.diorama.scenefile.grammar.kind.ScalarOrMapKind;
import org.diorama.scenefile.grammar.kind.Schema;
import org.diorama.scenefile.grammar.kind.TextKind;
import org.diorama.scenefile.grammar.kind.Values;

/** Keys of {@code lighting.sky}. */
final class SkyKeys {
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
  static final Key<Parameter<Double>> ILLUMINANCE =
      Key.withDefault(
              "illuminance",
              Parameters.perSequence(SunKeys.LUX, "lux"),
              "20000",
              "Illuminance of an upward surface by the whole sky: of a gradient without the"
                  + " sun; of an hdri with its sun, by default in the unit that the file states, as"
                  + " OpenEXR does by whiteLuminance.")
          .example("{uniform: [14000, 24000]}");
  static final Key<SkyDescription> ATMOSPHERE =
      Key.optional(
          "atmosphere",
          AtmosphereKeys.KIND,
          "Instead of a gradient: air that is lit by sun and moon, from noon to night.");

  static final Key<String> HDRI =
      Key.optional(
              "hdri",
              new TextKind("a file name relative to this file", TextKind.ANY_LINE),
              "Instead of a gradient: an equirectangular image in the scene's folder, or in one that"
                  + " --models names: Radiance .hdr, or OpenEXR in rows, plain or packed by RLE or"
                  + " ZIP. Its sun becomes a light that casts shadows.")
          .example("parts/studio.hdr");
  static final Key<Parameter<Double>> ROTATION =
      Key.withDefault(
              "rotation",
              Parameters.perSequence(NumberRange.ANGLE, "degrees"),
              "0",
              "With hdri: azimuth of the image's middle, counter-clockwise from +X seen from above.")
          .example("{uniform: [0, 360]}");

  private static final MapKind<SkyDescription> MAP =
      new MapKind<>(
          List.of(ZENITH, HORIZON, GROUND, ILLUMINANCE, ATMOSPHERE, HDRI, ROTATION),
          List.of(
              Schema.excludes(
                  "atmosphere", "zenith", "horizon", "ground", "illuminance", "hdri", "rotation"),
              Schema.excludes("hdri", "zenith", "horizon", "ground"),
              Schema.needs("rotation", "hdri")),
          SkyKeys::sky);

  /** One word is short for the usual air. */
  static final Kind<SkyDescription> KIND =
      new ScalarOrMapKind<>(
          new OneOfKind<>(Map.of(ATMOSPHERE.name(), AtmosphereKeys.usual())), MAP);

  private SkyKeys() {}

  private static Optional<SkyDescription> sky(Values values) {
    if (!MAP.rules().hold(values, MAP.keys())) {
      return Optional.empty();
    }
    if (values.has(HDRI)) {
      return NamedFile.find(values, HDRI)
          .map(
              file ->
                  new SkyDescription.Image(
                      file, values.get(ROTATION), values.find(ILLUMINANCE), true));
    }
    return Optional.of(
        values
            .find(ATMOSPHERE)
            .orElseGet(
                () ->
                    new SkyDescription.Gradient(
                        values.get(ZENITH),
                        values.get(HORIZON),
                        values.get(GROUND),
                        values.get(ILLUMINANCE))));
  }
}
