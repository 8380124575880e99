package org.diorama.scenefile.grammar.distribution;

import java.util.Map;
import java.util.Optional;
import org.diorama.scenefile.grammar.kind.Kind;
import org.diorama.scenefile.grammar.kind.Reading;
import org.diorama.scenefile.grammar.kind.Schema;
import org.diorama.scenefile.yaml.YamlNode;

/** A value of any type that may be randomized: its uses tell which. */
final class DefinitionKind implements Kind<YamlNode> {
  @Override
  public String expected() {
    return "a number, color, point or rotation, or a distribution of such";
  }

  @Override
  public Map<String, Object> schema(Schema schema) {
    return Schema.of(
        "anyOf", Parameters.kinds().stream().map(kind -> kind.schema(schema)).toList());
  }

  @Override
  public Optional<YamlNode> read(YamlNode node, String path, Reading reading) {
    return Optional.of(node);
  }
}
