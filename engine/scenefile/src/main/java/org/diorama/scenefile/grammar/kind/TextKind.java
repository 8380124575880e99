package org.diorama.scenefile.grammar.kind;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.diorama.scenefile.yaml.YamlNode;

/**
 * A text that matches a pattern. It refers to nothing: one that starts with a dollar sign is
 * written with two.
 *
 * @param expected how messages describe it
 */
public record TextKind(String expected, Pattern pattern) implements Kind<String> {
  private static final int LONGEST = 1000;

  /** Words that open a device on Windows, whatever follows a dot. */
  private static final String DEVICE =
      "(?:[cC][oO][nN]|[pP][rR][nN]|[aA][uU][xX]|[nN][uU][lL]|[cC][oO][mM][0-9]|[lL][pP][tT][0-9])"
          + "(?:[.]|$)";

  /** Letters, digits, and inner dots, dashes and underscores: safe as a file name everywhere. */
  public static final Pattern FILE_NAME =
      Pattern.compile("(?!" + DEVICE + ")[A-Za-z0-9](?:[A-Za-z0-9._-]{0,98}[A-Za-z0-9_-])?");

  /** A name that is a step of dotted paths. */
  public static final Pattern STEP =
      Pattern.compile("(?!" + DEVICE + ")[A-Za-z0-9_][A-Za-z0-9_ -]{0,99}");

  /** The name of an entry that an author chooses. */
  public static final TextKind ANY_NAME =
      new TextKind("letters, digits, spaces, dashes and underscores", STEP);

  /** The name of a camera ends file names: safe on every system, whatever its letters' case. */
  public static final TextKind CAMERA =
      new TextKind(
          "up to 32 letters, digits, dashes and underscores, and no device's name such as CON",
          Pattern.compile("(?!" + DEVICE + ")[A-Za-z0-9][A-Za-z0-9_-]{0,31}"));

  public static final Pattern ANY_LINE = Pattern.compile("[^\\x00-\\x1f\\x7f]+");

  /** As JSON Schema, the start of a text that is no reference. */
  private static final String NO_REFERENCE = "(?!\\$(?!\\$))";

  private static final Pattern STARTS_WITH_DEVICE = Pattern.compile(DEVICE);

  /** Why a text does not match the patterns of names. */
  static String misfit(String text) {
    return STARTS_WITH_DEVICE.matcher(text).lookingAt()
        ? " (Windows keeps this word for a device)"
        : "";
  }

  @Override
  public Map<String, Object> schema(Schema schema) {
    // Any plain word is a text to the reader: 7 and true too.
    return Schema.of(
        "type",
        List.of("string", "number", "boolean"),
        "pattern",
        "^" + (pattern.matcher("$").matches() ? NO_REFERENCE : "") + "(?:" + pattern + ")$",
        "maxLength",
        LONGEST);
  }

  @Override
  public Optional<String> read(YamlNode node, String path, Reading reading) {
    if (!(node instanceof YamlNode.Scalar scalar) || scalar.isNull()) {
      reading.wrongType(node, path, this);
      return Optional.empty();
    }
    if (ReferenceSyntax.nameIn(node).isPresent()) {
      reading.problem(
          node.location(),
          path,
          Shown.text(scalar.text()) + " refers to a value, and this is a text",
          "Write the text itself; a dollar sign at its start is written twice.");
      return Optional.empty();
    }
    String text = ReferenceSyntax.unescaped(scalar.text());
    if (text.length() > LONGEST || !pattern.matcher(text).matches()) {
      reading.problem(
          node, path, "found the text \"" + Shown.text(text) + "\"" + misfit(text), this);
      return Optional.empty();
    }
    reading.resolve(path, text);
    return Optional.of(text);
  }
}
