package org.diorama.scenefile.grammar.distribution;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.diorama.core.scene.Distribution;
import org.diorama.core.scene.Parameter;
import org.diorama.core.scene.Scope;
import org.diorama.scenefile.grammar.kind.Kind;
import org.diorama.scenefile.grammar.kind.MapKind;
import org.diorama.scenefile.grammar.kind.Reading;
import org.diorama.scenefile.grammar.kind.ReferenceSyntax;
import org.diorama.scenefile.grammar.kind.Schema;
import org.diorama.scenefile.grammar.kind.Shown;
import org.diorama.scenefile.yaml.YamlNode;

/**
 * A value that may be randomized: written plainly, as {@code $name} of a definition, or as a map
 * with one distribution and optionally {@code per}.
 */
public abstract class ParameterKind<T> implements Kind<Parameter<T>> {
  private static final String PER = "per";

  private final List<Scope> scopes;

  /** Made with the first use: families of one kind lead to others. */
  private List<Family<T>> families;

  /**
   * @param scopes what {@code per} may say; the last one is its default
   */
  ParameterKind(List<Scope> scopes) {
    this.scopes = List.copyOf(scopes);
  }

  /** Distributions that fit, in the order of a reference; made anew. */
  abstract List<Family<T>> makeFamilies();

  /** Distributions that fit, in the order of a reference. */
  public final List<Family<T>> families() {
    List<Family<T>> known = families;
    if (known == null) {
      known = List.copyOf(makeFamilies());
      families = known;
    }
    return known;
  }

  /** A value written without a map and without a reference. */
  abstract Optional<Distribution<T>> plain(YamlNode node, String path, Reading reading);

  /** Why draws would not all fit here; empty where they do. */
  abstract Optional<String> misfit(Distribution<T> distribution);

  /** Values of the same type, as wide as any key takes them: of definitions and of terms. */
  abstract ParameterKind<T> unlimited();

  /** One phrase on what every draw must be. */
  abstract String draw();

  /** A distribution all of whose draws may stand here; empty where that was reported. */
  final Optional<Distribution<T>> fitting(
      Distribution<T> distribution, YamlNode node, String path, Reading reading) {
    Optional<String> misfit = misfit(distribution);
    misfit.ifPresent(
        problem ->
            reading.problem(node.location(), path, problem, "Its draws must be " + draw() + "."));
    return misfit.isPresent() ? Optional.empty() : Optional.of(distribution);
  }

  /** Such as {@code number}: what messages call a value. */
  public abstract String noun();

  /** Name of this kind's definitions in the schema. */
  abstract String definition();

  /** As JSON Schema, what {@link #plain} reads. */
  abstract Map<String, Object> plainSchema(Schema schema);

  /** As JSON Schema, a value as a key of a map; empty where it can't be one. */
  abstract Optional<Map<String, Object>> keySchema();

  List<Scope> scopes() {
    return scopes;
  }

  private Scope natural() {
    return scopes.get(scopes.size() - 1);
  }

  @Override
  public final Map<String, Object> schema(Schema schema) {
    // A distribution is one whole, in a part of a scene too.
    Schema whole = schema.whole();
    return whole.define(
        definition() + "_per_" + word(natural()),
        () ->
            alternatives(
                whole,
                Schema.of(
                    "description",
                    "How often it is drawn.",
                    "enum",
                    scopes.stream().map(ParameterKind::word).toList(),
                    "default",
                    word(natural()))));
  }

  /** As JSON Schema, what {@link #option} reads. */
  final Map<String, Object> optionSchema(Schema schema) {
    Schema whole = schema.whole();
    return whole.define(definition() + "_option", () -> alternatives(whole, null));
  }

  /**
   * @param per what {@code per} may be; null where it may not stand
   */
  private Map<String, Object> alternatives(Schema schema, Map<String, Object> per) {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (Family<T> family : families()) {
      String owner = family.ofKey() ? definition() : noun();
      family
          .properties(schema)
          .forEach(
              (key, value) -> properties.put(key, schema.define(owner + "_" + key, () -> value)));
    }
    if (per != null) {
      properties.put(PER, per);
    }
    Map<String, Object> drawn =
        Schema.of(
            "type",
            "object",
            "properties",
            properties,
            "additionalProperties",
            false,
            "allOf",
            List.of(schema.define("one_of_" + definition().split("_", 2)[0], this::onlyOne)));
    return Schema.of("anyOf", List.of(plainSchema(schema), ReferenceSyntax.schema(schema), drawn));
  }

