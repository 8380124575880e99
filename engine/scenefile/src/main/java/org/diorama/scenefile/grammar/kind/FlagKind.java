package org.diorama.scenefile.grammar.kind;

import java.util.Map;
import java.util.Optional;
import org.diorama.scenefile.yaml.YamlNode;

/** Yes or no. */
public record FlagKind() implements Kind<Boolean> {
  @Override
  public String expected() {
    return "true or false";
  }

  @Override
  public Map<String, Object> schema(Schema schema) {
    return Schema.of("type", "boolean");
  }

  @Override
  public Optional<Boolean> read(YamlNode node, String path, Reading reading) {
    if (node instanceof YamlNode.Scalar scalar
        && scalar.plain()
        && (scalar.text().equals("true") || scalar.text().equals("false"))) {
      reading.resolve(path, scalar.text());
      return Optional.of(scalar.text().equals("true"));
    }
    reading.wrongType(node, path, this);
    return Optional.empty();
  }
}
