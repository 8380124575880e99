package org.diorama.scenefile.grammar;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diorama.core.math.DecimalText;
import org.diorama.core.scene.Distribution;
import org.diorama.core.scene.Scope;
import org.diorama.scenefile.yaml.YamlNode;

/** A number that may be randomized; normal draws are clamped to its range. */
final class NumberParameterKind extends ParameterKind<Double> {
  private final NumberRange range;
  private final String unit;
  private final boolean whole;
  private final boolean pairIsUniform;

  /**
   * @param unit such as {@code m}; empty for a pure number
   * @param whole whether only whole numbers will do
   * @param pairIsUniform whether {@code [a, b]} is short for {@code {uniform: [a, b]}}
   */
  NumberParameterKind(
      NumberRange range, String unit, boolean whole, boolean pairIsUniform, List<Scope> scopes) {
    super(scopes);
    this.range = range;
    this.unit = unit;
    this.whole = whole;
    this.pairIsUniform = pairIsUniform;
  }

  NumberRange range() {
    return range;
  }

  @Override
  public String unit() {
    return unit;
  }

  @Override
  public String expected() {
    return (whole ? "a whole number " : "a number ")
        + range
        + (unit.isEmpty() ? "" : " (" + unit + ")")
        + (pairIsUniform ? ", [min, max]" : "")
        + " or a distribution";
  }

  @Override
  List<String> families() {
    return whole
        ? List.of("uniform_int", "choice")
        : List.of("uniform", "uniform_int", "normal", "choice");
  }

  @Override
  String definition() {
    return (whole ? "whole_" : pairIsUniform ? "span_" : "number_") + Schema.name(range);
  }

  @Override
  Map<String, Object> plainSchema(Schema schema) {
    Map<String, Object> value = Schema.range(whole, range);
    return pairIsUniform ? Schema.anyOf(value, Schema.list(value, 2)) : value;
  }

  @Override
  Map<String, Object> familySchema(String family, Schema schema) {
    Map<String, Object> value = Schema.range(whole, range);
    Map<String, Object> integer = Schema.range(true, range);
    return switch (family) {
      case "uniform" -> pairSchema("min", value, "max", value);
      case "uniform_int" -> pairSchema("min", integer, "max", integer);
      case "normal" ->
          pairSchema("mean", value, "deviation", Schema.of("type", "number", "minimum", 0));
      default -> ChoiceReader.schema(this, NumberSyntax.keySchema(), schema);
    };
  }

  /** Two numbers, as a list or a map. */
  private static Map<String, Object> pairSchema(
      String first, Map<String, Object> one, String second, Map<String, Object> other) {
    return Schema.anyOf(
        Schema.of(
            "type", "array", "prefixItems", List.of(one, other), "minItems", 2, "maxItems", 2),
        Schema.of(
            "type",
            "object",
            "properties",
            Schema.of(first, one, second, other),
            "required",
            List.of(first, second),
            "additionalProperties",
            false));
  }

  @Override
  Optional<Distribution<Double>> plain(YamlNode node, String path, Reading reading) {
    if (pairIsUniform && node instanceof YamlNode.Sequence) {
      return family("uniform", node, path, reading);
    }
    return value(node, path, reading).map(Distribution.Constant::new);
  }

  @Override
  Optional<Distribution<Double>> family(
      String family, YamlNode node, String path, Reading reading) {
    return switch (family) {
      case "uniform" ->
          pair(node, path, "min", "max", reading)
              .filter(pair -> ordered(pair, node, path, reading))
              .map(pair -> new Distribution.Uniform(pair[0], pair[1]));
      case "uniform_int" ->
          pair(node, path, "min", "max", reading)
              .filter(pair -> ordered(pair, node, path, reading))
              .filter(pair -> wholes(pair, node, path, reading))
              .map(pair -> new Distribution.UniformInt((long) pair[0], (long) pair[1]));
      case "normal" -> normal(node, path, reading);
      default -> ChoiceReader.read(this, node, path, reading);
    };
  }

