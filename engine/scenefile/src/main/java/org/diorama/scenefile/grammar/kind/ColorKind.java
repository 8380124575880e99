package org.diorama.scenefile.grammar.kind;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.diorama.core.math.DecimalText;
import org.diorama.core.math.LinearColor;
import org.diorama.scenefile.yaml.YamlNode;

/**
 * A color: {@code '#rrggbb'} in sRGB, or a list of linear Rec.709 red, green and blue.
 *
 * @param channels range of each linear channel
 * @param mayBeBlack whether all three may be 0
 */
public record ColorKind(NumberRange channels, boolean mayBeBlack) implements Kind<LinearColor> {
  private static final Pattern HEXADECIMAL = Pattern.compile("#[0-9a-fA-F]{6}");

  @Override
  public String expected() {
    return "a color: '#rrggbb' in quotes, or linear [red, green, blue], each " + channels;
  }

  @Override
  public Map<String, Object> schema(Schema schema) {
    return schema.define(definition(), this::values);
  }

  /** Its name among the schema's definitions. */
  public String definition() {
    return "color_" + Schema.name(channels) + (mayBeBlack ? "" : "_not_black");
  }

  private Map<String, Object> values() {
    Map<String, Object> color =
        Schema.anyOf(encodedSchema(), Schema.list(Schema.range(false, channels), 3));
    if (!mayBeBlack) {
      color.putAll(Schema.not(Schema.of("type", "array", "items", Schema.of("const", 0))));
    }
    return color;
  }

  /** The form in hexadecimal digits, which may be a key of a choice too. */
  public Map<String, Object> encodedSchema() {
    Map<String, Object> encoded = Schema.of("type", "string", "pattern", "^" + HEXADECIMAL + "$");
    if (!mayBeBlack) {
      encoded.putAll(Schema.not(Schema.of("const", "#000000")));
    }
    return encoded;
  }

  @Override
  public Optional<LinearColor> read(YamlNode node, String path, Reading reading) {
    Optional<LinearColor> color =
        node instanceof YamlNode.Sequence list
            ? linear(list, path, reading)
            : encoded(node, path, reading);
    if (color.isPresent() && !mayBeBlack && color.get().luminance() <= 0) {
      reading.problem(
          node.location(),
          path,
          "this color is black",
          "Write a brighter one; to switch a light off, set its illuminance to 0.");
      return Optional.empty();
    }
    return color;
  }

  private Optional<LinearColor> linear(YamlNode.Sequence list, String path, Reading reading) {
    if (list.items().size() != 3) {
      reading.problem(list, path, "found a list of " + list.items().size(), this);
      return Optional.empty();
    }
    double[] values = new double[3];
    for (int i = 0; i < 3; i++) {
      YamlNode item = list.items().get(i);
      Optional<Double> value = NumberSyntax.number(item, path, this, reading);
      if (value.isEmpty()) {
        return Optional.empty();
      }
      if (!channels.contains(value.get())) {
        reading.problem(item, path, DecimalText.of(value.get()) + " is out of range", this);
        return Optional.empty();
      }
      values[i] = value.get();
    }
    return Optional.of(new LinearColor(values[0], values[1], values[2]));
  }

  private Optional<LinearColor> encoded(YamlNode node, String path, Reading reading) {
    if (node instanceof YamlNode.Scalar scalar) {
      if (HEXADECIMAL.matcher(scalar.text()).matches()) {
        int rgb = Integer.parseInt(scalar.text().substring(1), 16);
        return Optional.of(
            LinearColor.ofSrgb(
                (rgb >> 16 & 0xff) / 255.0, (rgb >> 8 & 0xff) / 255.0, (rgb & 0xff) / 255.0));
      }
      if (scalar.isNull()) {
        reading.problem(node, path, "found nothing (without quotes # starts a comment)", this);
        return Optional.empty();
      }
    }
    reading.wrongType(node, path, this);
    return Optional.empty();
  }

  static String text(LinearColor color) {
    return "["
        + DecimalText.of(color.red())
        + ", "
        + DecimalText.of(color.green())
        + ", "
        + DecimalText.of(color.blue())
        + "]";
  }
}
