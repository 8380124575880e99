package org.diorama.scenefile.grammar.material;

import java.util.List;
import org.diorama.core.math.LinearColor;
import org.diorama.core.scene.FinishDescription;
import org.diorama.core.scene.Parameter;
import org.diorama.scenefile.grammar.distribution.NumberParameterKind;
import org.diorama.scenefile.grammar.distribution.Parameters;
import org.diorama.scenefile.grammar.kind.FlagKind;
import org.diorama.scenefile.grammar.kind.Key;
import org.diorama.scenefile.grammar.kind.NumberRange;
import org.diorama.scenefile.grammar.kind.Values;

/** Keys of a {@code material} beyond metal and roughness. */
final class FinishKeys {
  static final Key<Parameter<Double>> COAT =
      Key.optional(
              "coat",
              share(),
              "Clear lacquer over the surface, of refractive index 1.5: 1 for car paint, 0 for none.")
          .example("{uniform: [0.5, 1]}");
  static final Key<Parameter<Double>> COAT_ROUGHNESS =
      Key.optional(
              "coat_roughness", share(), "Roughness of the lacquer; 0 where the asset has no coat.")
          .example("0.05");
  static final Key<Parameter<LinearColor>> SHEEN =
      Key.optional(
              "sheen",
              Parameters.surfaceColor(),
              "Color in which the fibers of a cloth light up along its outline; black for none.")
          .example("'#c8b4a0'");
  static final Key<Parameter<Double>> SHEEN_ROUGHNESS =
      Key.optional("sheen_roughness", share(), "0.2 for satin, 0.5 for velvet.").example("0.4");
  static final Key<Parameter<Double>> TRANSMISSION =
      Key.optional(
              "transmission",
              share(),
              "Share of the light that passes instead of being scattered, tinted by the base"
                  + " color: 1 for glass. Roughness from 0.1 on blurs what is behind. Up to four"
                  + " such surfaces in front of the opaque one are drawn, further ones are left"
                  + " out. In sunlight all of them cast shade by what they reflect and absorb;"
                  + " light of lamps passes. Labels and depth are those of the transparent surface.")
          .example("1");
  static final Key<Parameter<Double>> IOR =
      Key.optional(
              "ior",
              Parameters.perInstance(new NumberRange(1, 3), ""),
              "Refractive index of what light passes: 1.33 for water, 1.5 for glass.")
          .example("1.33");
  static final Key<Boolean> SOLID =
      Key.optional(
              "solid",
              new FlagKind(),
              "Whether the surface bounds a body, in which light is refracted and absorbed; else it"
                  + " is a pane, both sides of which are one surface.")
          .example("true");
  static final Key<Parameter<LinearColor>> ABSORPTION =
      Key.optional(
              "absorption",
              Parameters.surfaceColor(),
              "Color of white light after absorption_distance in a solid body.")
          .example("[0.4, 0.8, 0.5]");
  static final Key<Parameter<Double>> ABSORPTION_DISTANCE =
      Key.optional(
              "absorption_distance",
              Parameters.perInstance(new NumberRange(1e-4, 1e4), "m"),
              "Distance after which white light has the color of absorption; without it the body is clear.")
          .example("0.05");
  static final Key<Parameter<Double>> TRANSLUCENCY =
      Key.optional(
              "translucency",
              share(),
              "Share of the scattered light that leaves on the other side, so that the surface glows"
                  + " before the sun: 0.4 for a leaf or a lampshade.")
          .example("0.4");

  /** In the order of the reference. */
  static final List<Key<?>> ALL =
      List.of(
          COAT,
          COAT_ROUGHNESS,
          SHEEN,
          SHEEN_ROUGHNESS,
          TRANSMISSION,
          IOR,
          SOLID,
          ABSORPTION,
          ABSORPTION_DISTANCE,
          TRANSLUCENCY);

  private FinishKeys() {}

  private static NumberParameterKind share() {
    return Parameters.perInstance(NumberRange.UNIT_INTERVAL, "");
  }

  static FinishDescription description(Values values) {
    return new FinishDescription(
        values.find(COAT),
        values.find(COAT_ROUGHNESS),
        values.find(SHEEN),
        values.find(SHEEN_ROUGHNESS),
        values.find(TRANSMISSION),
        values.find(IOR),
        values.find(SOLID),
        values.find(ABSORPTION),
        values.find(ABSORPTION_DISTANCE),
        values.find(TRANSLUCENCY));
  }
}
