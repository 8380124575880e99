package org.diorama.scenefile.grammar;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diorama.scenefile.grammar.kind.Schema;
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
}
