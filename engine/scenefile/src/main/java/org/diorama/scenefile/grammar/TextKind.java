package org.diorama.scenefile.grammar;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.diorama.scenefile.yaml.YamlNode;

/**
 * A text that matches a pattern.
 *
 * @param expected how messages describe it
 */
record TextKind(String expected, Pattern pattern) implements Kind<String> {
  private static final int LONGEST = 1000;

  /** Letters, digits, and inner dots, dashes and underscores: safe as a file name. */
  static final Pattern FILE_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

  /** A name that is a step of dotted paths. */
  static final Pattern STEP = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_ -]{0,99}");

  static final Pattern ANY_LINE = Pattern.compile("[^\\x00-\\x1f\\x7f]+");

  @Override
  public Map<String, Object> schema(Schema schema) {
    // Any plain word is a text to the reader: 7 and true too.
    return Schema.of(
        "type",
        List.of("string", "number", "boolean"),
        "pattern",
        "^(?:" + pattern + ")$",
        "maxLength",
        LONGEST);
  }

  @Override
  public Optional<String> read(YamlNode node, String path, Reading reading) {
    if (!(node instanceof YamlNode.Scalar scalar) || scalar.isNull()) {
      reading.wrongType(node, path, this);
      return Optional.empty();
    }
    String text = scalar.text();
    if (text.length() > LONGEST || !pattern.matcher(text).matches()) {
      reading.problem(node, path, "found the text \"" + Shown.text(text) + "\"", this);
      return Optional.empty();
    }
    reading.resolve(path, text);
    return Optional.of(text);
  }
}
