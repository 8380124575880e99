package org.diorama.scenefile.grammar.kind;

import java.util.Map;
import java.util.Optional;
import org.diorama.scenefile.yaml.YamlNode;

/** A whole number in a closed range. */
public record WholeKind(long min, long max) implements Kind<Long> {
  @Override
  public String expected() {
    if (min == Long.MIN_VALUE && max == Long.MAX_VALUE) {
      return "a whole number of 64 bits";
    }
    return min == max ? Long.toString(min) : "a whole number from " + min + " to " + max;
  }

  @Override
  public Map<String, Object> schema(Schema schema) {
    return Schema.of("type", "integer", "minimum", min, "maximum", max);
  }

  @Override
  public Optional<Long> read(YamlNode node, String path, Reading reading) {
    Optional<Long> value = NumberSyntax.whole(node, path, this, reading);
    if (value.isPresent() && (value.get() < min || value.get() > max)) {
      reading.problem(node, path, value.get() + " is out of range", this);
      return Optional.empty();
    }
    value.ifPresent(present -> reading.resolve(path, Long.toString(present)));
    return value;
  }
}
