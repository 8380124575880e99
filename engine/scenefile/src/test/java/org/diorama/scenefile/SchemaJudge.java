package org.diorama.scenefile;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.diorama.scenefile.diagnostic.Problems;
import org.diorama.scenefile.grammar.SceneSchema;
import org.diorama.scenefile.yaml.YamlNode;
import org.diorama.scenefile.yaml.YamlTreeReader;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.CoreScalarResolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the JSON Schema says of a scene, as an editor sees it: scalars by YAML 1.2's core schema.
 */
public final class SchemaJudge {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(SceneSchema.json());

  private static final Pattern VECTOR =
      Pattern.compile("(\\b(?:at|look_at|around|size|scale|points\\.\\d+)\\.)([012])\\b");

  private SchemaJudge() {}

  /** What is wrong by place, such as {@code camera.at.x}; empty where the text is no YAML. */
  public static Optional<Map<String, String>> judge(String yaml) {
    return YamlTreeReader.read("scene", yaml.getBytes(StandardCharsets.UTF_8), new Problems())
        .map(
            tree ->
                SCHEMA.validate(json(tree)).stream()
                    .collect(
                        Collectors.toMap(
                            error -> place(error.getInstanceLocation().toString()),
                            error -> error.getMessage(),
                            (one, other) -> one + "; " + other)));
  }

  /** The reader names the axes of vectors, JSON counts them. */
  private static String place(String pointer) {
    return VECTOR
        .matcher(pointer.replaceFirst("^/", "").replace('/', '.'))
        .replaceAll(match -> match.group(1) + "xyz".charAt(Integer.parseInt(match.group(2))));
  }

  private static JsonNode json(YamlNode node) {
    if (node instanceof YamlNode.Mapping mapping) {
      ObjectNode object = JSON.objectNode();
      mapping.entries().forEach(entry -> object.set(entry.key(), json(entry.value())));
      return object;
    }
    if (node instanceof YamlNode.Sequence sequence) {
      ArrayNode array = JSON.arrayNode();
      sequence.items().forEach(item -> array.add(json(item)));
      return array;
    }
    return scalar((YamlNode.Scalar) node);
  }

  private static JsonNode scalar(YamlNode.Scalar scalar) {
    String text = scalar.text();
    Tag tag = new CoreScalarResolver(false).resolve(text, scalar.plain());
    if (tag.equals(Tag.NULL)) {
      return JSON.nullNode();
    }
    if (tag.equals(Tag.BOOL)) {
      return JSON.booleanNode(Boolean.parseBoolean(text));
    }
    if (tag.equals(Tag.INT) && text.matches("[-+]?[0-9]+")) {
      return JSON.numberNode(new BigDecimal(text).toBigInteger());
    }
    if (tag.equals(Tag.FLOAT) && text.matches("[-+]?[0-9.].*")) {
      return text.matches(".*[0-9].*")
          ? JSON.numberNode(new BigDecimal(text.replaceFirst("\\.($|[eE])", "$1")))
          : JSON.numberNode(Double.NaN);
    }
    return JSON.stringNode(text);
  }
}
