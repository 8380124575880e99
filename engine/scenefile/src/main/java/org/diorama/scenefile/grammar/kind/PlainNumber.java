package org.diorama.scenefile.grammar.kind;

import java.util.Map;
import java.util.Optional;
import org.diorama.core.math.DecimalText;
import org.diorama.scenefile.yaml.YamlNode;

/**
 * A number that is written down, as part of a larger value.
 *
 * @param range it lies in
 * @param whole whether it must be whole
 * @param owner what messages ask for
 */
public record PlainNumber(NumberRange range, boolean whole, Kind<?> owner) implements Kind<Double> {
  @Override
  public String expected() {
    return owner.expected().replace(" or a distribution", "");
  }

  public Map<String, Object> schema() {
    return Schema.range(whole, range);
  }

  @Override
  public Map<String, Object> schema(Schema schema) {
    return schema();
  }

  @Override
  public Optional<Double> read(YamlNode node, String path, Reading reading) {
    Optional<Double> value = NumberSyntax.number(node, path, owner, reading);
    if (value.isPresent() && !range.contains(value.get())) {
      reading.problem(node, path, DecimalText.of(value.get()) + " is out of range", owner);
      return Optional.empty();
    }
    if (whole && value.isPresent() && !NumberSyntax.isWhole(value.get())) {
      reading.problem(node, path, DecimalText.of(value.get()) + " is not whole", owner);
      return Optional.empty();
    }
    return value;
  }
}
