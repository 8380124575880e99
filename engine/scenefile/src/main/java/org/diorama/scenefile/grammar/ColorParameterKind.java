package org.diorama.scenefile.grammar;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diorama.core.math.LinearColor;
import org.diorama.core.scene.Distribution;
import org.diorama.core.scene.Scope;
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
  List<String> families() {
    return List.of("uniform", "choice");
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
  Map<String, Object> familySchema(String family, Schema schema) {
    return family.equals("uniform")
        ? Schema.list(color.schema(schema), 2)
        : ChoiceReader.schema(this, color.encodedSchema(), schema);
  }

  @Override
  Optional<Distribution<LinearColor>> plain(YamlNode node, String path, Reading reading) {
    return color.read(node, path, reading).map(Distribution.Constant::new);
  }

  @Override
  Optional<Distribution<LinearColor>> family(
      String family, YamlNode node, String path, Reading reading) {
    return family.equals("uniform")
        ? uniform(node, path, reading)
        : ChoiceReader.read(this, node, path, reading);
  }

  @Override
  String text(Distribution<LinearColor> distribution) {
    if (distribution instanceof Distribution.Constant<LinearColor> constant) {
      return ColorKind.text(constant.value());
    }
    if (distribution instanceof Distribution.UniformColor uniform) {
      return "uniform ["
          + ColorKind.text(uniform.from())
          + ", "
          + ColorKind.text(uniform.to())
          + "]";
    }
    return ChoiceReader.text(this, (Distribution.Choice<LinearColor>) distribution);
  }

  private Optional<Distribution<LinearColor>> uniform(YamlNode node, String path, Reading reading) {
    if (!(node instanceof YamlNode.Sequence list) || list.items().size() != 2) {
      reading.problem(
          node.location(),
          path,
          "found " + Shown.text(node.kind()),
          "Write [one color, another color].");
      return Optional.empty();
    }
    Optional<LinearColor> from = color.read(list.items().get(0), path, reading);
    Optional<LinearColor> to = color.read(list.items().get(1), path, reading);
    if (from.isEmpty() || to.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new Distribution.UniformColor(from.get(), to.get()));
  }
}
