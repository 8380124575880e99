package org.diorama.scenefile.grammar.camera;

import java.util.List;
import org.diorama.core.light.ToneCurve;
import org.diorama.core.math.PlanckianLocus;
import org.diorama.core.scene.DevelopmentDescription;
import org.diorama.core.scene.Parameter;
import org.diorama.scenefile.grammar.distribution.Parameters;
import org.diorama.scenefile.grammar.kind.Key;
import org.diorama.scenefile.grammar.kind.NumberRange;
import org.diorama.scenefile.grammar.kind.OneOfKind;
import org.diorama.scenefile.grammar.kind.Values;

/** Keys that say how a camera makes an image of the light that it gets. */
final class DevelopmentKeys {
  static final Key<Parameter<Double>> EXPOSURE =
      Key.optional(
              "exposure",
              Parameters.perSequence(new NumberRange(-20, 30), "EV100"),
              "Exposure value at ISO 100: 15 suits full sun, 7 a lit room; without it each image is"
                  + " metered by itself, and dim light (below 5 cd/m²) stays darker.")
          .example("{uniform: [13, 15]}");
  static final Key<Parameter<Double>> COMPENSATION =
      Key.withDefault(
              "compensation",
              Parameters.perSequence(new NumberRange(-10, 10), "stops"),
              "0",
              "By how much the image is brighter than its exposure, or the meter, would make it.")
          .example("{normal: [0, 0.3]}");
  static final Key<Parameter<Double>> WHITE_BALANCE =
      Key.optional(
              "white_balance",
              Parameters.perSequence(
                  new NumberRange(PlanckianLocus.MIN_TEMPERATURE, PlanckianLocus.MAX_TEMPERATURE),
                  "K"),
              "Color temperature of the light that is shown as white; without it colors stay as"
                  + " they are lit.")
          .example("3200");
  static final Key<ToneCurve> TONE_CURVE =
      Key.withDefault(
              "tone_curve",
              OneOfKind.constants(ToneCurve.class),
              "neutral",
              "How light becomes display values: neutral is linear except for the brightest"
                  + " lights; filmic (AgX) has a toe and a long shoulder in which bright colors"
                  + " tend to white.")
          .example("filmic");
  static final Key<Parameter<Double>> GLARE =
      Key.withDefault(
              "glare",
              Parameters.perSequence(new NumberRange(0, 0.5), "share"),
              "0",
              "Share of the light that the lens scatters over the image, so that bright lights get a halo.")
          .example("0.03");

  static final List<Key<?>> KEYS =
      List.of(EXPOSURE, COMPENSATION, WHITE_BALANCE, TONE_CURVE, GLARE);

  private DevelopmentKeys() {}

  static DevelopmentDescription of(Values values) {
    return new DevelopmentDescription(
        values.find(EXPOSURE),
        values.get(COMPENSATION),
        values.find(WHITE_BALANCE),
        values.get(TONE_CURVE),
        values.get(GLARE));
  }
}