  @Override
  String text(Distribution<Double> distribution) {
    if (distribution instanceof Distribution.Constant<Double> constant) {
      return DecimalText.of(constant.value());
    }
    if (distribution instanceof Distribution.Uniform uniform) {
      return "uniform " + pair(uniform.min(), uniform.max());
    }
    if (distribution instanceof Distribution.UniformInt uniform) {
      return "uniform_int " + pair(uniform.min(), uniform.max());
    }
    if (distribution instanceof Distribution.Normal normal) {
      return "normal " + pair(normal.mean(), normal.deviation());
    }
    return ChoiceReader.text(this, (Distribution.Choice<Double>) distribution);
  }

  private static String pair(double first, double second) {
    return "[" + DecimalText.of(first) + ", " + DecimalText.of(second) + "]";
  }

  private Optional<Distribution<Double>> normal(YamlNode node, String path, Reading reading) {
    Optional<YamlNode[]> nodes = nodes(node, path, "mean", "deviation", reading);
    if (nodes.isEmpty()) {
      return Optional.empty();
    }
    Optional<Double> mean = value(nodes.get()[0], path, reading);
    Optional<Double> deviation = NumberSyntax.number(nodes.get()[1], path, this, reading);
    if (deviation.isPresent() && deviation.get() < 0) {
      reading.problem(
          nodes.get()[1].location(),
          path,
          "the deviation is negative",
          "Write normal: [mean, standard deviation].");
      return Optional.empty();
    }
    return mean.isEmpty() || deviation.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Distribution.Normal(mean.get(), deviation.get(), range.min(), range.max()));
  }

  private Optional<Double> value(YamlNode node, String path, Reading reading) {
    Optional<Double> value = NumberSyntax.number(node, path, this, reading);
    if (value.isPresent() && !range.contains(value.get())) {
      reading.problem(node, path, DecimalText.of(value.get()) + " is out of range", this);
      return Optional.empty();
    }
    if (whole && value.isPresent() && !NumberSyntax.isWhole(value.get())) {
      reading.problem(node, path, DecimalText.of(value.get()) + " is not whole", this);
      return Optional.empty();
    }
    return value;
  }

  /** Two numbers in range, as a list or a map. */
  private Optional<double[]> pair(
      YamlNode node, String path, String first, String second, Reading reading) {
    Optional<YamlNode[]> nodes = nodes(node, path, first, second, reading);
    if (nodes.isEmpty()) {
      return Optional.empty();
    }
    Optional<Double> a = value(nodes.get()[0], path, reading);
    Optional<Double> b = value(nodes.get()[1], path, reading);
    return a.isEmpty() || b.isEmpty()
        ? Optional.empty()
        : Optional.of(new double[] {a.get(), b.get()});
  }

  private static Optional<YamlNode[]> nodes(
      YamlNode node, String path, String first, String second, Reading reading) {
    if (node instanceof YamlNode.Sequence list && list.items().size() == 2) {
      return Optional.of(new YamlNode[] {list.items().get(0), list.items().get(1)});
    }
    if (node instanceof YamlNode.Mapping map
        && map.entries().size() == 2
        && map.find(first).isPresent()
        && map.find(second).isPresent()) {
      return Optional.of(
          new YamlNode[] {map.find(first).get().value(), map.find(second).get().value()});
    }
    reading.problem(
        node.location(),
        path,
        "found " + Shown.text(node.kind()),
        "Write [" + first + ", " + second + "], two numbers.");
    return Optional.empty();
  }

  private static boolean ordered(double[] pair, YamlNode node, String path, Reading reading) {
    if (pair[0] <= pair[1]) {
      return true;
    }
    reading.problem(
        node.location(),
        path,
        "min " + DecimalText.of(pair[0]) + " exceeds max " + DecimalText.of(pair[1]),
        "Write the smaller number first.");
    return false;
  }

  private static boolean wholes(double[] pair, YamlNode node, String path, Reading reading) {
    if (NumberSyntax.isWhole(pair[0]) && NumberSyntax.isWhole(pair[1])) {
      return true;
    }
    reading.problem(
        node.location(),
        path,
        pair(pair[0], pair[1]) + " is not whole",
        "Write whole numbers, or uniform instead of uniform_int.");
    return false;
  }
}
