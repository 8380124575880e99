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
    root.putAll(SceneKeys.KIND.schema(schema));
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

  /** The schema of one key: what its kind says, with meaning and default. */
  static Map<String, Object> of(Key<?> key, Schema schema) {
    Map<String, Object> property = new LinkedHashMap<>();
    property.put("description", description(key));
    key.defaultYaml().ifPresent(yaml -> property.put("default", PlainYaml.value(yaml)));
    key.example().ifPresent(yaml -> property.put("examples", List.of(PlainYaml.value(yaml))));
    property.putAll(key.kind().schema(schema));
    return property;
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
