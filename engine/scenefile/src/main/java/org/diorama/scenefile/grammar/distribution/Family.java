package org.diorama.scenefile.grammar.distribution;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.diorama.core.scene.Distribution;
import org.diorama.scenefile.grammar.kind.MapKind;
import org.diorama.scenefile.grammar.kind.Reading;
import org.diorama.scenefile.grammar.kind.Schema;
import org.diorama.scenefile.yaml.YamlNode;

/**
 * One way to write a distribution: a map with a key that names it.
 *
 * @param keys the key that names it, and another that stands beside it where there is one
 * @param example YAML, for a reference
 * @param doc what it draws, for a reference
 * @param reader reads what stands under the keys
 * @param schema as JSON Schema, what stands under each key, in their order
 */
public record Family<T>(
    List<String> keys,
    String example,
    String doc,
    Reader<T> reader,
    Function<Schema, List<Map<String, Object>>> schema) {
  /** Their parts are as wide as any key takes them. */
  private static final Set<String> FREE =
      Set.of("sum", "product", "value", "palette", "kelvin", "uniform_so3", "cone", "angles");

  /** Reads a distribution; empty where a problem was reported. */
  interface Reader<T> {
    /**
     * @param values what stands under the keys, in their order
     * @param path of the map
     */
    Optional<? extends Distribution<T>> read(List<YamlNode> values, String path, Reading reading);
  }

  /** Reads what stands under the only key. */
  interface SingleReader<T> {
    /**
     * @param path of the value
     */
    Optional<? extends Distribution<T>> read(YamlNode value, String path, Reading reading);
  }

  public Family {
    keys = List.copyOf(keys);
  }

  /** A map with one key. */
  static <T> Family<T> of(
      String key,
      String example,
      String doc,
      SingleReader<T> reader,
      Function<Schema, Map<String, Object>> schema) {
    return new Family<>(
        List.of(key),
        example,
        doc,
        (values, path, reading) -> reader.read(values.get(0), MapKind.join(path, key), reading),
        definitions -> List.of(schema.apply(definitions)));
  }

  /** Whether what may stand under its keys depends on the range of the key it stands at. */
  boolean ofKey() {
    return !FREE.contains(key());
  }

  /** The key that names it. */
  String key() {
    return keys.get(0);
  }

  /** As JSON Schema, the keys with what stands under them. */
  Map<String, Map<String, Object>> properties(Schema definitions) {
    Map<String, Map<String, Object>> properties = new LinkedHashMap<>();
    List<Map<String, Object>> values = schema.apply(definitions);
    for (int i = 0; i < keys.size(); i++) {
      properties.put(keys.get(i), values.get(i));
    }
    return properties;
  }
}
