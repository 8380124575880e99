package org.diorama.scenefile.grammar.kind;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diorama.core.math.DecimalText;
import org.diorama.scenefile.yaml.YamlNode;

/**
 * Two numbers, the lesser first: {@code [a, b]} or a map.
 *
 * @param number one of them
 * @param first its key in the map
 * @param second likewise
 */
public record NumberPair(PlainNumber number, String first, String second) {

  /** What stands for the numbers. */
  public record Range(double min, double max) {}

  public Map<String, Object> schema(Schema schema) {
    return schema(number.schema(), number.schema());
  }

  public Map<String, Object> schema(Map<String, Object> one, Map<String, Object> other) {
    return Schema.anyOf(
        Schema.of(
            "type", "array", "prefixItems", List.of(one, other), "minItems", 2, "maxItems", 2),
        Schema.of(
            "type",
            "object",
            "properties",
            Schema.of(first, one, second, other),
            "required",
            List.of(first, second),
            "additionalProperties",
            false));
  }

  public Optional<Range> read(YamlNode node, String path, Reading reading) {
    Optional<YamlNode[]> nodes = nodes(node, path, reading);
    if (nodes.isEmpty()) {
      return Optional.empty();
    }
    Optional<Double> a = number.read(nodes.get()[0], path, reading);
    Optional<Double> b = number.read(nodes.get()[1], path, reading);
    if (a.isEmpty() || b.isEmpty()) {
      return Optional.empty();
    }
    if (a.get() > b.get()) {
      reading.problem(
          node.location(),
          path,
          "min " + DecimalText.of(a.get()) + " exceeds max " + DecimalText.of(b.get()),
          "Write the smaller number first.");
      return Optional.empty();
    }
    return Optional.of(new Range(a.get(), b.get()));
  }

  /** The two nodes, in whichever form. */
  public Optional<YamlNode[]> nodes(YamlNode node, String path, Reading reading) {
    if (node instanceof YamlNode.Sequence list && list.items().size() == 2) {
      return Optional.of(new YamlNode[] {list.items().get(0), list.items().get(1)});
    }
    if (node instanceof YamlNode.Mapping map
        && map.entries().size() == 2
        && map.find(first).isPresent()
        && map.find(second).isPresent()) {
      return Optional.of(
          new YamlNode[] {map.find(first).get().value(), map.find(second).get().value()});
    }
    reading.problem(
        node.location(),
        path,
        "found " + Shown.text(node.kind()),
        "Write [" + first + ", " + second + "], two numbers.");
    return Optional.empty();
  }
}
