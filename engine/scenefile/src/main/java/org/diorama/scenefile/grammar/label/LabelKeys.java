package org.diorama.scenefile.grammar.label;

import java.util.List;
import java.util.Optional;
import org.diorama.core.scene.FloatFiles;
import org.diorama.core.scene.LabelRules;
import org.diorama.scenefile.grammar.kind.Key;
import org.diorama.scenefile.grammar.kind.MapKind;
import org.diorama.scenefile.grammar.kind.NumberKind;
import org.diorama.scenefile.grammar.kind.NumberRange;
import org.diorama.scenefile.grammar.kind.OneOfKind;
import org.diorama.scenefile.grammar.kind.Reading;
import org.diorama.scenefile.grammar.kind.WholeKind;

/** Keys of {@code labels}. */
public final class LabelKeys {
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
              new NumberKind(NumberRange.UNIT_INTERVAL, ""),
              "0",
              "Lowest visible fraction of an annotated instance.")
          .example("0.05");
  static final Key<Double> MAX_TRUNCATION =
      Key.withDefault(
              "max_truncation",
              new NumberKind(NumberRange.UNIT_INTERVAL, ""),
              "1",
              "Largest share of an annotated instance outside the image, by solid angle.")
          .example("0.8");
  static final Key<Double> MIN_PIECE_SHARE =
      Key.withDefault(
              "min_piece_share",
              new NumberKind(NumberRange.UNIT_INTERVAL, ""),
              "0",
              "Pieces of a mask below this share of its pixels are cut from mask and box;"
                  + " their pixels become void. Pixels that touch, even at a corner, are one piece;"
                  + " the largest piece stays.")
          .example("0.02");
  static final Key<LabelRules.Then> THEN =
      Key.withDefault(
              "then",
              OneOfKind.constants(LabelRules.Then.class),
              "void",
              "What happens to an instance beyond a bound. void: its pixels are void, and it"
                  + " has no annotation. crowd: it has an annotation with iscrowd and all its"
                  + " values, which evaluators skip (YOLO has no line for it). keep: as if there"
                  + " were no bounds. Bounds are for things, not for stuff.")
          .example("crowd");
  static final Key<Drop> DROP =
      Key.withDefault(
          "drop",
          new MapKind<>(
              List.of(MIN_PIXELS, MIN_VISIBLE_FRACTION, MAX_TRUNCATION, MIN_PIECE_SHARE, THEN),
              values ->
                  Optional.of(
                      new Drop(
                          values.get(MIN_PIXELS).intValue(),
                          values.get(MIN_VISIBLE_FRACTION),
                          values.get(MAX_TRUNCATION),
                          values.get(MIN_PIECE_SHARE),
                          values.get(THEN)))),
          "{}",
          "Which instances are too small, too hidden or too far outside to be annotated.");

  public static final Key<AnnotatorsKind.Asked> ANNOTATORS =
      Key.withDefault(
              "annotators",
              new AnnotatorsKind(),
              "[contrast]",
              "Which labels each frame gets; asking for more later adds them to the dataset. See Annotators.")
          .example("[contrast, normals, distance_float]");
  static final Key<FloatFiles> FLOAT_FILES =
      Key.withDefault(
              "float_files",
              OneOfKind.constants(FloatFiles.class),
              "npy",
              "File format of annotators with floating point numbers: NumPy arrays or"
                  + " OpenEXR.")
          .example("exr");

  public static final MapKind<Labels> KIND =
      new MapKind<>(
          List.of(ANNOTATORS, FLOAT_FILES, DEPTH, DROP),
          values -> {
            Drop drop = values.get(DROP);
            return Optional.of(
                new Labels(
                    new LabelRules(
                        values.get(DEPTH),
                        drop.minPixels(),
                        drop.minVisibleFraction(),
                        drop.maxTruncation(),
                        drop.minPieceShare(),
                        drop.then()),
                    values.get(ANNOTATORS),
                    values.get(FLOAT_FILES)));
          });

  private LabelKeys() {}

  /** The annotators that were read, whatever is wrong with other labels. */
  public static AnnotatorsKind.Asked asked(Reading reading) {
    return reading.gathered(
        AnnotatorsKind.Asked.class, () -> new AnnotatorsKind.Asked(List.of(), false));
  }

  /** What becomes a label, and what is said of it. */
  public record Labels(LabelRules rules, AnnotatorsKind.Asked annotators, FloatFiles floatFiles) {}

  private record Drop(
      int minPixels,
      double minVisibleFraction,
      double maxTruncation,
      double minPieceShare,
      LabelRules.Then then) {}
}
