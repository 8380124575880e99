package org.diorama.scenefile.grammar;

import java.util.List;
import java.util.Optional;
import org.diorama.core.math.LinearColor;
import org.diorama.core.scene.MaterialDescription;
import org.diorama.core.scene.Parameter;

/** Keys of an object's {@code material}. */
final class MaterialKeys {
  static final Key<Parameter<LinearColor>> BASE_COLOR =
      Key.optional(
              "base_color",
              Parameters.surfaceColor(),
              "Color in place of the asset's own, textures included.")
          .example("{choice: {'#c0392b': 3, '#2166ac': 1}}");
  static final Key<Parameter<Double>> METALLIC =
      Key.optional(
              "metallic",
              Parameters.perInstance(Parameters.UNIT_INTERVAL, ""),
              "0 for plastic, wood or paint, 1 for bare metal.")
          .example("{choice: {0: 3, 1: 1}}");
  static final Key<Parameter<Double>> ROUGHNESS =
      Key.optional(
              "roughness",
              Parameters.perInstance(Parameters.UNIT_INTERVAL, ""),
              "0 for a mirror, 1 for chalk.")
          .example("{uniform: [0.25, 0.8]}");

  static final Key<Parameter<LinearColor>> GLOW =
      Key.withDefault(
              "color",
              Parameters.surfaceColor(),
              "[1, 1, 1]",
              "Of the light; how bright it is does not count.")
          .example("{kelvin: 2700}");
  static final Key<Parameter<Double>> LUMINANCE =
      Key.required(
              "luminance",
              Parameters.perInstance(new NumberRange(0, 1e9), "cd/m²"),
              "Seen from everywhere: 300 for a screen, 8000 for a fluorescent tube.")
          .example("{uniform: [150, 400]}");
  static final Key<MaterialDescription.Emission> EMISSION =
      Key.optional(
          "emission",
          new MapKind<>(
              List.of(GLOW, LUMINANCE),
              values ->
                  Optional.of(
                      new MaterialDescription.Emission(values.get(GLOW), values.get(LUMINANCE)))),
          "Light of its own in place of the asset's. It is seen; what lights others is a lamp.");

  static final MapKind<MaterialDescription> KIND =
      new MapKind<>(
              List.of(BASE_COLOR, METALLIC, ROUGHNESS, EMISSION),
              values ->
                  Optional.of(
                      new MaterialDescription(
                          values.find(BASE_COLOR),
                          values.find(METALLIC),
                          values.find(ROUGHNESS),
                          values.find(EMISSION))))
          .refusing(
              List.of(
                  "transmission",
                  "opacity",
                  "ior",
                  "texture",
                  "textures",
                  "normal_map",
                  "clearcoat",
                  "sheen",
                  "anisotropy",
                  "specular",
                  "subsurface",
                  "displacement",
                  "wetness"));

  private MaterialKeys() {}
}
