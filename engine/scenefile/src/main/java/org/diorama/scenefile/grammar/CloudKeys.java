package org.diorama.scenefile.grammar;

import java.util.List;
import java.util.Optional;
import org.diorama.core.scene.CloudDescription;
import org.diorama.core.scene.Parameter;

/** Keys of {@code lighting.clouds}. */
final class CloudKeys {
  static final Key<Parameter<Double>> COVER =
      Key.required(
              "cover",
              Parameters.perSequence(Parameters.UNIT_INTERVAL, ""),
              "Share of the sky that they cover: 1 is an overcast sky, whose light has no direction.")
          .example("{uniform: [0.2, 1]}");
  static final Key<Parameter<Double>> BASE =
      Key.withDefault(
              "base",
              Parameters.perSequence(new NumberRange(50, 12_000), "m"),
              "1200",
              "Height of their undersides above the scene.")
          .example("600");
  static final Key<Parameter<Double>> THICKNESS =
      Key.withDefault(
              "thickness",
              Parameters.perSequence(new NumberRange(10, 5000), "m"),
              "1000",
              "Where they are thickest; thicker ones are darker below.")
          .example("{log_uniform: [200, 2000]}");
  static final Key<Parameter<Double>> SEED =
      Key.withDefault(
              "seed",
              Parameters.wholePerSequence(0, 1_000_000),
              "{uniform_int: [0, 1000000]}",
              "Of their shapes.")
          .example("7");

  static final MapKind<CloudDescription> KIND =
      new MapKind<>(
          List.of(COVER, BASE, THICKNESS, SEED),
          values ->
              Optional.of(
                  new CloudDescription(
                      values.get(COVER),
                      values.get(BASE),
                      values.get(THICKNESS),
                      values.get(SEED))));

  private CloudKeys() {}
}
