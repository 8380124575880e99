package org.diorama.scenefile.compose;

import java.util.ArrayList;
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
 * Lays a part of a scene over a scene. This is what {@code include}, {@code like} and the levels of
 * factors mean by overriding:
 *
 * <ul>
 *   <li>Maps of keys or names merge key by key. A key of both keeps its place among the earlier
 *       ones, new keys follow in the order of the later map.
 *   <li>Any other value is one whole and the later one stands: numbers, words, lists, vectors, and
 *       distributions, whose maps do not mix.
 *   <li>Of keys that can't stand side by side, such as {@code at} and {@code area}, the later one
 *       stands, and keys that only went with the earlier one go with it.
 *   <li>{@code {extend: [...]}} adds to an earlier list.
 *   <li>{@code null}, written out, removes what the earlier map has.
 * </ul>
 */
public final class Overlay {
  /** Marks a list that is added to the earlier one. */
  static final String EXTEND = "extend";

  private final Problems problems;

  private Overlay(Problems problems) {
    this.problems = problems;
  }

  /**
   * Lays a part over a whole scene.
   *
   * @param problems takes what the part extends or removes although it is not there
   */
  public static YamlNode overScene(YamlNode scene, YamlNode part, Problems problems) {
    return over(scene, part, SceneKeys.KIND, "", problems);
  }

  /** A part by itself, as if it removed and extended what was there. */
  static YamlNode alone(YamlNode part) {
    return alone(part, Optional.of(SceneKeys.KIND));
  }

  private static YamlNode alone(YamlNode node, Optional<? extends Kind<?>> kind) {
    Optional<YamlNode.Sequence> addition = addition(node, kind);
    if (addition.isPresent()) {
      return addition.get();
    }
    if (!(node instanceof YamlNode.Mapping map) || kind.filter(Kind::merges).isEmpty()) {
      return node;
    }
    List<YamlNode.Entry> entries = new ArrayList<>();
    for (YamlNode.Entry entry : map.entries()) {
      if (!removes(entry)) {
        YamlNode value = alone(entry.value(), kind.get().below(entry.key()));
        entries.add(new YamlNode.Entry(entry.location(), entry.key(), value));
      }
    }
    return new YamlNode.Mapping(map.location(), entries);
  }

  /**
   * Lays a later value over an earlier one.
   *
   * @param kind what stands here
   * @param path dotted, of this place
   */
  static YamlNode over(
      YamlNode earlier, YamlNode later, Kind<?> kind, String path, Problems problems) {
    return new Overlay(problems).merge(Optional.of(earlier), later, Optional.of(kind), path);
  }

  /**
   * @param kind empty below a key that is unknown, which whoever reads the result reports
   */
  private YamlNode merge(
      Optional<YamlNode> earlier, YamlNode later, Optional<? extends Kind<?>> kind, String path) {
    Optional<YamlNode.Sequence> addition = addition(later, kind);
    if (addition.isPresent()) {
      return extend(earlier, addition.get(), path);
    }
    return later instanceof YamlNode.Mapping after
            && earlier.orElse(later) instanceof YamlNode.Mapping before
            && before != after
            && kind.filter(Kind::merges).isPresent()
        ? merge(before, after, kind.get(), path)
        : later;
  }

  private YamlNode merge(
      YamlNode.Mapping earlier, YamlNode.Mapping later, Kind<?> kind, String path) {
    Map<String, YamlNode.Entry> result = new LinkedHashMap<>();
    earlier.entries().forEach(entry -> result.put(entry.key(), entry));
    List<String> known = List.copyOf(result.keySet());
    List<String> written = new ArrayList<>();
    for (YamlNode.Entry entry : later.entries()) {
      if (removes(entry)) {
        remove(entry, result, path);
      } else {
        written.add(entry.key());
      }
    }
    Set<String> displaced = kind.displaced(known, written);
    result.keySet().removeAll(displaced);
    for (YamlNode.Entry entry : later.entries()) {
      if (!removes(entry)) {
        result.put(
            entry.key(), merge(Optional.ofNullable(result.get(entry.key())), entry, kind, path));
      }
    }
    return new YamlNode.Mapping(later.location(), List.copyOf(result.values()));
  }

  private YamlNode.Entry merge(
      Optional<YamlNode.Entry> earlier, YamlNode.Entry later, Kind<?> parent, String path) {
    String at = path.isEmpty() ? later.key() : path + "." + later.key();
    YamlNode value =
        merge(earlier.map(YamlNode.Entry::value), later.value(), parent.below(later.key()), at);
    return new YamlNode.Entry(later.location(), later.key(), value);
  }

  /** A value that was forgotten is no mark: only a null that is written removes. */
  private static boolean removes(YamlNode.Entry entry) {
    return entry.value() instanceof YamlNode.Scalar scalar
        && scalar.isNull()
        && !scalar.text().isEmpty();
  }

  private void remove(YamlNode.Entry entry, Map<String, YamlNode.Entry> from, String path) {
    if (from.remove(entry.key()) == null) {
      problems.add(
          entry.location(),
          path,
          "there is no " + entry.key() + " to remove",
          from.isEmpty() ? "" : problems.advice(entry.key(), from.keySet()));
    }
  }

  /** The list of the mark {@code {extend: [...]}}; names that authors choose are never marks. */
  private static Optional<YamlNode.Sequence> addition(
      YamlNode node, Optional<? extends Kind<?>> kind) {
    boolean possible =
        node instanceof YamlNode.Mapping map
            && map.entries().size() == 1
            && map.entries().get(0).key().equals(EXTEND)
            && kind.filter(each -> each.below(EXTEND).isPresent()).isEmpty();
    return possible
            && ((YamlNode.Mapping) node).entries().get(0).value() instanceof YamlNode.Sequence list
        ? Optional.of(list)
        : Optional.empty();
  }

  private YamlNode extend(Optional<YamlNode> earlier, YamlNode.Sequence addition, String path) {
    if (!(earlier.orElse(null) instanceof YamlNode.Sequence list)) {
      problems.add(
          addition.location(), path, "there is no list here to extend", "Write the list itself.");
      return addition;
    }
    List<YamlNode> items = new ArrayList<>(list.items());
    items.addAll(addition.items());
    return new YamlNode.Sequence(addition.location(), items);
  }
}
