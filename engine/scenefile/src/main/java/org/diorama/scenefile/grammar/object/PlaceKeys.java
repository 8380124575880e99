package org.diorama.scenefile.grammar.object;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.diorama.core.scene.Arrangement;
import org.diorama.core.scene.Ground;
import org.diorama.core.scene.Parameter;
import org.diorama.core.scene.Placement;
import org.diorama.core.scene.VectorParameter;
import org.diorama.scenefile.grammar.distribution.Parameters;
import org.diorama.scenefile.grammar.distribution.VectorKind;
import org.diorama.scenefile.grammar.kind.FlagKind;
import org.diorama.scenefile.grammar.kind.Key;
import org.diorama.scenefile.grammar.kind.MapKind;
import org.diorama.scenefile.grammar.kind.NamingKind;
import org.diorama.scenefile.grammar.kind.NumberKind;
import org.diorama.scenefile.grammar.kind.NumberRange;
import org.diorama.scenefile.grammar.kind.Reading;
import org.diorama.scenefile.grammar.kind.Schema;
import org.diorama.scenefile.grammar.kind.TextKind;
import org.diorama.scenefile.grammar.kind.TextsKind;
import org.diorama.scenefile.grammar.kind.Values;

/** Keys of an object's {@code place}. */
final class PlaceKeys {
  /** The word for the parent as container. */
  static final String PARENT = "parent";

  private static final Pattern SURFACE =
      Pattern.compile("(?:" + AttachKeys.GROUP.pattern() + "\\.)?" + TextKind.STEP.pattern());

  static final Key<List<String>> ON =
      Key.optional(
              "on",
              new NamingKind<>(
                  new TextsKind(new TextKind("the name of a surface", SURFACE)),
                  PlaceKeys::noteCarriers),
              "Surfaces it stands on, inside their borders: OBJECT.SURFACE, or SURFACE alone"
                  + " for that of a child's parent; boards stands for all of board_1 and so on.")
          .example("table.top");
  static final Key<Parameter<Double>> X =
      Key.optional(
              "x",
              Parameters.perInstance(NumberRange.COORDINATE, "m"),
              "With on: of the origin, or of the pattern's, in the carrier's frame.")
          .example("{uniform: [-0.3, 0.3]}");
  static final Key<Parameter<Double>> Y =
      Key.optional(
              "y", Parameters.perInstance(NumberRange.COORDINATE, "m"), "As x, along the y axis.")
          .example("0.1");
  static final Key<Double> INSET =
      Key.withDefault(
              "inset",
              new NumberKind(new NumberRange(-100, 100), "m"),
              "0",
              "With on: free distance to the surface's border; a negative value says how far"
                  + " things may hang over it.")
          .example("0.02");
  static final Key<VectorParameter> AT =
      Key.withDefault(
              "at",
              new VectorKind(Parameters.perParent(NumberRange.COORDINATE, "m"), false),
              "[0, 0, 0]",
              "Origin of a pattern on level ground, without on.")
          .example("[2, 0, 0.15]");
  static final Key<Arrangement> GRID =
      Key.optional("grid", PatternKeys.GRID, "Rows, columns and layers, centered on the origin.");
  static final Key<Arrangement> POISSON =
      Key.optional(
          "poisson", PatternKeys.POISSON, "Random points that keep a distance from one another.");
  static final Key<Arrangement> ROW =
      Key.optional(
          "row", PatternKeys.ROW, "Side by side from the origin, or from a surface's border.");
  static final Key<Arrangement> STACK =
      Key.optional("stack", PatternKeys.STACK, "Instances stand one on top of the other.");
  static final Key<List<String>> ALONG =
      Key.optional(
              "along",
              new NamingKind<>(
                  new TextsKind(new TextKind("the name of a path", TextKind.STEP)),
                  (reading, path, names) -> names.forEach(name -> reading.usePath(path, name))),
              "Paths it follows; its yaw is counted from their direction.")
          .example("[lane_1, lane_2]");
  static final Key<Parameter<Double>> GAP =
      Key.optional(
              "gap",
              Parameters.perInstance(new NumberRange(0, 1e6), "m"),
              "With along: distance from the front of one to the rear of the next; without"
                  + " it they stand anywhere along the path.")
          .example("{log_uniform: [2, 40]}");
  static final Key<Parameter<Double>> START =
      Key.withDefault(
              "start",
              Parameters.perInstance(new NumberRange(0, 1e7), "m"),
              "0",
              "With gap: way from a path's start to the rear of the first one.")
          .example("{uniform: [0, 30]}");
  static final Key<Parameter<Double>> OFFSET =
      Key.withDefault(
              "offset",
              Parameters.perInstance(new NumberRange(-1e6, 1e6), "m"),
              "0",
              "With along: to the left of the path.")
          .example("{normal: [0, 0.15]}");
  static final Key<Boolean> REVERSE =
      Key.withDefault(
              "reverse", new FlagKind(), "false", "With along: whether paths lead backwards.")
          .example("true");
  static final Key<String> IN =
      Key.optional(
              "in",
              new NamingKind<>(
                  new TextKind("the name of an object, or parent", AttachKeys.GROUP),
                  (reading, path, name) ->
                      container(name).ifPresent(group -> reading.useObject(path, group))),
              "The container it is scattered in; each thing lies on those before it.")
          .example("bin");
  static final Key<Double> HEADROOM =
      Key.withDefault(
              "headroom",
              new NumberKind(new NumberRange(0, 1000), "m"),
              "0",
              "With in: how far things may rise above the rim, to be settled.")
          .example("0.5");
  static final Key<Placement> IN_VIEW =
      Key.optional("in_view", InViewKeys.KIND, "A place in a camera's view, at a distance.");
  static final Key<Boolean> SEPARATE =
      Key.withDefault(
              "separate",
              new FlagKind(),
              "true",
              "Whether instances keep clear of all earlier separate ones but those they stand in;"
                  + " one that finds no place is left out and reported.")
          .example("false");
  static final Key<Double> CLEARANCE =
      Key.withDefault(
              "clearance",
              new NumberKind(new NumberRange(0, 1e4), "m"),
              "0",
              AreaKeys.CLEARANCE_MEANING)
          .example("0.05");

