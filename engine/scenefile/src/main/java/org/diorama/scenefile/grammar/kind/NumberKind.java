package org.diorama.scenefile.grammar.kind;

import java.util.Map;
import java.util.Optional;
import org.diorama.core.math.DecimalText;
import org.diorama.scenefile.yaml.YamlNode;

/**
 * A number in a closed range that is not randomized.
 *
 * @param unit such as {@code m}; empty for a pure number
 */
public record NumberKind(NumberRange range, String unit) implements Kind<Double> {
  @Override
  public String expected() {
    return "a number " + range + (unit.isEmpty() ? "" : " (" + unit + ")");
  }

  @Override
  public Map<String, Object> schema(Schema schema) {
    return Schema.range(false, range);
  }

  @Override
  public Optional<Double> read(YamlNode node, String path, Reading reading) {
    Optional<Double> value = NumberSyntax.number(node, path, this, reading);
    if (value.isPresent() && !range.contains(value.get())) {
      reading.problem(node, path, DecimalText.of(value.get()) + " is out of range", this);
      return Optional.empty();
    }
    value.ifPresent(present -> reading.resolve(path, DecimalText.of(present)));
    return value;
  }
}
