package org.diorama.scenefile.grammar.distribution;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diorama.core.math.DecimalText;
import org.diorama.core.scene.Distribution;
import org.diorama.scenefile.grammar.kind.Key;
import org.diorama.scenefile.grammar.kind.Kind;
import org.diorama.scenefile.grammar.kind.MapKind;
import org.diorama.scenefile.grammar.kind.NumberKind;
import org.diorama.scenefile.grammar.kind.NumberPair;
import org.diorama.scenefile.grammar.kind.NumberRange;
import org.diorama.scenefile.grammar.kind.PlainNumber;
import org.diorama.scenefile.grammar.kind.Reading;
import org.diorama.scenefile.grammar.kind.Schema;
import org.diorama.scenefile.grammar.kind.Values;
import org.diorama.scenefile.yaml.YamlNode;

/** {@code normal}: {@code [mean, deviation]}, or a map that may have limits too. */
final class NormalReader {
  private static final PlainNumber ANY_DEVIATION =
      new PlainNumber(
          new NumberRange(0, NumberRange.ANY.max()),
          false,
          new NumberKind(new NumberRange(0, NumberRange.ANY.max()), ""));

  private final PlainNumber value;
  private final Key<Double> mean;
  private final Key<Double> deviation =
      Key.required("deviation", ANY_DEVIATION, "Standard deviation.");
  private final Key<Double> min;
  private final Key<Double> max;
  private final Kind<Distribution<Double>> map;
  private final NumberPair pair;

  /**
   * @param value a number at the key itself
   */
  NormalReader(PlainNumber value) {
    this.value = value;
    this.mean = Key.required("mean", value, "Of the Gaussian, before it is truncated.");
    this.min = Key.optional("min", value, "No draw is below.");
    this.max = Key.optional("max", value, "No draw is above.");
    this.map = new MapKind<>(List.of(mean, deviation, min, max), this::limited);
    this.pair = new NumberPair(value, "mean", "deviation");
  }

  Map<String, Object> schema(Schema schema) {
    Map<String, Object> list =
        Schema.of(
            "type",
            "array",
            "prefixItems",
            List.of(value.schema(), ANY_DEVIATION.schema()),
            "minItems",
            2,
            "maxItems",
            2);
    return Schema.anyOf(list, map.schema(schema));
  }

  Optional<Distribution<Double>> read(YamlNode node, String path, Reading reading) {
    if (node instanceof YamlNode.Mapping) {
      return map.read(node, path, reading.withoutResolving());
    }
    Optional<YamlNode[]> nodes = pair.nodes(node, path, reading);
    if (nodes.isEmpty()) {
      return Optional.empty();
    }
    Optional<Double> center = value.read(nodes.get()[0], path, reading);
    Optional<Double> spread = ANY_DEVIATION.read(nodes.get()[1], path, reading);
    return center.isEmpty() || spread.isEmpty()
        ? Optional.empty()
        : Optional.of(normal(center.get(), spread.get(), least(), greatest()));
  }

  private Optional<Distribution<Double>> limited(Values values) {
    double low = values.find(min).orElse(least());
    double high = values.find(max).orElse(greatest());
    double center = values.get(mean);
    double spread = values.get(deviation);
    double reach = spread * Distribution.Normal.FARTHEST;
    if (low > high) {
      values.problem(
          values.has(min) ? min : max,
          "min " + DecimalText.of(low) + " exceeds max " + DecimalText.of(high),
          "Write the smaller number as min.");
      return Optional.empty();
    }
    if (center + reach < low || center - reach > high) {
      values.problem(
          values.has(min) && center < low ? min : max,
          "practically no draw lies between min and max: they are more than 8 deviations from the"
              + " mean",
          "Move the mean, or widen the limits or the deviation.");
      return Optional.empty();
    }
    return Optional.of(normal(center, spread, low, high));
  }

  private static Distribution<Double> normal(
      double mean, double deviation, double low, double high) {
    return new Distribution.Normal(mean, deviation, low, high);
  }

  private double least() {
    return value.range().equals(NumberRange.ANY) ? Double.NEGATIVE_INFINITY : value.range().min();
  }

  private double greatest() {
    return value.range().equals(NumberRange.ANY) ? Double.POSITIVE_INFINITY : value.range().max();
  }
}
