package org.diorama.scenefile.grammar.distribution;

import java.util.List;
import java.util.Optional;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.PlanckianLocus;
import org.diorama.core.scene.ColorBounds;
import org.diorama.core.scene.ColorDistribution;
import org.diorama.core.scene.Distribution;
import org.diorama.scenefile.grammar.kind.ColorKind;
import org.diorama.scenefile.grammar.kind.Key;
import org.diorama.scenefile.grammar.kind.Kind;
import org.diorama.scenefile.grammar.kind.MapKind;
import org.diorama.scenefile.grammar.kind.NumberRange;
import org.diorama.scenefile.grammar.kind.Reading;
import org.diorama.scenefile.grammar.kind.Schema;
import org.diorama.scenefile.grammar.kind.Shown;
import org.diorama.scenefile.yaml.YamlNode;

/** Ways to write a distribution of colors. */
final class ColorFamilies {
  private static final NumberParameterKind KELVIN =
      part(PlanckianLocus.MIN_TEMPERATURE, PlanckianLocus.MAX_TEMPERATURE, "K");
  private static final Key<Distribution<Double>> HUE =
      change("hue", -180, 180, "degrees", "Turn of the hue.", "10");
  private static final Key<Distribution<Double>> SATURATION =
      change("saturation", -1, 10, "", "Relative change of the saturation.", "0.1");
  private static final Key<Distribution<Double>> BRIGHTNESS =
      change(
          "brightness",
          -1,
          10,
          "",
          "Relative change of all channels, in linear light.",
          "{uniform: [-0.2, 0.1]}");

  private final ColorParameterKind kind;
  private final ColorKind color;

  ColorFamilies(ColorParameterKind kind, ColorKind color) {
    this.kind = kind;
    this.color = color;
  }

  Family<LinearColor> uniform() {
    return Family.of(
        "uniform",
        "{uniform: ['#402010', '#c08040']}",
        "on the line between two colors, evenly in linear light",
        this::uniform,
        schema -> Schema.list(color.schema(schema), 2));
  }

  Family<LinearColor> palette() {
    return Family.of(
        "palette",
        "{palette: car_paints}",
        "one of a palette, by weight: the scene's own of `palettes`, or one that ships",
        (node, path, reading) -> Palettes.of(reading).use(kind, node, path, reading),
        schema -> Palettes.NAME.schema(schema));
  }

  Family<LinearColor> kelvin() {
    return Family.of(
        "kelvin",
        "{kelvin: {uniform: [3000, 6500]}}",
        "the color of a black body at a temperature, its largest channel 1",
        (node, path, reading) ->
            KELVIN.option(node, path, reading).map(ColorDistribution.Kelvin::new),
        KELVIN::optionSchema);
  }

  Family<LinearColor> jitter() {
    ColorParameterKind value = kind.unlimited();
    Kind<List<Distribution<Double>>> changes =
        new MapKind<>(
            List.of(HUE, SATURATION, BRIGHTNESS),
            map -> Optional.of(List.of(map.get(HUE), map.get(SATURATION), map.get(BRIGHTNESS))));
    return new Family<>(
        List.of("value", "jitter"),
        "{value: '#c08040', jitter: {hue: 5, brightness: 0.2}}",
        "a color, changed in hue (degrees), saturation and brightness (relative) by up to a number"
            + " either way, or by a draw of a distribution",
        (nodes, path, reading) -> {
          Optional<Distribution<LinearColor>> plain =
              value.option(nodes.get(0), MapKind.join(path, "value"), reading);
          Optional<List<Distribution<Double>>> amounts =
              changes.read(nodes.get(1), MapKind.join(path, "jitter"), reading.withoutResolving());
          return plain.isEmpty() || amounts.isEmpty()
              ? Optional.empty()
              : jittered(plain.get(), amounts.get(), nodes.get(0), path, reading);
        },
        schema -> List.of(value.optionSchema(schema), changes.schema(schema)));
  }

  private Optional<Distribution<LinearColor>> jittered(
      Distribution<LinearColor> plain,
      List<Distribution<Double>> amounts,
      YamlNode node,
      String path,
      Reading reading) {
    // A reflectance stays one, however much brighter it becomes.
    double brightest = Math.max(1, ColorBounds.of(plain).largest());
    Distribution<LinearColor> jitter =
        new ColorDistribution.Jitter(
            plain, amounts.get(0), amounts.get(1), amounts.get(2), brightest);
    return kind.fitting(jitter, node, path, reading);
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

  private static NumberParameterKind part(double min, double max, String unit) {
    return new NumberParameterKind(
        new NumberRange(min, max), unit, false, false, Parameters.ANYWHERE);
  }

  private static Key<Distribution<Double>> change(
      String name, double min, double max, String unit, String doc, String example) {
    return Key.withDefault(name, new ChangeKind(part(min, max, unit)), "0", doc).example(example);
  }
}
