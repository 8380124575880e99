package org.diorama.scenefile.grammar.object;

import java.util.List;
import java.util.Optional;
import org.diorama.core.scene.Parameter;
import org.diorama.core.scene.Placement;
import org.diorama.scenefile.grammar.distribution.Parameters;
import org.diorama.scenefile.grammar.kind.FlagKind;
import org.diorama.scenefile.grammar.kind.Key;
import org.diorama.scenefile.grammar.kind.MapKind;
import org.diorama.scenefile.grammar.kind.NumberKind;
import org.diorama.scenefile.grammar.kind.NumberRange;

/** Keys of an object's {@code area}. */
final class AreaKeys {
  static final Key<Parameter<Double>> X =
      Key.required("x", Parameters.span(), "Position of the asset's origin, meters.")
          .example("[-1.5, 1.5]");
  static final Key<Parameter<Double>> Y =
      Key.required("y", Parameters.span(), "Position of the asset's origin, meters.")
          .example("{normal: [1.8, 0.1]}");
  static final Key<Parameter<Double>> Z =
      Key.withDefault(
              "z",
              Parameters.perInstance(NumberRange.COORDINATE, "m"),
              "0",
              "Height of the surface that the lowest point rests on.")
          .example("0.75");
  static final Key<Boolean> SEPARATE =
      Key.withDefault(
              "separate",
              new FlagKind(),
              "true",
              "Whether instances keep clear of all earlier separate ones; one that finds no place is"
                  + " left out and reported.")
          .example("false");
  static final String CLEARANCE_MEANING =
      "Free distance, sideways, between this and other separate instances, measured"
          + " between boxes along their own axes. If neither asks for any, only their"
          + " surfaces keep apart, so that a chair may stand under a table.";

  static final Key<Double> CLEARANCE =
      Key.withDefault(
              "clearance", new NumberKind(new NumberRange(0, 1e4), "m"), "0", CLEARANCE_MEANING)
          .example("0.05");

  static final MapKind<Placement> KIND =
      new MapKind<>(
          List.of(X, Y, Z, SEPARATE, CLEARANCE),
          values ->
              Optional.of(
                  new Placement.Area(
                      values.get(X),
                      values.get(Y),
                      values.get(Z),
                      values.get(SEPARATE),
                      values.get(CLEARANCE))));

  private AreaKeys() {}
}
