package org.diorama.scenefile.grammar;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.diorama.scenefile.grammar.kind.Key;
import org.diorama.scenefile.grammar.kind.Kind;
import org.diorama.scenefile.grammar.kind.MapKind;
import org.diorama.scenefile.grammar.kind.Reading;
import org.diorama.scenefile.grammar.kind.Schema;
import org.diorama.scenefile.yaml.YamlNode;

/**
 * A part of a scene that is laid over the whole by a level of a factor. It is one value: what it
 * says is read only where it lies over the scene.
 */
final class PartKind implements Kind<YamlNode> {
  /** What belongs to the dataset, and so is the same for all levels. */
  private static final Set<String> OF_THE_DATASET =
      Set.of(
          "version",
          "include",
          "library",
          "name",
          "frames",
          "seed",
          "image",
          "categories",
          "labels",
          "factors",
          "balance",
          "counterfactuals",
          "sequence",
          "split");

  @Override
  public String expected() {
    return "a map with the keys " + String.join(", ", names());
  }

  private static List<String> names() {
    return allowed().stream().map(Key::name).toList();
  }

  private static List<Key<?>> allowed() {
    return SceneKeys.KIND.keys().stream()
        .filter(key -> !OF_THE_DATASET.contains(key.name()))
        .toList();
  }

  @Override
  public Optional<Kind<?>> below(String step) {
    return SceneKeys.KIND.below(step);
  }

  @Override
  public boolean merges() {
    return false;
  }

  @Override
  public Map<String, Object> schema(Schema schema) {
    Schema part = schema.part();
    return part.define(
        "level_changes", () -> new MapKind<>(allowed(), values -> Optional.empty()).schema(part));
  }

  @Override
  public Optional<YamlNode> read(YamlNode node, String path, Reading reading) {
    if (!(node instanceof YamlNode.Mapping part)) {
      reading.wrongType(node, path, this);
      return Optional.empty();
    }
    boolean good = true;
    for (YamlNode.Entry entry : part.entries()) {
      if (OF_THE_DATASET.contains(entry.key())) {
        good = false;
        reading.problem(
            entry.location(),
            path,
            entry.key() + " is the same for the whole dataset",
            "Write one of " + String.join(", ", names()) + ".");
      }
    }
    return good ? Optional.of(node) : Optional.empty();
  }
}
