package org.diorama.scenefile.grammar.distribution;

import java.util.Map;
import java.util.Optional;
import org.diorama.core.scene.Distribution;
import org.diorama.scenefile.grammar.kind.Kind;
import org.diorama.scenefile.grammar.kind.Reading;
import org.diorama.scenefile.grammar.kind.Schema;
import org.diorama.scenefile.yaml.YamlNode;

/** A part of a distribution that may be randomized itself; it is drawn as often as the whole. */
record DistributionKind<T>(ParameterKind<T> kind) implements Kind<Distribution<T>> {
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
    return kind.optionSchema(schema);
  }

  @Override
  public Optional<Distribution<T>> read(YamlNode node, String path, Reading reading) {
    return kind.option(node, path, reading);
  }
}
