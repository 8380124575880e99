package org.diorama.scenefile.grammar.kind;

import java.util.Map;
import java.util.Optional;
import org.diorama.scenefile.yaml.YamlNode;

/**
 * A value that names other things of the scene. It notes them as soon as it is read, so that wrong
 * names are found beside whatever else is wrong around it.
 */
public record NamingKind<T>(Kind<T> kind, Note<T> note) implements Kind<T> {
  /** Tells a reading what the value at a path names. */
  public interface Note<T> {
    void take(Reading reading, String path, T value);
  }

  @Override
  public String expected() {
    return kind.expected();
  }

  @Override
  public Map<String, Object> schema(Schema schema) {
    return kind.schema(schema);
  }

  @Override
  public Optional<T> read(YamlNode node, String path, Reading reading) {
    Optional<T> value = kind.read(node, path, reading);
    value.ifPresent(present -> note.take(reading, path, present));
    return value;
  }
}
