package org.diorama.scenefile.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.diorama.core.NearestNames;
import org.diorama.core.scene.Distribution;
import org.diorama.core.scene.Parameter;
import org.diorama.core.scene.Scope;
import org.diorama.scenefile.yaml.YamlNode;

/**
 * A value that may be randomized: written plainly, or as a map with one distribution and optionally
 * {@code per}.
 */
abstract class ParameterKind<T> implements Kind<Parameter<T>> {
  private static final String PER = "per";

  private final List<Scope> scopes;

  /**
   * @param scopes what {@code per} may say; the last one is its default
   */
  ParameterKind(List<Scope> scopes) {
    this.scopes = List.copyOf(scopes);
  }

  /** Distributions that fit, by the key that names them. */
  abstract List<String> families();

  /** A value written without a map. */
  abstract Optional<Distribution<T>> plain(YamlNode node, String path, Reading reading);

  /** What stands under one of the families' keys. */
  abstract Optional<Distribution<T>> family(
      String family, YamlNode node, String path, Reading reading);

  /** Canonical text of a distribution. */
  abstract String text(Distribution<T> distribution);

  /** Name of this kind's definitions in the schema. */
  abstract String definition();

  /** As JSON Schema, what {@link #plain} reads. */
  abstract Map<String, Object> plainSchema(Schema schema);

  /** As JSON Schema, what {@link #family} reads. */
  abstract Map<String, Object> familySchema(String family, Schema schema);

  @Override
  public final Map<String, Object> schema(Schema schema) {
    String natural = word(scopes.get(scopes.size() - 1));
    return schema.define(
        definition() + "_per_" + natural,
        () ->
            alternatives(
                schema,
                Schema.of(
                    "description",
                    "How often it is drawn.",
                    "enum",
                    scopes.stream().map(ParameterKind::word).toList(),
                    "default",
                    natural)));
  }

  /** As JSON Schema, what {@link #option} reads. */
  final Map<String, Object> optionSchema(Schema schema) {
    return schema.define(definition() + "_option", () -> alternatives(schema, null));
  }

  /**
   * @param per what {@code per} may be; null where it may not stand
   */
  private Map<String, Object> alternatives(Schema schema, Map<String, Object> per) {
    List<Map<String, Object>> alternatives = new ArrayList<>();
    alternatives.add(plainSchema(schema));
    for (String family : families()) {
      Map<String, Object> properties = Schema.of(family, familySchema(family, schema));
      if (per != null) {
        properties.put(PER, per);
      }
      alternatives.add(
          Schema.of(
              "type",
              "object",
              "properties",
              properties,
              "required",
              List.of(family),
              "additionalProperties",
              false));
    }
    return Schema.of("anyOf", alternatives);
  }

  List<Scope> scopes() {
    return scopes;
  }

  /** A distribution as one option of a choice: without {@code per}. */
  final Optional<Distribution<T>> option(YamlNode node, String path, Reading reading) {
    return node instanceof YamlNode.Mapping mapping
        ? drawn(mapping, mapping.entries(), path, reading)
        : plain(node, path, reading);
  }

  @Override
  public final Optional<Parameter<T>> read(YamlNode node, String path, Reading reading) {
    Scope natural = scopes.get(scopes.size() - 1);
    Optional<Scope> scope = Optional.of(natural);
    Optional<Distribution<T>> distribution;
    if (node instanceof YamlNode.Mapping mapping) {
      Optional<YamlNode.Entry> per = mapping.find(PER);
      if (per.isPresent()) {
        scope = scope(per.get().value(), MapKind.join(path, PER), reading);
      }
      List<YamlNode.Entry> rest = new ArrayList<>(mapping.entries());
      per.ifPresent(rest::remove);
      distribution = drawn(mapping, rest, path, reading);
    } else {
      distribution = plain(node, path, reading);
    }
    if (distribution.isEmpty() || scope.isEmpty()) {
      return Optional.empty();
    }
    boolean constant = distribution.get() instanceof Distribution.Constant;
    reading.resolve(path, text(distribution.get()) + (constant ? "" : " per " + word(scope.get())));
    return Optional.of(
        new Parameter<>(path, distribution.get(), constant ? Scope.DATASET : scope.get()));
  }

  private Optional<Distribution<T>> drawn(
      YamlNode node, List<YamlNode.Entry> entries, String path, Reading reading) {
    boolean known = true;
    for (YamlNode.Entry entry : entries) {
      if (!families().contains(entry.key())) {
        known = false;
        reading.problem(
            entry.location(),
            path,
            "unknown key " + Shown.text(entry.key()),
            NearestNames.advice(entry.key(), families()));
      }
    }
    if (!known) {
      return Optional.empty();
    }
    if (entries.size() != 1) {
      reading.problem(
          node.location(),
          path,
          entries.isEmpty() ? "no distribution named" : "more than one distribution named",
          "Write one of " + String.join(", ", families()) + ".");
      return Optional.empty();
    }
    YamlNode.Entry entry = entries.get(0);
    return family(entry.key(), entry.value(), MapKind.join(path, entry.key()), reading);
  }

  private Optional<Scope> scope(YamlNode node, String path, Reading reading) {
    List<String> words = scopes.stream().map(ParameterKind::word).toList();
    if (node instanceof YamlNode.Scalar scalar) {
      int index = words.indexOf(scalar.text());
      if (index >= 0) {
        return Optional.of(scopes.get(index));
      }
    }
    reading.problem(
        node.location(),
        path,
        "found " + Shown.text(node.kind()),
        "Write one of " + String.join(", ", words) + ".");
    return Optional.empty();
  }

  private static String word(Scope scope) {
    return scope.name().toLowerCase(Locale.ROOT);
  }
}
