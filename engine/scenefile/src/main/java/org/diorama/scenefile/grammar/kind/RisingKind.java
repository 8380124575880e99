package org.diorama.scenefile.grammar.kind;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.diorama.core.math.DecimalText;
import org.diorama.scenefile.yaml.YamlNode;

/** Numbers each larger than the one before. */
public record RisingKind(NumberRange range, String unit) implements Kind<List<Double>> {
  @Override
  public String expected() {
    return "a list of rising numbers " + range + " (" + unit + ")";
  }

  @Override
  public Map<String, Object> schema(Schema schema) {
    return Schema.of(
        "type",
        "array",
        "items",
        Schema.range(false, range),
        "minItems",
        1,
        "maxItems",
        ListKind.MOST_POINTS);
  }

  @Override
  public Optional<List<Double>> read(YamlNode node, String path, Reading reading) {
    if (!(node instanceof YamlNode.Sequence list)
        || list.items().isEmpty()
        || list.items().size() > ListKind.MOST_POINTS) {
      reading.wrongType(node, path, this);
      return Optional.empty();
    }
    NumberKind number = new NumberKind(range, unit);
    List<Double> values = new ArrayList<>();
    for (YamlNode item : list.items()) {
      Optional<Double> value = number.read(item, path, reading.withoutResolving());
      if (value.isEmpty()) {
        return Optional.empty();
      }
      if (!values.isEmpty() && value.get() <= values.get(values.size() - 1)) {
        reading.problem(
            item.location(), path, "the numbers do not rise", "Sort them; none comes twice.");
        return Optional.empty();
      }
      values.add(value.get());
    }
    reading.resolve(
        path, values.stream().map(DecimalText::of).collect(Collectors.joining(", ", "[", "]")));
    return Optional.of(values);
  }
}
