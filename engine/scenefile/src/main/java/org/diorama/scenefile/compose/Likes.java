package org.diorama.scenefile.compose;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.diorama.scenefile.diagnostic.Problems;
import org.diorama.scenefile.grammar.SceneKeys;
import org.diorama.scenefile.grammar.kind.Kind;
import org.diorama.scenefile.grammar.kind.NamedMapKind;
import org.diorama.scenefile.yaml.YamlNode;
import org.diorama.scenefile.yaml.YamlTreeReader;

/**
 * Puts copies in the place of {@code like: NAME}. In a map whose names the author chooses, an entry
 * with that key is the entry of that name, and its own keys are laid over the copy. What is copied
 * is the text, before its own children are resolved: a copy may override what inner copies refer
 * to.
 */
public final class Likes {
  private final boolean whole;
  private final Problems problems;
  private long valuesLeft = YamlTreeReader.MAX_VALUES;
  private final Set<String> partial = new HashSet<>();

  private Likes(boolean whole, Problems problems) {
    this.whole = whole;
    this.problems = problems;
  }

  /**
   * @param tree where no key {@code like} is left
   * @param partial dotted paths of entries that lack what they should have copied
   * @param fits whether the copies keep the limit of values
   */
  public record Result(YamlNode tree, Set<String> partial, boolean fits) {
    public Result {
      // Set.copyOf compares many texts that begin alike one by one.
      partial = Collections.unmodifiableSet(new HashSet<>(partial));
    }

    /** The tree where its copies keep the limit: what is too large is not worth reading. */
    public Optional<YamlNode> fitting() {
      return Optional.of(tree).filter(present -> fits);
    }
  }

  /**
   * Resolves every {@code like} of a scene.
   *
   * @param whole whether this is all of the scene; in a part a sibling may be elsewhere
   */
  public static Result resolve(YamlNode scene, boolean whole, Problems problems) {
    Likes likes = new Likes(whole, problems);
    YamlNode tree = likes.walk(scene, SceneKeys.KIND, "");
    return new Result(tree, likes.partial, likes.valuesLeft >= 0);
  }

  private YamlNode walk(YamlNode node, Kind<?> kind, String path) {
    if (!(node instanceof YamlNode.Mapping map) || !kind.merges()) {
      return node;
    }
    boolean siblings = kind.named().filter(item -> !item.keys().isEmpty()).isPresent();
    List<YamlNode.Entry> entries =
        siblings ? new Copies(map, kind.named().get(), path).all() : map.entries();
    List<YamlNode.Entry> result = new ArrayList<>();
    for (YamlNode.Entry entry : entries) {
      YamlNode value =
          kind.below(entry.key())
              .map(below -> walk(entry.value(), below, join(path, entry.key())))
              .orElse(entry.value());
      result.add(new YamlNode.Entry(entry.location(), entry.key(), value));
    }
    return new YamlNode.Mapping(map.location(), result);
  }

  private static String join(String path, String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  /** The entries of one map of names. */
  private final class Copies {
    private final YamlNode.Mapping map;
    private final Kind<?> item;
    private final String path;
    private final Map<String, YamlNode.Entry> written = new LinkedHashMap<>();
    private final Map<String, YamlNode> resolved = new LinkedHashMap<>();

    Copies(YamlNode.Mapping map, Kind<?> item, String path) {
      this.map = map;
      this.item = item;
      this.path = path;
      map.entries().forEach(entry -> written.put(entry.key(), entry));
    }

    List<YamlNode.Entry> all() {
      return map.entries().stream()
          .map(entry -> new YamlNode.Entry(entry.location(), entry.key(), resolve(entry)))
          .toList();
    }

    /** Walks to the first that copies nothing, or something known, and copies on the way back. */
    private YamlNode resolve(YamlNode.Entry entry) {
      Set<String> names = new LinkedHashSet<>();
      Deque<YamlNode.Entry> way = new ArrayDeque<>();
      Optional<YamlNode.Entry> next = Optional.of(entry);
      while (next.isPresent() && !resolved.containsKey(next.get().key())) {
        YamlNode.Entry here = next.get();
        if (!names.add(here.key())) {
          String circle = circle(List.copyOf(names), here.key());
          problem(
              like(way.peek()).orElseThrow(),
              "copies of themselves: " + circle,
              "Break the circle.");
          break;
        }
        way.push(here);
        next = like(here).flatMap(this::sibling);
      }
      way.forEach(here -> resolved.put(here.key(), copy(here)));
      return resolved.get(entry.key());
    }

    /** The names from the one that closes the circle; of a long circle the first ones. */
    private static String circle(List<String> names, String closing) {
      String shown = String.join(" is like ", names.subList(0, Math.min(names.size(), 20)));
      return shown + (names.size() > 20 ? " is like others until one" : "") + " is like " + closing;
    }

    /** The entry that a {@code like} names. */
    private Optional<YamlNode.Entry> sibling(YamlNode.Entry like) {
      if (!(like.value() instanceof YamlNode.Scalar name) || name.isNull()) {
        problem(
            like, "found " + like.value().kind(), "Write the name of an entry beside this one.");
        return Optional.empty();
      }
      YamlNode.Entry found = written.get(name.text());
      if (found == null && whole) {
        problem(
            like,
            "no entry beside it is named " + name.text(),
            problems.advice(name.text(), written.keySet()));
      }
      return Optional.ofNullable(found);
    }

    private YamlNode copy(YamlNode.Entry entry) {
      Optional<YamlNode.Entry> like = like(entry);
      if (like.isEmpty()) {
        return entry.value();
      }
      YamlNode own = ((YamlNode.Mapping) entry.value()).without(NamedMapKind.LIKE);
      YamlNode earlier =
          like.get().value() instanceof YamlNode.Scalar name ? resolved.get(name.text()) : null;
      String at = join(path, entry.key());
      if (earlier == null || !spend(earlier, like.get())) {
        partial.add(at);
        return own;
      }
      if (partial.contains(join(path, ((YamlNode.Scalar) like.get().value()).text()))) {
        partial.add(at);
      }
      return Overlay.over(earlier, own, item, at, problems);
    }

    /** Whether one more copy keeps the limit of values. */
    private boolean spend(YamlNode copied, YamlNode.Entry like) {
      if (valuesLeft < 0) {
        return false;
      }
      valuesLeft -= YamlNode.count(copied);
      if (valuesLeft < 0) {
        problem(
            like,
            "the copies have more than " + YamlTreeReader.MAX_VALUES + " values",
            "Is it a scene file?");
      }
      return valuesLeft >= 0;
    }

    private Optional<YamlNode.Entry> like(YamlNode.Entry entry) {
      return entry.value() instanceof YamlNode.Mapping value
          ? value.find(NamedMapKind.LIKE)
          : Optional.empty();
    }

    private void problem(YamlNode.Entry like, String problem, String advice) {
      problems.add(like.value().location(), path, problem, advice);
    }
  }
}
