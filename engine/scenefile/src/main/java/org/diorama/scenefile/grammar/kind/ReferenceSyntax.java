package org.diorama.scenefile.grammar.kind;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.diorama.scenefile.yaml.YamlNode;

/** How {@code $name} is written, and how a text that only looks like it. */
public final class ReferenceSyntax {
  /** A name that may follow a dollar sign. */
  public static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,99}");

  private ReferenceSyntax() {}

  /** The name where a node is a reference. */
  public static Optional<String> nameIn(YamlNode node) {
    return node instanceof YamlNode.Scalar scalar
            && scalar.text().startsWith("$")
            && !scalar.text().startsWith("$$")
        ? Optional.of(scalar.text().substring(1))
        : Optional.empty();
  }

  /**
   * What a text says: of two dollar signs at its start the first only tells it from a reference.
   */
  static String unescaped(String text) {
    return text.startsWith("$$") ? text.substring(1) : text;
  }

  /** As JSON Schema, a reference. */
  public static Map<String, Object> schema(Schema schema) {
    return schema.define(
        "reference",
        () ->
            Schema.of(
                "description",
                "The value of a definition or a continuous factor.",
                "type",
                "string",
                "pattern",
                "^\\$" + NAME + "$"));
  }
}
