package org.diorama.scenefile.grammar.object;

import java.util.List;
import java.util.Optional;
import org.diorama.core.scene.Parameter;
import org.diorama.core.scene.Placement;
import org.diorama.scenefile.grammar.distribution.Parameters;
import org.diorama.scenefile.grammar.kind.Key;
import org.diorama.scenefile.grammar.kind.MapKind;
import org.diorama.scenefile.grammar.kind.NamingKind;
import org.diorama.scenefile.grammar.kind.NumberRange;
import org.diorama.scenefile.grammar.kind.Schema;
import org.diorama.scenefile.grammar.kind.TextKind;
import org.diorama.scenefile.grammar.kind.Values;

/** Keys of a place {@code in_view}. */
final class InViewKeys {
  static final Key<String> CAMERA =
      Key.optional(
              "camera",
              new NamingKind<>(
                  new TextKind("the name of a camera that is not attached", TextKind.STEP),
                  (reading, path, name) -> reading.useCamera(path, name)),
              "The camera; without it the first one.")
          .example("front");
  static final Key<Parameter<Double>> DISTANCE =
      Key.required(
              "distance",
              Parameters.perInstance(new NumberRange(0.001, 1e7), "m"),
              "Distance of the origin along the camera's axis, as in its depth image.")
          .example("{uniform: [4, 30]}");
  static final Key<Parameter<Double>> X =
      Key.withDefault(
              "x",
              Parameters.perInstance(NumberRange.UNIT_INTERVAL, ""),
              "{uniform: [0, 1]}",
              "Share of the image's width from the left.")
          .example("0.5");
  static final Key<Parameter<Double>> Y =
      Key.optional(
              "y",
              Parameters.perInstance(NumberRange.UNIT_INTERVAL, ""),
              "Share of the image's height from the top: the instances float with the center"
                  + " of their bounds there; without it they stand on the ground.")
          .example("{uniform: [0.2, 0.8]}");
  static final Key<Parameter<Double>> Z =
      Key.withDefault(
              "z",
              Parameters.perInstance(NumberRange.COORDINATE, "m"),
              "0",
              "Height of the ground, without y.")
          .example("0.13");

  static final MapKind<Placement> KIND =
      new MapKind<>(
          List.of(CAMERA, DISTANCE, X, Y, Z), List.of(Schema.excludes("y", "z")), InViewKeys::view);

  private InViewKeys() {}

  private static Optional<Placement> view(Values values) {
    if (values.has(Y) && values.has(Z)) {
      values.problem(Z, "there is also y", "Write one of y and z.");
      return Optional.empty();
    }
    return Optional.of(
        new Placement.InView(
            values.find(CAMERA).orElse(""),
            values.get(DISTANCE),
            values.get(X),
            values.find(Y),
            values.get(Z),
            Placement.Separation.NONE));
  }
}
