package org.diorama.scenefile.grammar.distribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diorama.core.math.DecimalText;
import org.diorama.core.scene.Distribution;
import org.diorama.core.scene.NumberBounds;
import org.diorama.core.scene.Scope;
import org.diorama.scenefile.grammar.kind.NumberPair;
import org.diorama.scenefile.grammar.kind.NumberRange;
import org.diorama.scenefile.grammar.kind.NumberSyntax;
import org.diorama.scenefile.grammar.kind.PlainNumber;
import org.diorama.scenefile.grammar.kind.Reading;
import org.diorama.scenefile.grammar.kind.Schema;
import org.diorama.scenefile.yaml.YamlNode;

/** A number that may be randomized; no draw is ever outside its range. */
public final class NumberParameterKind extends ParameterKind<Double> {
  private final NumberRange range;
  private final String unit;
  private final boolean whole;
  private final boolean pairIsUniform;

  /**
   * @param unit such as {@code m}; empty for a pure number
   * @param whole whether only whole numbers will do
   * @param pairIsUniform whether {@code [a, b]} is short for {@code {uniform: [a, b]}}
   */
  public NumberParameterKind(
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
    return draw() + (pairIsUniform ? ", [min, max]" : "") + " or a distribution";
  }

  @Override
  String draw() {
    return (whole ? "a whole number " : "a number ")
        + range
        + (unit.isEmpty() ? "" : " (" + unit + ")");
  }

  @Override
  public String noun() {
    return "number";
  }

  @Override
  List<Family<Double>> makeFamilies() {
    NumberFamilies of = new NumberFamilies(this, value(), whole);
    List<Family<Double>> families = new ArrayList<>();
    if (!whole) {
      families.add(of.uniform());
    }
    families.add(of.uniformInt());
    if (!whole) {
      families.add(of.logUniform());
      families.add(of.normal());
    }
    families.add(SharedFamilies.choice(this, "{choice: {1: 3, 2: 1}}"));
    families.add(SharedFamilies.sequence(this, "{sequence: [1, 2, 4]}"));
    families.add(whole ? SharedFamilies.grid(this, "{grid: [1, 2, 4]}") : of.grid());
    families.add(of.sum());
    families.add(of.product());
    families.add(of.jitter());
    return families;
  }

  @Override
  NumberParameterKind unlimited() {
    return Parameters.ANY_NUMBER;
  }

  @Override
  Optional<String> misfit(Distribution<Double> distribution) {
    NumberBounds bounds = NumberBounds.of(distribution);
    if (!(bounds.min() >= range.min())) {
      return Optional.of("it can be as low as " + shown(bounds.min()));
    }
    if (!(bounds.max() <= range.max())) {
      return Optional.of("it can be as high as " + shown(bounds.max()));
    }
    return whole && !bounds.whole() ? Optional.of("it is not always whole") : Optional.empty();
  }

  private static String shown(double bound) {
    return Double.isFinite(bound) ? DecimalText.of(bound) : Double.toString(bound);
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
  Optional<Map<String, Object>> keySchema() {
    return Optional.of(NumberSyntax.keySchema());
  }

  @Override
  Optional<Distribution<Double>> plain(YamlNode node, String path, Reading reading) {
    if (pairIsUniform && node instanceof YamlNode.Sequence) {
      return new NumberPair(value(), "min", "max")
          .read(node, path, reading)
          .map(pair -> new Distribution.Uniform(pair.min(), pair.max()));
    }
    return value().read(node, path, reading).map(Distribution.Constant::new);
  }

  private PlainNumber value() {
    return new PlainNumber(range, whole, this);
  }
}
