package org.diorama.scenefile.grammar;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diorama.core.math.DecimalText;
import org.diorama.core.scene.SequenceDescription;
import org.diorama.scenefile.grammar.kind.Key;
import org.diorama.scenefile.grammar.kind.MapKind;
import org.diorama.scenefile.grammar.kind.NumberKind;
import org.diorama.scenefile.grammar.kind.NumberRange;
import org.diorama.scenefile.grammar.kind.Values;
import org.diorama.scenefile.grammar.kind.WholeKind;
import org.diorama.scenefile.grammar.object.ObjectKeys;

/** Keys of {@code sequence}. */
final class SequenceKeys {
  static final Key<Long> LENGTH =
      Key.required("length", new WholeKind(1, 100_000), "Frames of a sequence.").example("24");
  static final Key<Double> FPS =
      Key.withDefault(
              "fps", new NumberKind(new NumberRange(0.001, 1e5), "1/s"), "30", "Frames a second.")
          .example("10");
  static final Key<Double> SHUTTER =
      Key.withDefault(
              "shutter",
              new NumberKind(new NumberRange(0, 1000), "s"),
              "0",
              "How long the shutter is open about the instant that labels and images show.")
          .example("0.01");

  static final MapKind<SequenceDescription> KIND =
      new MapKind<>(List.of(LENGTH, FPS, SHUTTER), SequenceKeys::sequence);

  private SequenceKeys() {}

  /**
   * Whether what places objects is drawn once a sequence: they live through it. Reports values that
   * are drawn for each frame.
   */
  static boolean placesOnce(Values scene) {
    if (scene.find(SceneKeys.SEQUENCE).map(SequenceDescription::length).orElse(1) == 1) {
      return true;
    }
    boolean good = true;
    for (Map.Entry<String, String> value : scene.reading().resolved().entrySet()) {
      String path = value.getKey();
      if (path.startsWith(SceneKeys.OBJECTS.name() + ".")
          && !path.contains("." + ObjectKeys.MATERIAL.name() + ".")
          && value.getValue().endsWith(" per frame")) {
        good = false;
        scene
            .reading()
            .problem(
                scene.reading().location(path),
                path,
                "objects live through a sequence, and this is drawn for each of its frames",
                "Write per: instance or per: sequence; motion moves them.");
      }
    }
    return good;
  }

  private static Optional<SequenceDescription> sequence(Values values) {
    double fps = values.get(FPS);
    double shutter = values.get(SHUTTER);
    if (shutter * fps > 1) {
      values.problem(
          SHUTTER,
          "the shutter is open longer than a frame lasts, " + DecimalText.of(1 / fps) + " s",
          "Write a shorter time, or fewer fps.");
      return Optional.empty();
    }
    return Optional.of(new SequenceDescription(values.get(LENGTH).intValue(), fps, shutter));
  }
}
