package org.diorama.scenefile.grammar.object;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diorama.core.math.DecimalText;
import org.diorama.core.scene.Parameter;
import org.diorama.core.scene.SettleDescription;
import org.diorama.scenefile.grammar.distribution.Parameters;
import org.diorama.scenefile.grammar.kind.FlagKind;
import org.diorama.scenefile.grammar.kind.Key;
import org.diorama.scenefile.grammar.kind.Kind;
import org.diorama.scenefile.grammar.kind.MapKind;
import org.diorama.scenefile.grammar.kind.NumberKind;
import org.diorama.scenefile.grammar.kind.NumberRange;
import org.diorama.scenefile.grammar.kind.OneOfKind;
import org.diorama.scenefile.grammar.kind.ScalarOrMapKind;
import org.diorama.scenefile.grammar.kind.Values;

/** Keys of an object's {@code settle}. */
final class SettleKeys {
  static final Key<Parameter<Double>> DROP =
      Key.withDefault(
              "drop",
              Parameters.perInstance(new NumberRange(0, 1000), "m"),
              DecimalText.of(SettleDescription.DROP),
              "Height above its place from which it falls; higher where another lies in its way.")
          .example("{uniform: [0.05, 0.3]}");
  static final Key<Parameter<Double>> FRICTION =
      Key.withDefault(
              "friction",
              Parameters.perInstance(new NumberRange(0, 10), ""),
              DecimalText.of(SettleDescription.FRICTION),
              "Coulomb's coefficient of friction on an object like itself; between unlike"
                  + " ones, the square root of the product of theirs. What does not fall has 0.6.")
          .example("{uniform: [0.2, 0.8]}");
  static final Key<Parameter<Double>> RESTITUTION =
      Key.withDefault(
              "restitution",
              Parameters.perInstance(NumberRange.UNIT_INTERVAL, ""),
              DecimalText.of(SettleDescription.RESTITUTION),
              "Share of its speed that a bounce gives back: 0 for putty, 0.8 for a rubber ball.")
          .example("0.5");
  static final Key<Parameter<Double>> DENSITY =
      Key.withDefault(
              "density",
              Parameters.perInstance(new NumberRange(0.01, 100000), "kg/m³"),
              DecimalText.of(SettleDescription.DENSITY),
              "Density; it matters only between things of different weight.")
          .example("7800");
  static final Key<Double> SECONDS =
      Key.withDefault(
              "seconds",
              new NumberKind(new NumberRange(0.01, 600), "s"),
              DecimalText.of(SettleDescription.SECONDS),
              "Simulated time, after which what still moves is left out and reported. A fall"
                  + " that is shown continues as long as the sequence lasts.")
          .example("3");
  static final Key<Boolean> SHOWN =
      Key.withDefault(
              "shown",
              new FlagKind(),
              "false",
              "Whether a sequence begins with the fall and shows it, together with all other"
                  + " shown falls, among everything that stands; otherwise things are at rest when"
                  + " it begins. Objects with motion push them on their way.")
          .example("true");
  static final Key<Boolean> YIELDS =
      Key.withDefault(
              "yields",
              new FlagKind(),
              "false",
              "Whether things that are at rest when a sequence begins are then pushed by"
                  + " what moves, and by one another; otherwise they stay. Not together with shown.")
          .example("true");

  private static final MapKind<SettleDescription> PARAMETERS =
      new MapKind<>(
          List.of(DROP, FRICTION, RESTITUTION, DENSITY, SECONDS, SHOWN, YIELDS),
          values ->
              during(values)
                  .map(
                      during ->
                          new SettleDescription(
                              values.get(DROP),
                              values.get(FRICTION),
                              values.get(RESTITUTION),
                              values.get(DENSITY),
                              values.get(SECONDS),
                              during)));

  static final Key<SettleDescription> PHYSICS =
      Key.required("physics", PARAMETERS, "Rigid bodies, as the word physics, with own values.");

  static final Kind<SettleDescription> KIND =
      new ScalarOrMapKind<>(
          new OneOfKind<>(Map.of("physics", SettleDescription.usual("settle.physics"))),
          new MapKind<>(List.of(PHYSICS), values -> Optional.of(values.get(PHYSICS))));

  private SettleKeys() {}

  private static Optional<SettleDescription.During> during(Values values) {
    boolean shown = values.get(SHOWN);
    if (shown && values.get(YIELDS)) {
      values.problem(
          YIELDS, "it falls in the sequence, and so yields anyway", "Remove this, or shown.");
      return Optional.empty();
    }
    return Optional.of(
        shown
            ? SettleDescription.During.FALL
            : values.get(YIELDS) ? SettleDescription.During.YIELD : SettleDescription.During.REST);
  }
}
