package org.diorama.scenefile.grammar.distribution;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diorama.core.math.DecimalText;
import org.diorama.core.math.LinearColor;
import org.diorama.core.scene.ColorBounds;
import org.diorama.core.scene.Distribution;
import org.diorama.core.scene.Scope;
import org.diorama.scenefile.grammar.kind.ColorKind;
import org.diorama.scenefile.grammar.kind.Reading;
import org.diorama.scenefile.grammar.kind.Schema;
import org.diorama.scenefile.yaml.YamlNode;

/** A color that may be randomized. */
final class ColorParameterKind extends ParameterKind<LinearColor> {
  private final ColorKind color;

  ColorParameterKind(ColorKind color, List<Scope> scopes) {
    super(scopes);
    this.color = color;
  }

  ColorKind color() {
    return color;
  }

  @Override
  public String expected() {
    return color.expected() + ", or a distribution";
  }

  @Override
  String draw() {
    return "a color"
        + (color.mayBeBlack() ? "" : " that is not black")
        + ", each channel "
        + color.channels();
  }

  @Override
  public String noun() {
    return "color";
  }

  @Override
  List<Family<LinearColor>> makeFamilies() {
    ColorFamilies of = new ColorFamilies(this, color);
    return List.of(
        of.uniform(),
        SharedFamilies.choice(this, "{choice: ['#c0392b', '#2980b9']}"),
        SharedFamilies.sequence(this, "{sequence: ['#c0392b', '#2980b9']}"),
        SharedFamilies.grid(this, "{grid: ['#c0392b', '#2980b9']}"),
        of.palette(),
        of.kelvin(),
        of.jitter());
  }

  @Override
  ColorParameterKind unlimited() {
    return Parameters.ANY_COLOR;
  }

  @Override
  Optional<String> misfit(Distribution<LinearColor> distribution) {
    ColorBounds bounds = ColorBounds.of(distribution);
    if (bounds.largest() > color.channels().max()) {
      return Optional.of("a channel can be as high as " + DecimalText.of(bounds.largest()));
    }
    return bounds.mayBeBlack() && !color.mayBeBlack()
        ? Optional.of("it can be black")
        : Optional.empty();
  }

  @Override
  String definition() {
    return color.definition();
  }

  @Override
  Map<String, Object> plainSchema(Schema schema) {
    return color.schema(schema);
  }

  @Override
  Optional<Map<String, Object>> keySchema() {
    return Optional.of(color.encodedSchema());
  }

  @Override
  Optional<Distribution<LinearColor>> plain(YamlNode node, String path, Reading reading) {
    return color.read(node, path, reading).map(Distribution.Constant::new);
  }
}
