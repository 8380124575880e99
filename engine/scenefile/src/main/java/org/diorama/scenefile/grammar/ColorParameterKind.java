package org.diorama.scenefile.grammar;

import java.util.List;
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
          + ColorKind.text(uniform.min())
          + ", "
          + ColorKind.text(uniform.max())
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
          "Write [darker color, brighter color].");
      return Optional.empty();
    }
    Optional<LinearColor> min = color.read(list.items().get(0), path, reading);
    Optional<LinearColor> max = color.read(list.items().get(1), path, reading);
    if (min.isEmpty() || max.isEmpty()) {
      return Optional.empty();
    }
    if (min.get().red() > max.get().red()
        || min.get().green() > max.get().green()
        || min.get().blue() > max.get().blue()) {
      reading.problem(
          node.location(),
          path,
          "the first color exceeds the second in some channel",
          "Write the darker color first; for two different hues use choice.");
      return Optional.empty();
    }
    return Optional.of(new Distribution.UniformColor(min.get(), max.get()));
  }
}
