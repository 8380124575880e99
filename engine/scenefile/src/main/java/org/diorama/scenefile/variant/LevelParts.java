package org.diorama.scenefile.variant;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diorama.scenefile.compose.Likes;
import org.diorama.scenefile.compose.Overlay;
import org.diorama.scenefile.diagnostic.Problems;
import org.diorama.scenefile.grammar.SceneKeys;
import org.diorama.scenefile.yaml.YamlNode;

/** What the levels of a scene's factors lay over it, as it was written. */
final class LevelParts {
  private final YamlNode scene;
  private final Map<String, Map<String, YamlNode.Mapping>> parts = new LinkedHashMap<>();

  /**
   * @param scene whole tree, right or wrong; what is no level with changes is passed over
   */
  LevelParts(YamlNode scene) {
    this.scene = scene;
    for (YamlNode.Entry factor : entries(find(scene, SceneKeys.FACTORS.name()))) {
      for (YamlNode.Entry level : entries(Optional.of(factor.value()))) {
        find(level.value(), SceneKeys.SET)
            .filter(YamlNode.Mapping.class::isInstance)
            .map(YamlNode.Mapping.class::cast)
            .ifPresent(part -> of(factor.key()).put(level.key(), part));
      }
    }
  }

  private static Iterable<YamlNode.Entry> entries(Optional<YamlNode> node) {
    return node.filter(YamlNode.Mapping.class::isInstance)
        .map(map -> ((YamlNode.Mapping) map).entries())
        .orElse(List.of());
  }

  private static Optional<YamlNode> find(YamlNode node, String key) {
    return node instanceof YamlNode.Mapping map
        ? map.find(key).map(YamlNode.Entry::value)
        : Optional.empty();
  }

  private Map<String, YamlNode.Mapping> of(String factor) {
    return parts.computeIfAbsent(factor, absent -> new LinkedHashMap<>());
  }

  /** Parts by level by factor, in the order of the scene; levels that change nothing are absent. */
  Map<String, Map<String, YamlNode.Mapping>> all() {
    return parts;
  }

  /**
   * The scene with the parts of some levels over it.
   *
   * @param levels by factor; those that change nothing may be among them
   */
  YamlNode over(Map<String, String> levels, Problems problems) {
    YamlNode tree = scene;
    for (Map.Entry<String, Map<String, YamlNode.Mapping>> factor : parts.entrySet()) {
      YamlNode part = factor.getValue().get(levels.getOrDefault(factor.getKey(), ""));
      if (part != null) {
        tree = Overlay.overScene(tree, part, problems);
      }
    }
    return Likes.resolve(tree, true, problems).tree();
  }
}
