package org.diorama.scenefile.grammar;

import java.util.List;
import java.util.Optional;
import org.diorama.core.scene.CameraDescription;
import org.diorama.core.scene.Category;
import org.diorama.core.scene.ImageDescription;
import org.diorama.core.scene.LabelChoice;
import org.diorama.core.scene.LabelRules;
import org.diorama.core.scene.LightingDescription;
import org.diorama.core.scene.ObjectDescription;
import org.diorama.core.scene.SceneDescription;

/** Keys of a scene file: the root of the one table that reader, schema and reference share. */
public final class SceneKeys {
  /** Frames of one dataset whose annotation ids stay below 2⁵³. */
  private static final long MOST_FRAMES = 100_000_000_000L;

  static final Key<Long> VERSION =
      Key.required("version", new WholeKind(1, 1), "Of the scene language.");
  static final Key<String> NAME =
      Key.required(
          "name",
          new TextKind("a name of letters, digits, dots, dashes, underscores", TextKind.FILE_NAME),
          "Names the dataset's folder too.");
  public static final Key<Long> FRAMES =
      Key.withDefault(
          "frames", new WholeKind(1, MOST_FRAMES), "16", "How many a plain render makes.");
  static final Key<Long> SEED =
      Key.withDefault(
          "seed", new WholeKind(Long.MIN_VALUE, Long.MAX_VALUE), "0", "Of all randomness.");
  static final Key<ImageDescription> IMAGE =
      Key.withDefault("image", ImageKeys.KIND, "{}", "Size of the images.");
  static final Key<List<Category>> CATEGORIES =
      Key.withDefault(
          "categories", CategoryKeys.KIND, "{}", "What labels tell apart; the only ids.");
  static final Key<CameraDescription> CAMERA =
      Key.required("camera", CameraKeys.KIND, "The one camera.");
  static final Key<LightingDescription> LIGHTING =
      Key.withDefault("lighting", LightingKeys.KIND, "{}", "Sun and sky.");
  static final Key<List<ObjectDescription>> OBJECTS =
      Key.required(
          "objects",
          new NamedMapKind<>("object", ObjectKeys.KIND, true),
          "What stands in the scene, by name.");
  static final Key<LabelRules> LABELS =
      Key.withDefault("labels", LabelKeys.KIND, "{}", "What becomes a label.");

  public static final Kind<SceneDescription> KIND =
      new MapKind<>(
          "a scene",
          List.of(
              VERSION, NAME, FRAMES, SEED, IMAGE, CATEGORIES, CAMERA, LIGHTING, OBJECTS, LABELS),
          SceneKeys::scene);

  private SceneKeys() {}

  private static Optional<SceneDescription> scene(Values values) {
    List<Category> categories = values.get(CATEGORIES);
    List<ObjectDescription> objects = values.get(OBJECTS);
    List<String> names = categories.stream().map(Category::name).toList();
    boolean good = true;
    for (ObjectDescription object : objects) {
      if (object.label() instanceof LabelChoice.As as && !names.contains(as.category())) {
        good = false;
        String at = MapKind.join(OBJECTS.name(), object.name());
        at = MapKind.join(at, ObjectKeys.LABEL.name());
        values
            .reading()
            .problem(
                values.reading().location(at),
                at,
                "the scene has no category " + Shown.text(as.category()),
                NearestName.advice(as.category(), names));
      }
    }
    return good
        ? Optional.of(
            new SceneDescription(
                values.get(VERSION).intValue(),
                values.get(NAME),
                values.get(FRAMES),
                values.get(SEED),
                values.get(IMAGE),
                categories,
                values.get(CAMERA),
                values.get(LIGHTING),
                objects,
                values.get(LABELS)))
        : Optional.empty();
  }
}
