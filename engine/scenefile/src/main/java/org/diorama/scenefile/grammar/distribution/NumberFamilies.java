package org.diorama.scenefile.grammar.distribution;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diorama.core.math.DecimalText;
import org.diorama.core.scene.Distribution;
import org.diorama.core.scene.NumberDistribution;
import org.diorama.scenefile.grammar.kind.Key;
import org.diorama.scenefile.grammar.kind.Kind;
import org.diorama.scenefile.grammar.kind.MapKind;
import org.diorama.scenefile.grammar.kind.NumberPair;
import org.diorama.scenefile.grammar.kind.NumberSyntax;
import org.diorama.scenefile.grammar.kind.PlainNumber;
import org.diorama.scenefile.grammar.kind.Reading;
import org.diorama.scenefile.grammar.kind.Schema;
import org.diorama.scenefile.grammar.kind.WholeKind;
import org.diorama.scenefile.yaml.YamlNode;

/** Ways to write a distribution of numbers. */
final class NumberFamilies {
  private static final int MOST_CELLS = 1_000_000;

  private final NumberParameterKind kind;
  private final PlainNumber value;
  private final boolean whole;
  private final NumberPair range;

  /**
   * @param value a number at the key itself
   * @param whole whether only whole numbers will do
   */
  NumberFamilies(NumberParameterKind kind, PlainNumber value, boolean whole) {
    this.kind = kind;
    this.value = value;
    this.whole = whole;
    this.range = new NumberPair(value, "min", "max");
  }

  Family<Double> uniform() {
    return Family.of(
        "uniform",
        "{uniform: [1, 3]}",
        "evenly between two numbers",
        (node, path, reading) ->
            range
                .read(node, path, reading)
                .map(pair -> new Distribution.Uniform(pair.min(), pair.max())),
        range::schema);
  }

  Family<Double> uniformInt() {
    return Family.of(
        "uniform_int",
        "{uniform_int: [1, 6]}",
        "whole numbers, both ends included",
        (node, path, reading) ->
            range
                .read(node, path, reading)
                .filter(pair -> wholes(pair, node, path, reading))
                .map(pair -> new Distribution.UniformInt((long) pair.min(), (long) pair.max())),
        schema -> {
          Map<String, Object> integer = Schema.range(true, kind.range());
          return range.schema(integer, integer);
        });
  }

  Family<Double> logUniform() {
    return Family.of(
        "log_uniform",
        "{log_uniform: [1, 100]}",
        "between two positive numbers; 1 to 10 is as likely as 10 to 100",
        (node, path, reading) ->
            range
                .read(node, path, reading)
                .filter(pair -> positive(pair, node, path, reading))
                .map(pair -> new NumberDistribution.LogUniform(pair.min(), pair.max())),
        schema -> {
          Map<String, Object> positive = value.schema();
          positive.put("exclusiveMinimum", 0);
          return range.schema(positive, value.schema());
        });
  }

  Family<Double> normal() {
    NormalReader normal = new NormalReader(value);
    return Family.of(
        "normal",
        "{normal: {mean: 2, deviation: 0.5, min: 1}}",
        "a Gaussian, truncated to `min` and `max` where given and to the key's range; short:"
            + " `{normal: [mean, deviation]}`",
        normal::read,
        normal::schema);
  }

