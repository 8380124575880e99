package org.diorama.scenefile.grammar.kind;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.diorama.scenefile.yaml.YamlNode;

/** How numbers are written: plain decimals, without the traps of YAML's older spellings. */
public final class NumberSyntax {
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(0|[1-9][0-9]*|(?=\\.[0-9]))(\\.[0-9]*)?([eE][-+]?[0-9]+)?");
  private static final Pattern WHOLE = Pattern.compile("[-+]?(0|[1-9][0-9]*)");
  private static final Pattern LEADING_ZERO = Pattern.compile("[-+]?0[0-9].*");
  private static final Pattern SEPARATED = Pattern.compile("[-+]?[0-9][0-9_,.]*[0-9]");
  private static final Pattern OTHER_BASE = Pattern.compile("[-+]?0[xob][0-9a-fA-F]+");
  private static final int LONGEST = 400;

  private NumberSyntax() {}

  /** As JSON Schema, a number as a key of a map. */
  public static Map<String, Object> keySchema() {
    return Schema.of("pattern", "^" + NUMBER + "$");
  }

  static Optional<Double> number(YamlNode node, String path, Kind<?> kind, Reading reading) {
    if (!(node instanceof YamlNode.Scalar scalar)) {
      reading.wrongType(node, path, kind);
      return Optional.empty();
    }
    return number(scalar, path, kind, reading);
  }

  private static Optional<Double> number(
      YamlNode.Scalar scalar, String path, Kind<?> kind, Reading reading) {
    String text = scalar.text();
    if (text.length() > LONGEST || !scalar.plain() || !NUMBER.matcher(text).matches()) {
      reading.problem(
          scalar.location(),
          path,
          "found " + Shown.text(scalar.kind()),
          hint(scalar) + "Write " + kind.expected() + ".");
      return Optional.empty();
    }
    // Adding zero turns -0 into 0.
    double value = Double.parseDouble(text) + 0.0;
    if (!Double.isFinite(value)) {
      reading.problem(scalar, path, text + " is too large", kind);
      return Optional.empty();
    }
    return Optional.of(value);
  }

  /** A whole number that fits 64 bits, exactly. */
  static Optional<Long> whole(YamlNode node, String path, Kind<?> kind, Reading reading) {
    if (node instanceof YamlNode.Scalar scalar
        && scalar.plain()
        && scalar.text().length() <= LONGEST
        && WHOLE.matcher(scalar.text()).matches()) {
      try {
        return Optional.of(Long.parseLong(scalar.text()));
      } catch (NumberFormatException e) {
        reading.problem(node, path, scalar.text() + " does not fit 64 bits", kind);
        return Optional.empty();
      }
    }
    Optional<Double> number = number(node, path, kind, reading);
    if (number.isPresent() && !isWhole(number.get())) {
      reading.problem(node, path, ((YamlNode.Scalar) node).text() + " is not whole", kind);
      return Optional.empty();
    }
    return number.map(Double::longValue);
  }

  /** Whether a double is whole and exact as such. */
  public static boolean isWhole(double value) {
    return value == Math.rint(value) && Math.abs(value) <= 1L << 53;
  }

  private static String hint(YamlNode.Scalar scalar) {
    String text = scalar.text();
    if (!scalar.plain()) {
      return NUMBER.matcher(text).matches() ? "Remove the quotes. " : "";
    }
    if (LEADING_ZERO.matcher(text).matches()) {
      return "Remove the leading zero. ";
    }
    if (SEPARATED.matcher(text).matches()) {
      return "Write digits without separators. ";
    }
    if (OTHER_BASE.matcher(text).matches()) {
      return "Write it in decimal. ";
    }
    return "";
  }
}
