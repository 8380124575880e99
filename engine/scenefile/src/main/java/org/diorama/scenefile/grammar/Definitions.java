package org.diorama.scenefile.grammar;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.diorama.core.NearestNames;
import org.diorama.core.random.StreamPath;
import org.diorama.core.scene.Parameter;
import org.diorama.core.scene.Scope;
import org.diorama.scenefile.diagnostic.Problems;
import org.diorama.scenefile.yaml.YamlNode;

/**
 * Values that have a name, and their uses as {@code $name}. A value is one draw, however many
 * places use it. One that is drawn per instance or parent is one draw of each object that uses it:
 * its path ends in {@code @} and the object's.
 */
final class Definitions {
  /** A name that may follow a dollar sign. */
  static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,99}");

  private static final Pattern OWNER =
      Pattern.compile("(objects\\.[^.]+(?:\\.children\\.[^.]+)*)\\..*");

  private final Map<String, Definition> byName = new LinkedHashMap<>();
  private final Map<Use, Optional<Parameter<?>>> read = new HashMap<>();
  private String owner = "";

  /** Reading of a definition for one kind of place. */
  private record Use(String name, String noun, String owner) {}

  /** The name where a node is a reference. */
  static Optional<String> nameIn(YamlNode node) {
    return node instanceof YamlNode.Scalar scalar
            && scalar.text().startsWith("$")
            && !scalar.text().startsWith("$$")
        ? Optional.of(scalar.text().substring(1))
        : Optional.empty();
  }

  /** As JSON Schema, a reference. */
  static Map<String, Object> referenceSchema(Schema schema) {
    return schema.define(
        "reference",
        () ->
            Schema.of(
                "description",
                "The value of a definition or a continuous factor.",
                "type",
                "string",
                "pattern",
                "^\\$" + NAME + "$"));
  }

  /** A definition's path as its users write it. */
  static String shortName(String path) {
    String name = path.substring(path.indexOf('.') + 1);
    int at = name.indexOf('@');
    return "$" + (at < 0 ? name : name.substring(0, at));
  }

  /** Names a value. */
  void add(Definition definition) {
    byName.put(definition.name(), definition);
  }

  /** Checks all definitions, used or not; reports those that nothing could use. */
  void check(Reading reading) {
    new DefinitionChecks(byName, reading).run();
  }

  /**
   * The parameter of a name as a kind of place sees it; empty where a problem was reported, here or
   * with the definition itself.
   */
  <T> Optional<Parameter<T>> use(
      ParameterKind<T> kind, String name, YamlNode node, String path, Reading reading) {
    Definition definition = byName.get(name);
    if (definition == null) {
      // A part of a scene may leave it to others to say what a name stands for.
      if (reading.whole()) {
        unknown(name, node, path, reading);
      }
      return Optional.empty();
    }
    if (definition.isBroken()) {
      return Optional.empty();
    }
    Problems problems = new Problems();
    Optional<Parameter<T>> parameter = parameter(kind, definition, path, reading, problems);
    Optional<String> misfit =
        parameter.isPresent()
            ? kind.misfit(parameter.get().distribution())
            : Optional.of("it is no " + kind.noun());
    if (misfit.isEmpty()) {
      return parameter;
    }
    reading.problem(
        node.location(),
        path,
        "$"
            + name
            + ", defined at "
            + definition.node().location()
            + ", does not fit: "
            + misfit.get(),
        "Refer to " + kind.draw() + ".");
    return Optional.empty();
  }

  private void unknown(String name, YamlNode node, String path, Reading reading) {
    reading.problem(
        node.location(),
        path,
        "nothing is defined as $" + Shown.text(name),
        byName.isEmpty()
            ? "Add it under define."
            : NearestNames.find(name, byName.keySet())
                .map(near -> "Did you mean $" + near + "?")
                .orElse("Write one of $" + String.join(", $", byName.keySet()) + "."));
  }

  private <T> Optional<Parameter<T>> parameter(
      ParameterKind<T> kind,
      Definition definition,
      String path,
      Reading reading,
      Problems problems) {
    String outer = owner;
    Matcher object = OWNER.matcher(path);
    owner = object.matches() ? object.group(1) : owner;
    try {
      Use use = new Use(definition.name(), kind.noun(), owner);
      Optional<Parameter<?>> known = read.get(use);
      if (known == null) {
        known = Optional.empty();
        Optional<Parameter<T>> fresh =
            kind.unlimited()
                .read(definition.node(), definition.path(), reading.scratch(problems))
                .map(parameter -> owned(parameter, definition, reading));
        known = fresh.map(parameter -> parameter);
        if (problems.isEmpty()) {
          read.put(use, known);
        }
      }
      return cast(known);
    } finally {
      owner = outer;
    }
  }

  private <T> Parameter<T> owned(Parameter<T> parameter, Definition definition, Reading reading) {
    boolean shared = parameter.scope() != Scope.INSTANCE && parameter.scope() != Scope.PARENT;
    String path = shared || owner.isEmpty() ? definition.path() : definition.path() + "@" + owner;
    reading.locate(path, definition.node().location());
    reading.resolve(path, ParameterKind.text(parameter));
    return new Parameter<>(StreamPath.of(path), parameter.distribution(), parameter.scope());
  }

  /** A use's noun tells its type. */
  @SuppressWarnings("unchecked")
  private static <T> Optional<Parameter<T>> cast(Optional<Parameter<?>> parameter) {
    return parameter.map(present -> (Parameter<T>) present);
  }
}
