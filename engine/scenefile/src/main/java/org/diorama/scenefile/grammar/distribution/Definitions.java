package org.diorama.scenefile.grammar.distribution;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.diorama.core.NearestNames;
import org.diorama.core.random.StreamPath;
import org.diorama.core.scene.Parameter;
import org.diorama.core.scene.Scope;
import org.diorama.scenefile.grammar.kind.Reading;
import org.diorama.scenefile.grammar.kind.Shown;
import org.diorama.scenefile.yaml.YamlNode;

/**
 * Values that have a name, and their uses as {@code $name}. A value is one draw, however many
 * places use it. One that is drawn per instance or parent is one draw of each object that uses it:
 * its path ends in {@code @} and the object's.
 */
public final class Definitions {
  private static final Pattern OWNER =
      Pattern.compile("(objects\\.[^.]+(?:\\.children\\.[^.]+)*)\\..*");

  private final Map<String, Definition> byName = new LinkedHashMap<>();

  /** Values that may be read again for each object whose own draw a definition is. */
  private static final long MOST_VALUES = 50_000;

  private final Map<Use, Optional<Known>> read = new HashMap<>();

  /** Why a parameter does not fit a kind of place: a list of many is not searched for each use. */
  private final Map<Parameter<?>, Map<ParameterKind<?>, Optional<String>>> misfits =
      new IdentityHashMap<>();

  private String owner = "";
  private long valuesLeft = MOST_VALUES;

  /**
   * Reading of a definition for one kind of place.
   *
   * @param owner whose own draw it is; empty where all uses share one
   */
  private record Use(String name, String noun, Optional<String> owner) {}

  /**
   * @param text canonical, of the parameter
   */
  private record Known(Parameter<?> parameter, String text) {}

  private Definitions() {}

  /** Those of a reading. */
  public static Definitions of(Reading reading) {
    return reading.gathered(Definitions.class, Definitions::new);
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
  public void check(Reading reading) {
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
    Optional<Parameter<T>> parameter = parameter(kind, definition, path, reading);
    if (definition.isBroken()) {
      return Optional.empty();
    }
    Optional<String> misfit =
        parameter.isPresent()
            ? misfits
                .computeIfAbsent(parameter.get(), absent -> new IdentityHashMap<>())
                .computeIfAbsent(kind, absent -> kind.misfit(parameter.get().distribution()))
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
            : reading
                .nearest(name, byName.keySet())
                .map(near -> "Did you mean $" + near + "?")
                .orElse(
                    "Write one of $"
                        + NearestNames.list(byName.keySet()).replace(", ", ", $")
                        + "."));
  }

  private <T> Optional<Parameter<T>> parameter(
      ParameterKind<T> kind, Definition definition, String path, Reading reading) {
    String outer = owner;
    Matcher object = OWNER.matcher(path);
    owner = object.matches() ? object.group(1) : owner;
    try {
      Use shared = new Use(definition.name(), kind.noun(), Optional.empty());
      Use own = new Use(definition.name(), kind.noun(), Optional.of(owner));
      Optional<Known> known = read.getOrDefault(shared, read.get(own));
      if (known == null) {
        known = read(kind, definition, reading);
        boolean owned = known.filter(each -> hasOwner(each.parameter())).isPresent();
        read.put(owned ? own : shared, known);
      }
      known.ifPresent(
          present -> {
            String stream = present.parameter().path().toString();
            reading.locate(stream, definition.node().location());
            reading.resolve(stream, present.text());
          });
      return cast(known.map(Known::parameter));
    } finally {
      owner = outer;
    }
  }

  private Optional<Known> read(ParameterKind<?> kind, Definition definition, Reading reading) {
    valuesLeft -= owner.isEmpty() ? 0 : YamlNode.count(definition.node());
    if (valuesLeft < 0) {
      definition.setBroken();
      reading.problem(
          definition.node().location(),
          definition.path(),
          "with those of other definitions it is drawn for so many objects that they have more than "
              + MOST_VALUES
              + " values",
          "Write per: sequence, or use it for fewer objects.");
      return Optional.empty();
    }
    return kind.unlimited()
        .read(definition.node(), definition.path(), reading.scratch(reading.apart()))
        .map(parameter -> new Known(owned(parameter, definition), ParameterKind.text(parameter)));
  }

  private static boolean hasOwner(Parameter<?> parameter) {
    return parameter.scope() == Scope.INSTANCE || parameter.scope() == Scope.PARENT;
  }

  private <T> Parameter<T> owned(Parameter<T> parameter, Definition definition) {
    boolean shared = !hasOwner(parameter) || owner.isEmpty();
    String path = shared ? definition.path() : definition.path() + "@" + owner;
    return new Parameter<>(StreamPath.of(path), parameter.distribution(), parameter.scope());
  }

  /** A use's noun tells its type. */
  @SuppressWarnings("unchecked")
  private static <T> Optional<Parameter<T>> cast(Optional<Parameter<?>> parameter) {
    return parameter.map(present -> (Parameter<T>) present);
  }
}
