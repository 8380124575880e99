package org.diorama.scenefile.variant;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.diorama.scenefile.compose.Likes;
import org.diorama.scenefile.compose.Overlay;
import org.diorama.scenefile.diagnostic.Problems;
import org.diorama.scenefile.grammar.SceneKeys;
import org.diorama.scenefile.yaml.YamlNode;

/** What the levels of a scene's factors lay over it, as it was written. */
final class LevelParts {
  private final YamlNode scene;
  private final Map<String, Map<String, YamlNode.Mapping>> parts = new LinkedHashMap<>();
  private final Set<String> plain = new HashSet<>();

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
            .ifPresentOrElse(
                part -> of(factor.key()).put(level.key(), part), () -> plain.add(factor.key()));
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

  /** Every two levels of different factors that change something. */
  Stream<Map<String, String>> pairs() {
    List<String> factors = List.copyOf(parts.keySet());
    return IntStream.range(0, factors.size())
        .boxed()
        .flatMap(
            i ->
                factors.subList(i + 1, factors.size()).stream()
                    .flatMap(later -> pairs(factors.get(i), later)));
  }

  private Stream<Map<String, String>> pairs(String factor, String other) {
    return parts.get(factor).keySet().stream()
        .flatMap(
            level ->
                parts.get(other).keySet().stream()
                    .map(later -> Map.of(factor, level, other, later)));
  }

  /**
   * Every choice of a level for each factor in which three levels or more change something, without
   * those that change nothing; in the order of the scene, the last factor changing fastest.
   */
  Stream<Map<String, String>> combinations() {
    Stream<Map<String, String>> all = Stream.of(Map.of());
    for (Map.Entry<String, Map<String, YamlNode.Mapping>> factor : parts.entrySet()) {
      all = all.flatMap(chosen -> with(chosen, factor.getKey(), factor.getValue().keySet()));
    }
    return all.filter(chosen -> chosen.size() > 2);
  }

  private Stream<Map<String, String>> with(
      Map<String, String> chosen, String factor, Set<String> levels) {
    Stream<Map<String, String>> changed =
        levels.stream()
            .map(
                level -> {
                  Map<String, String> more = new LinkedHashMap<>(chosen);
                  more.put(factor, level);
                  return more;
                });
    return plain.contains(factor) ? Stream.concat(Stream.of(chosen), changed) : changed;
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