  private static final List<Key<Arrangement>> PATTERNS = List.of(GRID, POISSON, ROW, STACK);
  private static final String[] LEADING = {
    "on", "grid", "poisson", "row", "stack", "along", "in", "in_view"
  };

  static final MapKind<Placement> KIND =
      new MapKind<>(
          List.of(
              ON, X, Y, INSET, AT, GRID, POISSON, ROW, STACK, ALONG, GAP, START, OFFSET, REVERSE,
              IN, HEADROOM, IN_VIEW, SEPARATE, CLEARANCE),
          rules(),
          PlaceKeys::placement);

  private PlaceKeys() {}

  private static List<Map<String, Object>> rules() {
    List<Map<String, Object>> rules = new ArrayList<>();
    rules.add(Schema.of("anyOf", Stream.of(LEADING).map(key -> Schema.required(key)).toList()));
    rules.add(Schema.excludes("grid", "poisson", "row", "stack"));
    rules.add(Schema.excludes("poisson", "row", "stack", "x", "y"));
    rules.add(Schema.excludes("row", "stack"));
    for (String alone : List.of("along", "in", "in_view")) {
      rules.add(Schema.excludes(alone, "on", "at", "grid", "poisson", "row", "stack"));
    }
    rules.add(Schema.excludes("along", "in", "in_view"));
    rules.add(Schema.excludes("in", "in_view"));
    rules.add(Schema.excludes("on", "at"));
    for (String key : List.of("x", "y", "inset")) {
      rules.add(Schema.needs(key, "on"));
    }
    for (String key : List.of("gap", "offset", "reverse")) {
      rules.add(Schema.needs(key, "along"));
    }
    rules.add(Schema.needs("start", "gap"));
    rules.add(Schema.needs("headroom", "in"));
    return rules;
  }

  private static Optional<Placement> placement(Values values) {
    if (!KIND.rules().hold(values, KIND.keys())) {
      return Optional.empty();
    }
    Placement.Separation separation =
        new Placement.Separation(values.get(SEPARATE), values.get(CLEARANCE));
    if (values.has(ALONG)) {
      return Optional.of(
          new Placement.Along(
              values.get(ALONG),
              values.find(GAP),
              values.get(START),
              values.get(OFFSET),
              values.get(REVERSE),
              separation));
    }
    if (values.has(IN)) {
      return Optional.of(
          new Placement.Inside(container(values.get(IN)), values.get(HEADROOM), separation));
    }
    if (values.has(IN_VIEW)) {
      Placement.InView view = (Placement.InView) values.get(IN_VIEW);
      return Optional.of(
          new Placement.InView(
              view.camera(), view.distance(), view.x(), view.y(), view.z(), separation));
    }
    return arranged(values, separation);
  }

  /** The object that a word names; none for a child's parent. */
  private static Optional<String> container(String word) {
    return Optional.of(word).filter(name -> !name.equals(PARENT));
  }

  private static void noteCarriers(Reading reading, String path, List<String> surfaces) {
    reading.references().useSurfaces(path, surfaces);
    surfaces.forEach(
        surface -> carrier(surface).ifPresent(group -> reading.useObject(path, group)));
  }

  /** The object whose surface a name is; none for a child's parent. */
  private static Optional<String> carrier(String surface) {
    int dot = surface.lastIndexOf('.');
    return dot < 0 ? Optional.empty() : Optional.of(surface.substring(0, dot));
  }

  private static Optional<Placement> arranged(Values values, Placement.Separation separation) {
    Optional<Arrangement> pattern =
        PATTERNS.stream().flatMap(key -> values.find(key).stream()).findFirst();
    if (values.has(POISSON) && !isBounded(values)) {
      return Optional.empty();
    }
    Optional<Ground> ground =
        values.has(ON) ? surfaces(values) : Optional.of(new Ground.Plane(values.get(AT)));
    return ground.map(
        level ->
            new Placement.Arranged(
                level, pattern.orElseGet(Arrangement.Scattered::new), separation));
  }

  /** Whether a Poisson pattern has one area to fill. */
  private static boolean isBounded(Values values) {
    boolean outlined = !((Arrangement.PoissonDisk) values.get(POISSON)).outline().isEmpty();
    if (outlined == values.has(ON)) {
      values.problem(
          POISSON,
          outlined ? "the surface is its area" : "it has no area",
          outlined
              ? "Remove x, y and polygon."
              : "Add x and y, or polygon; or place it on a surface.");
    }
    return outlined != values.has(ON);
  }

  private static Optional<Ground> surfaces(Values values) {
    List<Optional<String>> carriers = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (String name : values.get(ON)) {
      carriers.add(carrier(name));
      names.add(name.substring(name.lastIndexOf('.') + 1));
    }
    if (carriers.stream().distinct().count() > 1) {
      values.problem(ON, "surfaces of several objects", "Name surfaces of one object.");
      return Optional.empty();
    }
    return Optional.of(
        new Ground.Surfaces(
            carriers.get(0), names, values.get(INSET), values.find(X), values.find(Y)));
  }
}
