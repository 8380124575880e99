package org.diorama.scenefile.grammar.distribution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diorama.core.scene.Distribution;
import org.diorama.scenefile.grammar.kind.MapKind;
import org.diorama.scenefile.grammar.kind.NumberKind;
import org.diorama.scenefile.grammar.kind.NumberRange;
import org.diorama.scenefile.grammar.kind.Reading;
import org.diorama.scenefile.grammar.kind.ReferenceSyntax;
import org.diorama.scenefile.grammar.kind.Schema;
import org.diorama.scenefile.grammar.kind.Shown;
import org.diorama.scenefile.yaml.YamlNode;

/**
 * {@code choice}: a list of values or distributions, equally likely, or a map from value to weight.
 */
final class ChoiceReader {
  private static final NumberKind WEIGHT = new NumberKind(new NumberRange(0, 1e9), "");

  private ChoiceReader() {}

  static <T> Optional<Distribution<T>> read(
      ParameterKind<T> kind, YamlNode node, String path, Reading reading) {
    if (node instanceof YamlNode.Sequence list) {
      return list(kind, list, path, reading);
    }
    if (node instanceof YamlNode.Mapping map && kind.keySchema().isPresent()) {
      return map(kind, map, path, reading);
    }
    reading.problem(node.location(), path, "found " + Shown.text(node.kind()), advice(kind));
    return Optional.empty();
  }

  /** As JSON Schema. */
  static Map<String, Object> schema(ParameterKind<?> kind, Schema schema) {
    Map<String, Object> list =
        Schema.of("type", "array", "items", kind.optionSchema(schema), "minItems", 1);
    return kind.keySchema().map(key -> Schema.anyOf(list, weights(key, schema))).orElse(list);
  }

  private static Map<String, Object> weights(Map<String, Object> key, Schema schema) {
    Map<String, Object> weights =
        Schema.of(
            "type",
            "object",
            "propertyNames",
            Schema.anyOf(key, ReferenceSyntax.schema(schema)),
            "additionalProperties",
            WEIGHT.schema(schema));
    weights.putAll(Schema.not(Schema.of("additionalProperties", Schema.of("const", 0))));
    return weights;
  }

  private static <T> Optional<Distribution<T>> list(
      ParameterKind<T> kind, YamlNode.Sequence list, String path, Reading reading) {
    List<Distribution.Option<T>> options = new ArrayList<>();
    for (int i = 0; i < list.items().size(); i++) {
      kind.option(list.items().get(i), MapKind.join(path, Integer.toString(i)), reading)
          .ifPresent(value -> options.add(new Distribution.Option<>(value, 1)));
    }
    return options.size() < list.items().size()
        ? Optional.empty()
        : choice(kind, options, list, path, reading);
  }

  private static <T> Optional<Distribution<T>> map(
      ParameterKind<T> kind, YamlNode.Mapping map, String path, Reading reading) {
    List<Distribution.Option<T>> options = new ArrayList<>();
    // Weights are no keys of the scene: they belong to the choice's own text.
    Reading weights = reading.withoutResolving();
    for (YamlNode.Entry entry : map.entries()) {
      YamlNode key = new YamlNode.Scalar(entry.location(), entry.key(), true);
      Optional<Distribution<T>> value = kind.written(key, path, reading);
      Optional<Double> weight =
          WEIGHT.read(entry.value(), MapKind.join(path, Shown.text(entry.key())), weights);
      if (value.isPresent() && weight.isPresent()) {
        options.add(new Distribution.Option<>(value.get(), weight.get()));
      }
    }
    if (options.size() < map.entries().size()) {
      return Optional.empty();
    }
    // A map has no order: the draw must not depend on the one in the file.
    options.sort(Comparator.comparing(option -> DistributionText.of(option.value())));
    return choice(kind, options, map, path, reading);
  }

  private static <T> Optional<Distribution<T>> choice(
      ParameterKind<T> kind,
      List<Distribution.Option<T>> options,
      YamlNode node,
      String path,
      Reading reading) {
    if (options.isEmpty()) {
      reading.problem(node.location(), path, "nothing to choose from", advice(kind));
      return Optional.empty();
    }
    if (options.stream().allMatch(option -> option.weight() == 0)) {
      reading.problem(
          node.location(), path, "all weights are 0", "Give at least one a weight above 0.");
      return Optional.empty();
    }
    return Optional.of(new Distribution.Choice<>(options));
  }

  private static String advice(ParameterKind<?> kind) {
    return kind.keySchema().isPresent()
        ? "Write a list of values, or a map from each value to its weight."
        : "Write a list of values.";
  }
}
