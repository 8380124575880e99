package org.diorama.scenefile.grammar.object;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.diorama.core.scene.ObjectDescription;
import org.diorama.scenefile.grammar.kind.Key;
import org.diorama.scenefile.grammar.kind.Kind;
import org.diorama.scenefile.grammar.kind.MapKind;
import org.diorama.scenefile.grammar.kind.Reading;
import org.diorama.scenefile.grammar.kind.Schema;
import org.diorama.scenefile.yaml.YamlNode;

/**
 * An object of one level. Keys that all levels share are one definition of the schema each.
 *
 * @param own names of the keys that are the level's own
 */
record ObjectKind(MapKind<ObjectDescription> map, List<String> own)
    implements Kind<ObjectDescription> {
  @Override
  public List<Key<?>> keys() {
    return map.keys();
  }

  @Override
  public String expected() {
    return map.expected();
  }

  @Override
  public Set<String> displaced(Collection<String> earlier, Collection<String> later) {
    return map.displaced(earlier, later);
  }

  @Override
  public Map<String, Object> schema(Schema schema) {
    Map<String, Object> whole = map.schema(schema);
    Map<String, Object> properties = new LinkedHashMap<>();
    ((Map<?, ?>) whole.get("properties"))
        .forEach(
            (key, value) ->
                properties.put(
                    (String) key,
                    own.contains(key)
                        ? value
                        : schema.define("object_" + key, () -> asMap(value))));
    whole.put("properties", properties);
    return whole;
  }

  /** A key's schema is a map from words. */
  @SuppressWarnings("unchecked")
  private static Map<String, Object> asMap(Object schema) {
    return (Map<String, Object>) schema;
  }

  @Override
  public Optional<ObjectDescription> read(YamlNode node, String path, Reading reading) {
    return map.read(node, path, reading);
  }
}
