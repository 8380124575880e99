package org.diorama.scenefile.grammar.light;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diorama.core.scene.MoonDescription;
import org.diorama.core.scene.Parameter;
import org.diorama.core.scene.SkyPlace;
import org.diorama.scenefile.grammar.distribution.Parameters;
import org.diorama.scenefile.grammar.kind.Key;
import org.diorama.scenefile.grammar.kind.Kind;
import org.diorama.scenefile.grammar.kind.MapKind;
import org.diorama.scenefile.grammar.kind.NumberRange;
import org.diorama.scenefile.grammar.kind.OneOfKind;
import org.diorama.scenefile.grammar.kind.ScalarOrMapKind;

/** Keys of {@code lighting.moon}. */
final class MoonKeys {
  static final Key<Parameter<Double>> AZIMUTH =
      Key.withDefault(
              "azimuth",
              Parameters.perSequence(NumberRange.ANGLE, "degrees"),
              "225",
              "Direction towards the moon, counter-clockwise from +X seen from above.")
          .example("{uniform: [0, 360]}");
  static final Key<Parameter<Double>> ELEVATION =
      Key.withDefault(
              "elevation",
              Parameters.perSequence(new NumberRange(-90, 90), "degrees"),
              "45",
              "Above the horizon.")
          .example("{uniform: [10, 60]}");
  static final Key<Parameter<Double>> ILLUMINATED =
      Key.withDefault(
              "illuminated",
              Parameters.perSequence(NumberRange.UNIT_INTERVAL, ""),
              "1",
              "Share of its disk that the sun lights: 1 is the full moon, which gives 0.25 lux.")
          .example("{uniform: [0.5, 1]}");

  static final Kind<MoonDescription> KIND =
      new ScalarOrMapKind<>(
          new OneOfKind<>(Map.of("none", new MoonDescription.None())),
          new MapKind<>(
              List.of(AZIMUTH, ELEVATION, ILLUMINATED),
              values ->
                  Optional.of(
                      new MoonDescription.Placed(
                          new SkyPlace.Angles(values.get(AZIMUTH), values.get(ELEVATION)),
                          values.get(ILLUMINATED)))));

  private MoonKeys() {}
}
