package org.diorama.scenefile.grammar.distribution;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diorama.core.math.DecimalText;
import org.diorama.core.scene.Distribution;
import org.diorama.scenefile.grammar.kind.Kind;
import org.diorama.scenefile.grammar.kind.Reading;
import org.diorama.scenefile.grammar.kind.Schema;
import org.diorama.scenefile.yaml.YamlNode;

/**
 * What is added to a value: a number stands for all changes up to it, either way.
 *
 * @param kind range of the change
 */
record ChangeKind(NumberParameterKind kind) implements Kind<Distribution<Double>> {
  @Override
  public String expected() {
    return kind.expected();
  }

  @Override
  public String unit() {
    return kind.unit();
  }

  @Override
  public Map<String, Object> schema(Schema schema) {
    return Schema.of("allOf", List.of(kind.optionSchema(schema), notNegative()));
  }

  @Override
  public Optional<Distribution<Double>> read(YamlNode node, String path, Reading reading) {
    Optional<Distribution<Double>> change = kind.option(node, path, reading);
    if (change.isEmpty() || !(change.get() instanceof Distribution.Constant<Double> most)) {
      return change;
    }
    double reach = most.value();
    if (reach < 0) {
      reading.problem(
          node.location(), path, "the largest change is negative", "Write it without the sign.");
      return Optional.empty();
    }
    if (!kind.range().contains(-reach)) {
      reading.problem(
          node.location(),
          path,
          "a change of -" + DecimalText.of(reach) + " is out of range",
          "Write at most " + DecimalText.of(-kind.range().min()) + ", or a distribution.");
      return Optional.empty();
    }
    return Optional.of(new Distribution.Uniform(-reach, reach));
  }

  private Map<String, Object> notNegative() {
    return Schema.of(
        "if",
        Schema.of("type", "number"),
        "then",
        Schema.of("minimum", 0, "maximum", Schema.number(-kind.range().min())));
  }
}
