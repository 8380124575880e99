package org.diorama.scenefile.grammar;

import java.util.Map;
import java.util.Optional;
import org.diorama.scenefile.yaml.YamlNode;

/**
 * What may stand at a key: its type, unit and range, as data that a reader and a reference can both
 * be made from.
 *
 * @param <T> what it becomes
 */
public interface Kind<T> {
  /** One phrase after "expected", such as {@code a number from 0 to 1}. */
  String expected();

  /** As JSON Schema. */
  Map<String, Object> schema(Schema schema);

  /**
   * @param path dotted path of the value
   * @return empty where a problem was reported
   */
  Optional<T> read(YamlNode node, String path, Reading reading);
}
