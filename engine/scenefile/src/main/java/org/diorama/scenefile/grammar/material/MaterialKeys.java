package org.diorama.scenefile.grammar.material;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.diorama.core.math.LinearColor;
import org.diorama.core.scene.MaterialDescription;
import org.diorama.core.scene.Parameter;
import org.diorama.scenefile.grammar.distribution.Parameters;
import org.diorama.scenefile.grammar.kind.Key;
import org.diorama.scenefile.grammar.kind.MapKind;
import org.diorama.scenefile.grammar.kind.NumberRange;
import org.diorama.scenefile.grammar.kind.Values;

/** Keys of an object's {@code material}. */
public final class MaterialKeys {
  static final Key<MaterialDescription.Surface> SURFACE =
      Key.optional(
              "surface",
              SurfaceFinishKeys.KIND,
              "What it is made of, with color, relief and gloss at true scale; for shapes and built"
                  + " assets.")
          .example("asphalt");
  static final Key<Parameter<LinearColor>> BASE_COLOR =
      Key.optional(
              "base_color",
              Parameters.surfaceColor(),
              "Color in place of the asset's own, textures included; with a surface, its mean"
                  + " color.")
          .example("{choice: {'#c0392b': 3, '#2166ac': 1}}");
  static final Key<Parameter<Double>> METALLIC =
      Key.optional(
              "metallic",
              Parameters.perInstance(NumberRange.UNIT_INTERVAL, ""),
              "0 for plastic, wood or paint, 1 for bare metal.")
          .example("{choice: {0: 3, 1: 1}}");
  static final Key<Parameter<Double>> ROUGHNESS =
      Key.optional(
              "roughness",
              Parameters.perInstance(NumberRange.UNIT_INTERVAL, ""),
              "0 for a mirror, 1 for chalk; with a surface, its mean.")
          .example("{uniform: [0.25, 0.8]}");

  static final Key<Parameter<LinearColor>> GLOW =
      Key.withDefault(
              "color",
              Parameters.surfaceColor(),
              "[1, 1, 1]",
              "Color of the light; only its hue and saturation count.")
          .example("{kelvin: 2700}");
  static final Key<Parameter<Double>> LUMINANCE =
      Key.required(
              "luminance",
              Parameters.perInstance(new NumberRange(0, 1e9), "cd/m²"),
              "Luminance, the same from every direction: 300 for a screen, 8000 for a"
                  + " fluorescent tube.")
          .example("{uniform: [150, 400]}");
  static final Key<MaterialDescription.Emission> EMISSION =
      Key.optional(
          "emission",
          new MapKind<>(
              List.of(GLOW, LUMINANCE),
              values ->
                  Optional.of(
                      new MaterialDescription.Emission(values.get(GLOW), values.get(LUMINANCE)))),
          "Light of its own, in place of the asset's. It is visible, but lights other"
              + " things in rooms only; to light things anywhere, with shadows, use a lamp.");

  public static final MapKind<MaterialDescription> KIND = kind(MaterialKeys::description);

  /** The same for the material of one name. */
  public static final MapKind<MaterialDescription.Part> PART =
      kind(values -> new MaterialDescription.Part(values.name(), description(values)));

  private MaterialKeys() {}

  private static <T> MapKind<T> kind(Function<Values, T> builder) {
    List<Key<?>> keys = new ArrayList<>(List.of(SURFACE, BASE_COLOR, METALLIC, ROUGHNESS));
    keys.addAll(FinishKeys.ALL);
    keys.add(EMISSION);
    return new MapKind<>(keys, values -> Optional.of(builder.apply(values)))
        .refusing(
            List.of(
                "opacity",
                "texture",
                "textures",
                "normal_map",
                "anisotropy",
                "specular",
                "subsurface",
                "displacement",
                "wetness"));
  }

  private static MaterialDescription description(Values values) {
    return new MaterialDescription(
        values.find(BASE_COLOR),
        values.find(METALLIC),
        values.find(ROUGHNESS),
        FinishKeys.description(values),
        values.find(EMISSION),
        values.find(SURFACE),
        List.of());
  }
}