  /** Listed cells, or equal parts of a range. */
  Family<Double> grid() {
    Kind<Distribution<Double>> listed = new ListedGridKind<>(kind);
    Key<Double> min = Key.required("min", value, "Where the first cell begins.");
    Key<Double> max = Key.required("max", value, "Where the last cell ends.");
    Key<Long> cells =
        Key.required("cells", new WholeKind(1, MOST_CELLS), "Equal parts of the range.");
    Kind<Distribution<Double>> strata =
        new MapKind<>(
            List.of(min, max, cells, SharedFamilies.JOINT),
            map -> {
              if (map.get(min) > map.get(max)) {
                map.problem(
                    min, "it exceeds max " + DecimalText.of(map.get(max)), "Swap min and max.");
                return Optional.empty();
              }
              int count = map.get(cells).intValue();
              return Optional.of(
                  new NumberDistribution.Strata(
                      map.get(min), map.get(max), count, SharedFamilies.stride(map, count)));
            });
    return Family.of(
        "grid",
        "{grid: {min: 1, max: 5, cells: 4}}",
        SharedFamilies.GRID + "; of a range, each draw is even within its cell",
        (node, path, reading) ->
            node instanceof YamlNode.Mapping map && map.find("values").isEmpty()
                ? strata.read(node, path, reading.withoutResolving())
                : listed.read(node, path, reading),
        schema -> Schema.anyOf(listed.schema(schema), strata.schema(schema)));
  }

  Family<Double> sum() {
    return combination(
        "sum",
        "{sum: [2, {uniform: [0, 1]}]}",
        "several values, added",
        NumberDistribution.Sum::new);
  }

  Family<Double> product() {
    return combination(
        "product",
        "{product: [2, {uniform: [0.5, 1]}]}",
        "several values, multiplied",
        NumberDistribution.Product::new);
  }

  /** A sum whose second term may be a plain number, the largest change. */
  Family<Double> jitter() {
    NumberParameterKind term = kind.unlimited();
    ChangeKind change = new ChangeKind(term);
    return new Family<>(
        List.of("value", "jitter"),
        "{value: 2, jitter: 0.5}",
        "a value, changed by up to a number either way, or by a draw of a distribution",
        (nodes, path, reading) -> {
          Optional<Distribution<Double>> value =
              term.option(nodes.get(0), MapKind.join(path, "value"), reading);
          Optional<Distribution<Double>> amount =
              change
                  .read(nodes.get(1), MapKind.join(path, "jitter"), reading)
                  .map(this::wholeIfAsked);
          return value.isEmpty() || amount.isEmpty()
              ? Optional.empty()
              : kind.fitting(
                  new NumberDistribution.Sum(List.of(value.get(), amount.get())),
                  nodes.get(0),
                  path,
                  reading);
        },
        schema -> List.of(term.optionSchema(schema), change.schema(schema)));
  }

  /** Whole values are changed by whole numbers. */
  private Distribution<Double> wholeIfAsked(Distribution<Double> change) {
    return whole
            && change instanceof Distribution.Uniform uniform
            && NumberSyntax.isWhole(uniform.min())
            && NumberSyntax.isWhole(uniform.max())
        ? new Distribution.UniformInt((long) uniform.min(), (long) uniform.max())
        : change;
  }

  /** Makes a distribution of several. */
  private interface Combination {
    Distribution<Double> of(List<Distribution<Double>> parts);
  }

  private Family<Double> combination(
      String key, String example, String doc, Combination combination) {
    Kind<List<Distribution<Double>>> terms = SharedFamilies.items(kind.unlimited());
    return Family.of(
        key,
        example,
        doc,
        (node, path, reading) ->
            terms
                .read(node, path, reading)
                .flatMap(parts -> kind.fitting(combination.of(parts), node, path, reading)),
        terms::schema);
  }

  private static boolean wholes(
      NumberPair.Range pair, YamlNode node, String path, Reading reading) {
    if (NumberSyntax.isWhole(pair.min()) && NumberSyntax.isWhole(pair.max())) {
      return true;
    }
    reading.problem(
        node.location(),
        path,
        "[" + DecimalText.of(pair.min()) + ", " + DecimalText.of(pair.max()) + "] is not whole",
        "Write whole numbers, or uniform instead of uniform_int.");
    return false;
  }

  private static boolean positive(
      NumberPair.Range pair, YamlNode node, String path, Reading reading) {
    if (pair.min() > 0) {
      return true;
    }
    reading.problem(
        node.location(),
        path,
        "min " + DecimalText.of(pair.min()) + " is not positive",
        "Write two numbers above 0.");
    return false;
  }
}
