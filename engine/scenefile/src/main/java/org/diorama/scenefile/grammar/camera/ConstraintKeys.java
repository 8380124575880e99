package org.diorama.scenefile.grammar.camera;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diorama.core.sample.SampledNode;
import org.diorama.core.scene.CameraConstraints;
import org.diorama.scenefile.grammar.kind.FlagKind;
import org.diorama.scenefile.grammar.kind.Key;
import org.diorama.scenefile.grammar.kind.Kind;
import org.diorama.scenefile.grammar.kind.MapKind;
import org.diorama.scenefile.grammar.kind.NamedMapKind;
import org.diorama.scenefile.grammar.kind.NumberKind;
import org.diorama.scenefile.grammar.kind.NumberRange;
import org.diorama.scenefile.grammar.kind.Reading;
import org.diorama.scenefile.grammar.kind.Schema;
import org.diorama.scenefile.grammar.kind.Values;
import org.diorama.scenefile.grammar.kind.WholeKind;
import org.diorama.scenefile.yaml.YamlNode;

/** Keys of a camera's {@code constraints}. */
final class ConstraintKeys {
  static final Key<List<CategoryCount>> MIN_VISIBLE =
      Key.withDefault(
              "min_visible",
              new NamedMapKind<>("a category", new CategoryCountKind(), false),
              "{}",
              "The least number of visible instances, by category; each must be visible"
                  + " enough for labels.drop.")
          .example("{car: 2}");
  static final Key<Double> CLEARANCE =
      Key.withDefault(
              "clearance",
              new NumberKind(new NumberRange(0, 1e4), "m"),
              "0",
              "Free distance from the camera to every surface.")
          .example("0.5");
  static final Key<Boolean> OUTSIDE =
      Key.withDefault(
              "outside", new FlagKind(), "true", "Whether the camera must not be inside an object.")
          .example("false");

  static final MapKind<CameraConstraints> KIND =
      new MapKind<>(List.of(MIN_VISIBLE, CLEARANCE, OUTSIDE), ConstraintKeys::constraints);

  static final Key<CameraConstraints> CONSTRAINTS =
      Key.optional(
          "constraints",
          KIND,
          "What must hold in every frame. The camera, and what is placed in its view, is"
              + " drawn again until it holds, at most 64 times; else the frame fails and stays"
              + " a gap. Without this map nothing is required, not even outside.");

  private ConstraintKeys() {}

  static CameraConstraints of(Values values) {
    return values.find(CONSTRAINTS).orElse(CameraConstraints.NONE);
  }

  private static Optional<CameraConstraints> constraints(Values values) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    values.get(MIN_VISIBLE).forEach(count -> counts.put(count.category(), count.least()));
    return Optional.of(new CameraConstraints(counts, values.get(CLEARANCE), values.get(OUTSIDE)));
  }

  record CategoryCount(String category, int least) {}

  /** How many of the category that the last step of its path names. */
  private record CategoryCountKind() implements Kind<CategoryCount> {
    private static final WholeKind COUNT = new WholeKind(1, SampledNode.MAX_INSTANCE_ID);

    @Override
    public String expected() {
      return COUNT.expected();
    }

    @Override
    public Map<String, Object> schema(Schema schema) {
      return COUNT.schema(schema);
    }

    @Override
    public Optional<CategoryCount> read(YamlNode node, String path, Reading reading) {
      String category = path.substring(path.lastIndexOf('.') + 1);
      reading.useCategory(path, category);
      return COUNT
          .read(node, path, reading)
          .map(least -> new CategoryCount(category, least.intValue()));
    }
  }
}
