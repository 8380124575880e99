package org.diorama.scenefile.yaml;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.diorama.scenefile.diagnostic.Location;
import org.diorama.scenefile.diagnostic.Problems;

/**
 * Puts override values into a tree. A path walks keys of maps and numbers (from 0) of lists; in a
 * list of three also {@code x}, {@code y} and {@code z}. Missing keys are added, and a plain value
 * in the way gives place to a map.
 */
public final class TreeOverrides {
  private static final List<String> AXES = List.of("x", "y", "z");

  private TreeOverrides() {}

  /**
   * The tree with another value; the tree itself where that value is no YAML.
   *
   * @param path dotted, of the key to replace or add
   * @param yaml its value
   * @param source how messages name the override
   */
  public static YamlNode apply(
      YamlNode tree, String path, String yaml, String source, Problems problems) {
    Location place = Location.of(source);
    if (yaml.isBlank() || path.isBlank()) {
      problems.add(place, path, "no value given", "Write path=value.");
      return tree;
    }
    Problems own = problems.apart();
    Optional<YamlNode> value =
        YamlTreeReader.read(source, yaml.getBytes(StandardCharsets.UTF_8), own);
    own.findings()
        .shown()
        .forEach(found -> problems.add(place, path, found.problem(), found.advice()));
    if (value.isEmpty()) {
      return tree;
    }
    List<String> steps = List.of(path.split("\\.", -1));
    if (steps.size() > TreeBuilder.MAX_DEPTH) {
      problems.add(place, "", "the path is too long", "Name a key of the scene.");
      return tree;
    }
    return replace(tree, steps, relocate(value.get(), place), place);
  }

  private static YamlNode replace(
      YamlNode node, List<String> path, YamlNode value, Location place) {
    if (path.isEmpty()) {
      return value;
    }
    String step = path.get(0);
    List<String> rest = path.subList(1, path.size());
    if (node instanceof YamlNode.Sequence sequence) {
      int index = index(sequence, step);
      if (index >= 0) {
        List<YamlNode> items = new ArrayList<>(sequence.items());
        items.set(index, replace(items.get(index), rest, value, place));
        return new YamlNode.Sequence(sequence.location(), items);
      }
    }
    List<YamlNode.Entry> entries = new ArrayList<>();
    boolean found = false;
    if (node instanceof YamlNode.Mapping mapping) {
      for (YamlNode.Entry entry : mapping.entries()) {
        boolean here = entry.key().equals(step);
        found |= here;
        entries.add(
            here
                ? new YamlNode.Entry(
                    entry.location(), step, replace(entry.value(), rest, value, place))
                : entry);
      }
    }
    if (!found) {
      YamlNode empty = new YamlNode.Mapping(place, List.of());
      entries.add(new YamlNode.Entry(place, step, replace(empty, rest, value, place)));
    }
    return new YamlNode.Mapping(
        node instanceof YamlNode.Mapping ? node.location() : place, entries);
  }

  private static int index(YamlNode.Sequence sequence, String step) {
    int size = sequence.items().size();
    if (size == AXES.size() && AXES.contains(step)) {
      return AXES.indexOf(step);
    }
    int index = step.matches("[0-9]{1,6}") ? Integer.parseInt(step) : -1;
    return index < size ? index : -1;
  }

  /** An option has no lines. */
  private static YamlNode relocate(YamlNode node, Location place) {
    if (node instanceof YamlNode.Scalar scalar) {
      return new YamlNode.Scalar(place, scalar.text(), scalar.plain());
    }
    if (node instanceof YamlNode.Sequence sequence) {
      return new YamlNode.Sequence(
          place, sequence.items().stream().map(item -> relocate(item, place)).toList());
    }
    return new YamlNode.Mapping(
        place,
        ((YamlNode.Mapping) node)
            .entries().stream()
                .map(
                    entry -> new YamlNode.Entry(place, entry.key(), relocate(entry.value(), place)))
                .toList());
  }
}
