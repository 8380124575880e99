package org.diorama.scenefile.grammar.motion;

import java.util.List;
import java.util.Optional;
import org.diorama.core.scene.MotionDescription;
import org.diorama.core.scene.Parameter;
import org.diorama.scenefile.grammar.distribution.Parameters;
import org.diorama.scenefile.grammar.kind.Key;
import org.diorama.scenefile.grammar.kind.MapKind;
import org.diorama.scenefile.grammar.kind.NumberRange;

/** Keys of what the wind does to an object. */
final class WindKeys {
  static final Key<Parameter<Double>> SPEED =
      Key.required(
              "speed",
              Parameters.perSequence(new NumberRange(0, 60), "m/s"),
              "Mean speed of the wind: 3 for a light breeze, 10 for a fresh one, 20 for a gale."
                  + " Name it under define to give several objects the same.")
          .example("{uniform: [2, 12]}");
  static final Key<Parameter<Double>> TOWARDS =
      Key.withDefault(
              "towards",
              Parameters.perSequence(new NumberRange(-360, 360), "degrees"),
              "0",
              "Where it blows to: 0 for +X of the parent or the world, 90 for +Y.")
          .example("{uniform: [0, 360]}");
  static final Key<Parameter<Double>> BEND =
      Key.withDefault(
              "bend",
              Parameters.perInstance(new NumberRange(0, 45), "degrees"),
              "2",
              "How far a steady wind of 10 m/s bends it; grows with the square of the speed.")
          .example("{uniform: [1, 3]}");
  static final Key<Parameter<Double>> GUSTS =
      Key.withDefault(
              "gusts",
              Parameters.perSequence(new NumberRange(0, 1), "share"),
              "0.25",
              "Turbulence: standard deviation of the speed by its mean; 0.1 at sea, 0.3 in towns.")
          .example("0.3");
  static final Key<Parameter<Double>> PERIOD =
      Key.withDefault(
              "period",
              Parameters.perInstance(new NumberRange(0.05, 1000), "s"),
              "2",
              "How long a swing takes: 0.5 for a sign, 2 for a small tree, 5 for a tall one.")
          .example("{uniform: [1.5, 3]}");
  static final Key<Parameter<Double>> PHASE =
      Key.withDefault(
              "phase",
              Parameters.perInstance(new NumberRange(0, 1), "rounds"),
              "{uniform: [0, 1]}",
              "Phase of the swing at the start.")
          .example("0.5");

  static final MapKind<MotionDescription> KIND =
      new MapKind<>(
          List.of(SPEED, TOWARDS, BEND, GUSTS, PERIOD, PHASE),
          values ->
              Optional.of(
                  new MotionDescription.Wind(
                      values.get(SPEED),
                      values.get(TOWARDS),
                      values.get(BEND),
                      values.get(GUSTS),
                      values.get(PERIOD),
                      values.get(PHASE))));

  private WindKeys() {}
}
