package org.diorama.scenefile.grammar;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The scene language as JSON Schema 2020-12, made from the table of keys. It refuses no sound
 * scene. What it can't say, the reader alone finds: repeated keys, references to names, bounds in
 * the wrong order, files that are missing.
 */
public final class SceneSchema {
  private SceneSchema() {}

  /** The text of the schema, the same in every process, with a line break at its end. */
  public static String json() {
    Schema schema = new Schema();
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    root.put("title", "Diorama scene");
    root.put("description", "A scene of Diorama: lengths in meters, angles in degrees, +Z up.");
    root.put("if", Schema.anyOf(Schema.required("include"), isLibrary()));
    root.put("then", schema.part().define("scene", () -> SceneKeys.KIND.schema(schema.part())));
    root.put("else", schema.define("scene", () -> SceneKeys.KIND.schema(schema)));
    root.put("$defs", schema.definitions());
    DefaultPrettyPrinter lines =
        new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
    return JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .defaultPrettyPrinter(lines)
            .build()
            .writeValueAsString(root)
        + "\n";
  }

  private static Map<String, Object> isLibrary() {
    Map<String, Object> flag = Schema.of("library", Schema.of("const", true));
    return Schema.of("required", List.of("library"), "properties", flag);
  }

  /** The schema of one key: what its kind says, with meaning and default. */
  static Map<String, Object> of(Key<?> key, Schema schema) {
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
    return Schema.anyOf(value, part.define("mark", SceneSchema::mark));
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
