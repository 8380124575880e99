package org.diorama.scenefile.grammar.kind;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.diorama.scenefile.yaml.YamlNode;

/** A value with a short form of one word and a long form. */
public record ScalarOrMapKind<T>(Kind<? extends T> scalar, Kind<? extends T> map)
    implements Kind<T> {
  @Override
  public List<Key<?>> keys() {
    return map.keys();
  }

  @Override
  public List<String> unsupported() {
    return map.unsupported();
  }

  @Override
  public Optional<Kind<?>> named() {
    return map.named();
  }

  @Override
  public Set<String> displaced(Collection<String> earlier, Collection<String> later) {
    return map.displaced(earlier, later);
  }

  @Override
  public String expected() {
    return scalar.expected() + ", or " + map.expected();
  }

  @Override
  public Map<String, Object> schema(Schema schema) {
    return Schema.anyOf(scalar.schema(schema), map.schema(schema));
  }

  @Override
  public Optional<T> read(YamlNode node, String path, Reading reading) {
    if (node instanceof YamlNode.Scalar word && !word.isNull()) {
      Optional<? extends T> value =
          scalar instanceof OneOfKind<? extends T> words
              ? words.read(node, path, this, reading)
              : scalar.read(node, path, reading);
      return value.map(present -> present);
    }
    if (node instanceof YamlNode.Mapping) {
      return map.read(node, path, reading).map(value -> value);
    }
    reading.wrongType(node, path, this);
    return Optional.empty();
  }
}
