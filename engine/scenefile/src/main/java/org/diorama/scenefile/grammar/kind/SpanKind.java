package org.diorama.scenefile.grammar.kind;

import java.util.Map;
import java.util.Optional;
import org.diorama.scenefile.yaml.YamlNode;

/**
 * A range that is written down, {@code [min, max]}, or one number that is both.
 *
 * @param number one of them
 */
public record SpanKind(PlainNumber number) implements Kind<NumberPair.Range> {
  @Override
  public String expected() {
    return number.expected() + ", or [min, max]";
  }

  @Override
  public Map<String, Object> schema(Schema schema) {
    return Schema.anyOf(number.schema(), Schema.list(number.schema(), 2));
  }

  @Override
  public Optional<NumberPair.Range> read(YamlNode node, String path, Reading reading) {
    return node instanceof YamlNode.Sequence
        ? new NumberPair(number, "min", "max").read(node, path, reading)
        : number.read(node, path, reading).map(one -> new NumberPair.Range(one, one));
  }
}
