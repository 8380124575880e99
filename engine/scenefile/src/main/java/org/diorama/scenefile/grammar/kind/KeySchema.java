package org.diorama.scenefile.grammar.kind;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What stands at a key as JSON Schema, in a whole scene or in a part that is laid over one. */
public final class KeySchema {
  private KeySchema() {}

  /** The schema of one key: what its kind says, with meaning and default. */
  public static Map<String, Object> of(Key<?> key, Schema schema) {
    Map<String, Object> property = new LinkedHashMap<>();
    property.put("description", description(key));
    key.defaultYaml().ifPresent(yaml -> property.put("default", PlainYaml.value(yaml)));
    key.example().ifPresent(yaml -> property.put("examples", List.of(PlainYaml.value(yaml))));
    property.putAll(value(key.kind(), schema));
    return property;
  }

  /** What stands at a key: in a part also a mark of what becomes of the earlier value. */
  private static Map<String, Object> value(Kind<?> kind, Schema schema) {
    return schema.isPart()
        ? orMark(kind.schema(kind.merges() ? schema : schema.whole()), schema)
        : kind.schema(schema);
  }

  /** A part's value, or a mark of what becomes of the earlier one. */
  static Map<String, Object> orMark(Map<String, Object> value, Schema part) {
    return Schema.anyOf(value, part.define("mark", KeySchema::mark));
  }

  private static Map<String, Object> mark() {
    Map<String, Object> list = Schema.of("extend", Schema.of("type", "array"));
    Map<String, Object> extension =
        Schema.of(
            "type",
            "object",
            "properties",
            list,
            "required",
            List.of("extend"),
            "additionalProperties",
            false);
    extension.put("description", "Added to the list of an included file.");
    Map<String, Object> removal = Schema.of("type", "null");
    removal.put("description", "Removes what an included file says.");
    return Schema.anyOf(extension, removal);
  }

  private static String description(Key<?> key) {
    String expected = key.kind().expected();
    String sentence = Character.toUpperCase(expected.charAt(0)) + expected.substring(1) + ".";
    String standard =
        key.defaultYaml()
            .filter(yaml -> !yaml.equals("{}"))
            .map(yaml -> " Default: " + yaml + ".")
            .orElse("");
    return key.doc() + (key.kind() instanceof MapKind<?> ? "" : " " + sentence) + standard;
  }
}