  /** As JSON Schema, a map that names exactly one distribution, with all its keys. */
  private Map<String, Object> onlyOne() {
    return Schema.of(
        "oneOf",
        families().stream()
            .map(family -> Schema.required(family.keys().toArray(String[]::new)))
            .toList(),
        "dependentRequired",
        dependents());
  }

  private Map<String, Object> dependents() {
    Map<String, Object> dependents = new LinkedHashMap<>();
    for (Family<T> family : families()) {
      if (family.keys().size() > 1) {
        dependents.put(family.keys().get(0), List.of(family.keys().get(1)));
        dependents.put(family.keys().get(1), List.of(family.keys().get(0)));
      }
    }
    return dependents;
  }

  /** A distribution as a part of another: without {@code per}. */
  final Optional<Distribution<T>> option(YamlNode node, String path, Reading reading) {
    return node instanceof YamlNode.Mapping mapping
        ? drawn(mapping, mapping.entries(), path, reading)
        : written(node, path, reading);
  }

  /** A distribution written without a map. */
  final Optional<Distribution<T>> written(YamlNode node, String path, Reading reading) {
    Optional<String> name = ReferenceSyntax.nameIn(node);
    return name.isPresent()
        ? Definitions.of(reading)
            .use(this, name.get(), node, path, reading)
            .map(Distribution.Reference::new)
        : plain(node, path, reading);
  }

  @Override
  public final Optional<Parameter<T>> read(YamlNode node, String path, Reading reading) {
    Optional<Scope> written = Optional.empty();
    Optional<Distribution<T>> distribution;
    boolean sound = true;
    if (node instanceof YamlNode.Mapping mapping) {
      Optional<YamlNode.Entry> per = mapping.find(PER);
      if (per.isPresent()) {
        written = scope(per.get().value(), MapKind.join(path, PER), reading);
        sound = written.isPresent();
      }
      List<YamlNode.Entry> rest = new ArrayList<>(mapping.entries());
      per.ifPresent(rest::remove);
      distribution = drawn(mapping, rest, path, reading);
    } else {
      distribution = written(node, path, reading);
    }
    if (distribution.isEmpty() || !sound) {
      return Optional.empty();
    }
    Optional<Scope> scope =
        new ScopeFinder(this, natural(), written).find(distribution.get(), node, path, reading);
    return scope.map(present -> parameter(path, distribution.get(), present, reading));
  }

  private Parameter<T> parameter(
      String path, Distribution<T> distribution, Scope scope, Reading reading) {
    boolean constant = distribution instanceof Distribution.Constant;
    Parameter<T> parameter = new Parameter<>(path, distribution, constant ? Scope.DATASET : scope);
    JointGrids.of(reading).drawn(path, scope);
    reading.resolve(path, text(parameter));
    return parameter;
  }

  /** Canonical text of a parameter. */
  static String text(Parameter<?> parameter) {
    return DistributionText.of(parameter.distribution())
        + (parameter.isConstant() ? "" : " per " + word(parameter.scope()));
  }

  private Optional<Distribution<T>> drawn(
      YamlNode node, List<YamlNode.Entry> entries, String path, Reading reading) {
    List<String> keys = entries.stream().map(YamlNode.Entry::key).toList();
    List<String> known = families().stream().flatMap(each -> each.keys().stream()).toList();
    for (YamlNode.Entry entry : entries) {
      if (!known.contains(entry.key())) {
        reading.problem(
            entry.location(),
            path,
            "unknown key " + Shown.text(entry.key()),
            reading.advice(entry.key(), names()));
      }
    }
    if (!known.containsAll(keys)) {
      return Optional.empty();
    }
    Optional<Family<T>> family =
        families().stream().filter(each -> keys.contains(each.key())).findFirst();
    if (family.isEmpty() || !family.get().keys().containsAll(keys)) {
      reading.problem(
          node.location(),
          path,
          family.isEmpty() ? "no distribution named" : "more than one distribution named",
          "Write one of " + String.join(", ", names()) + ".");
      return Optional.empty();
    }
    List<YamlNode> values = new ArrayList<>();
    for (String key : family.get().keys()) {
      Optional<YamlNode.Entry> entry =
          entries.stream().filter(each -> each.key().equals(key)).findFirst();
      if (entry.isEmpty()) {
        reading.problem(
            node.location(),
            path,
            "there is no " + key + " beside " + family.get().key(),
            "Write " + family.get().example() + ".");
        return Optional.empty();
      }
      values.add(entry.get().value());
    }
    return family.get().reader().read(values, path, reading).map(found -> found);
  }

  /** Keys that name a distribution. */
  public final List<String> names() {
    return families().stream().map(Family::key).toList();
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

  static String word(Scope scope) {
    return scope.name().toLowerCase(Locale.ROOT);
  }
}
