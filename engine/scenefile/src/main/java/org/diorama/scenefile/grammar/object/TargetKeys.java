package org.diorama.scenefile.grammar.object;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diorama.core.scene.Parameter;
import org.diorama.core.scene.TargetDescription;
import org.diorama.scenefile.grammar.distribution.Parameters;
import org.diorama.scenefile.grammar.kind.Key;
import org.diorama.scenefile.grammar.kind.MapKind;
import org.diorama.scenefile.grammar.kind.NamingKind;
import org.diorama.scenefile.grammar.kind.NumberRange;
import org.diorama.scenefile.grammar.kind.Schema;
import org.diorama.scenefile.grammar.kind.TextKind;
import org.diorama.scenefile.grammar.kind.Values;

/** Keys of an object that say how its instances shall look in the image. */
final class TargetKeys {
  static final Key<Parameter<Double>> VISIBLE_FRACTION =
      Key.required(
              "visible_fraction",
              Parameters.perInstance(NumberRange.UNIT_INTERVAL, ""),
              "Wanted visible share of its silhouette inside the image, met within 0.05.")
          .example("{uniform: [0.2, 0.9]}");
  static final Key<List<String>> BY =
      Key.required(
              "by",
              new ObjectNamesKind(),
              "Objects whose instances may be moved in front of it, within the range of"
                  + " their places.")
          .example("[cars, buses]");
  static final Key<TargetDescription.Occlusion> OCCLUSION =
      Key.optional(
          "occlusion",
          new MapKind<>(
              List.of(VISIBLE_FRACTION, BY),
              values ->
                  Optional.of(
                      new TargetDescription.Occlusion(
                          values.get(VISIBLE_FRACTION), values.get(BY)))),
          "How much of it the camera sees, in the first frame of a sequence: occluders,"
              + " or the object itself, are moved until that is met. The manifest says how"
              + " often it was.");

  static final Key<Parameter<Double>> PIXELS =
      Key.optional(
              "pixels",
              Parameters.perInstance(new NumberRange(1, 1e9), "pixels"),
              "Wanted area of its silhouette in the camera's image, in the first frame of a"
                  + " sequence, met within 10 %; the object is moved within the range of its place"
                  + " until that holds.")
          .example("{log_uniform: [400, 40000]}");

  private static final Key<Parameter<Double>> IMAGE_X =
      Key.optional(
              "x",
              Parameters.perInstance(NumberRange.UNIT_INTERVAL, ""),
              "Share of the image's width, from the left, met within 0.02.")
          .example("{uniform: [0.2, 0.8]}");
  private static final Key<Parameter<Double>> IMAGE_Y =
      Key.optional(
              "y",
              Parameters.perInstance(NumberRange.UNIT_INTERVAL, ""),
              "Share of the image's height, from the top, met within 0.02.")
          .example("0.5");
  static final Key<TargetDescription.ImagePosition> IN_IMAGE =
      Key.optional(
          "in_image",
          new MapKind<>(
              List.of(IMAGE_X, IMAGE_Y),
              List.of(Schema.anyOf(Schema.required("x"), Schema.required("y"))),
              TargetKeys::position),
          "Where in the camera's image the center of its silhouette's box lies, in the"
              + " first frame of a sequence; the object is moved within the range of its place"
              + " until that holds.");

  static final Key<String> CAMERA =
      Key.optional(
              "camera",
              new NamingKind<>(
                  new TextKind("the name of a camera", TextKind.STEP),
                  (reading, path, name) -> reading.useCamera(path, name)),
              "The camera that occlusion, pixels and in_image are about; without it the"
                  + " first one.")
          .example("left");

  /** Without a target no camera is asked for. */
  static final Map<String, Object> CAMERA_RULE =
      Schema.of(
          "dependentSchemas",
          Map.of(
              CAMERA.name(),
              Schema.of(
                  "anyOf",
                  List.of(
                      Schema.required(OCCLUSION.name()),
                      Schema.required(PIXELS.name()),
                      Schema.required(IN_IMAGE.name())))));

  private TargetKeys() {}

  /** Whether the camera has something to look at, and is there; reports where not. */
  static boolean checkCamera(Values values) {
    if (!values.has(CAMERA)) {
      return true;
    }
    boolean targeted = values.has(OCCLUSION) || values.has(PIXELS) || values.has(IN_IMAGE);
    if (!targeted && values.reading().whole(values.path())) {
      values.problem(
          CAMERA,
          "it means something beside occlusion, pixels or in_image only",
          "Add one of those, or remove this.");
      return false;
    }
    return true;
  }

  private static Optional<TargetDescription.ImagePosition> position(Values values) {
    if (!values.has(IMAGE_X) && !values.has(IMAGE_Y)) {
      values.problem("neither x nor y", "Write x, y or both.");
      return Optional.empty();
    }
    return Optional.of(
        new TargetDescription.ImagePosition(values.find(IMAGE_X), values.find(IMAGE_Y)));
  }

  static TargetDescription targets(Values values) {
    return new TargetDescription(
        values.find(OCCLUSION), values.find(PIXELS), values.find(IN_IMAGE), values.find(CAMERA));
  }
}
