package org.diorama.scenefile.grammar.kind;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diorama.core.math.DecimalText;
import org.diorama.scenefile.yaml.YamlNode;

/** Two coordinates, the smaller first: {@code [min, max]}. */
public record SpanPairKind() implements Kind<SpanPairKind.Span> {
  private static final NumberKind COORDINATE = new NumberKind(NumberRange.COORDINATE, "m");

  /** Meters. */
  public record Span(double min, double max) {}

  @Override
  public String unit() {
    return COORDINATE.unit();
  }

  @Override
  public String expected() {
    return "[min, max], each " + COORDINATE.expected();
  }

  @Override
  public Map<String, Object> schema(Schema schema) {
    return Schema.list(COORDINATE.schema(schema), 2);
  }

  @Override
  public Optional<Span> read(YamlNode node, String path, Reading reading) {
    if (!(node instanceof YamlNode.Sequence list) || list.items().size() != 2) {
      reading.problem(node, path, "found " + Shown.text(node.kind()), this);
      return Optional.empty();
    }
    List<Double> ends = new ArrayList<>();
    for (YamlNode item : list.items()) {
      COORDINATE.read(item, path, reading.withoutResolving()).ifPresent(ends::add);
    }
    if (ends.size() < 2) {
      return Optional.empty();
    }
    if (ends.get(0) >= ends.get(1)) {
      reading.problem(
          node.location(),
          path,
          "min " + DecimalText.of(ends.get(0)) + " is not below max " + DecimalText.of(ends.get(1)),
          "Write the smaller number first.");
      return Optional.empty();
    }
    reading.resolve(
        path, "[" + DecimalText.of(ends.get(0)) + ", " + DecimalText.of(ends.get(1)) + "]");
    return Optional.of(new Span(ends.get(0), ends.get(1)));
  }
}
