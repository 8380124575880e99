package org.diorama.scenefile.grammar;

import java.util.List;
import java.util.Optional;
import org.diorama.core.scene.LabelRules;

/** Keys of {@code labels}. */
final class LabelKeys {
  static final Key<Double> DEPTH_MAX =
      Key.withDefault(
              "max",
              new NumberKind(new NumberRange(0.001, 1e6), "m"),
              "65",
              "Surfaces beyond have depth 0; above 65.535 the depth images take a coarser step.")
          .example("120");
  static final Key<Double> DEPTH =
      Key.withDefault(
          "depth",
          new MapKind<>(List.of(DEPTH_MAX), values -> Optional.of(values.get(DEPTH_MAX))),
          "{}",
          "Depth images.");
  static final Key<Long> MIN_PIXELS =
      Key.withDefault(
              "min_pixels",
              new WholeKind(1, Integer.MAX_VALUE),
              "1",
              "Fewest visible pixels of an annotated instance.")
          .example("16");
  static final Key<Double> MIN_VISIBLE_FRACTION =
      Key.withDefault(
              "min_visible_fraction",
              new NumberKind(Parameters.UNIT_INTERVAL, ""),
              "0",
              "Lowest visible fraction of an annotated instance.")
          .example("0.05");
  static final Key<LabelRules.Then> THEN =
      Key.withDefault(
              "then",
              OneOfKind.constants(LabelRules.Then.class),
              "void",
              "What becomes of an instance below either bound.")
          .example("crowd");
  static final Key<Drop> DROP =
      Key.withDefault(
          "drop",
          new MapKind<>(
              List.of(MIN_PIXELS, MIN_VISIBLE_FRACTION, THEN),
              values ->
                  Optional.of(
                      new Drop(
                          values.get(MIN_PIXELS).intValue(),
                          values.get(MIN_VISIBLE_FRACTION),
                          values.get(THEN)))),
          "{}",
          "Which instances are too small or too hidden to be annotated.");

  static final MapKind<LabelRules> KIND =
      new MapKind<>(
          List.of(DEPTH, DROP),
          values -> {
            Drop drop = values.get(DROP);
            return Optional.of(
                new LabelRules(
                    values.get(DEPTH), drop.minPixels(), drop.minVisibleFraction(), drop.then()));
          });

  private LabelKeys() {}

  private record Drop(int minPixels, double minVisibleFraction, LabelRules.Then then) {}
}
