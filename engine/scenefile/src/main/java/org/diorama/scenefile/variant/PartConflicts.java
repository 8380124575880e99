package org.diorama.scenefile.variant;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.diorama.scenefile.diagnostic.Problems;
import org.diorama.scenefile.grammar.SceneKeys;
import org.diorama.scenefile.grammar.kind.Kind;
import org.diorama.scenefile.yaml.YamlNode;

/**
 * Values that levels of two factors decide both: which one stands would hang on the order of the
 * factors, so neither may.
 */
final class PartConflicts {
  private final Problems problems;
  private final String first;
  private final String second;

  private PartConflicts(String first, String second, Problems problems) {
    this.first = first;
    this.second = second;
    this.problems = problems;
  }

  /** Reports each once for each two levels, where the later factor writes it. */
  static void report(LevelParts parts, Problems problems) {
    List<String> factors = List.copyOf(parts.all().keySet());
    for (int i = 0; i < factors.size(); i++) {
      for (int j = i + 1; j < factors.size(); j++) {
        PartConflicts conflicts = new PartConflicts(factors.get(i), factors.get(j), problems);
        for (YamlNode.Mapping one : parts.all().get(factors.get(i)).values()) {
          for (Map.Entry<String, YamlNode.Mapping> other :
              parts.all().get(factors.get(j)).entrySet()) {
            conflicts.compare(one, other.getValue(), Optional.of(SceneKeys.KIND), "");
          }
        }
      }
    }
  }

  private void compare(
      YamlNode.Mapping one, YamlNode.Mapping other, Optional<? extends Kind<?>> kind, String path) {
    Map<String, YamlNode.Entry> earlier = new LinkedHashMap<>();
    one.entries().forEach(entry -> earlier.put(entry.key(), entry));
    for (YamlNode.Entry entry : other.entries()) {
      String at = path.isEmpty() ? entry.key() : path + "." + entry.key();
      Optional<YamlNode.Entry> same = Optional.ofNullable(earlier.get(entry.key()));
      Optional<Kind<?>> below = kind.flatMap(each -> each.below(entry.key()));
      if (same.isPresent()) {
        if (below.filter(Kind::merges).isPresent()
            && same.get().value() instanceof YamlNode.Mapping before
            && entry.value() instanceof YamlNode.Mapping after) {
          compare(before, after, below, at);
        } else {
          problem(entry, at, "both set " + at);
        }
      } else {
        rival(earlier.keySet(), entry, kind)
            .ifPresent(key -> problem(entry, at, "set " + key + " and " + at));
      }
    }
  }

  /** A key of the first part that can't stand beside a key of the second. */
  private static Optional<String> rival(
      Set<String> keys, YamlNode.Entry entry, Optional<? extends Kind<?>> kind) {
    Set<String> displaced =
        kind.map(each -> each.displaced(keys, List.of(entry.key()))).orElse(Set.of());
    return displaced.stream().findFirst();
  }

  private void problem(YamlNode.Entry entry, String path, String what) {
    problems.add(
        entry.location(),
        path,
        "the factors " + first + " and " + second + " " + what,
        "Let one factor decide it.");
  }
}
