package org.diorama.scenefile.grammar.object;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diorama.core.math.DecimalText;
import org.diorama.core.math.Vec3;
import org.diorama.core.scene.Arrangement;
import org.diorama.core.scene.Parameter;
import org.diorama.core.scene.VectorParameter;
import org.diorama.scenefile.grammar.distribution.Parameters;
import org.diorama.scenefile.grammar.distribution.VectorKind;
import org.diorama.scenefile.grammar.kind.Key;
import org.diorama.scenefile.grammar.kind.Kind;
import org.diorama.scenefile.grammar.kind.MapKind;
import org.diorama.scenefile.grammar.kind.NumberKind;
import org.diorama.scenefile.grammar.kind.NumberRange;
import org.diorama.scenefile.grammar.kind.Reading;
import org.diorama.scenefile.grammar.kind.Schema;
import org.diorama.scenefile.grammar.kind.SpanPairKind;
import org.diorama.scenefile.grammar.kind.Values;
import org.diorama.scenefile.grammar.motion.PointsKind;
import org.diorama.scenefile.yaml.YamlNode;

/** Keys of the patterns of a {@code place}. */
final class PatternKeys {
  private static final int MOST_LINES = 65535;
  private static final NumberRange LENGTH = new NumberRange(0, 1e6);
  private static final NumberRange DISTANCE = new NumberRange(1e-4, 1e6);

  static final Key<Parameter<Double>> ROWS =
      Key.withDefault("rows", Parameters.wholePerParent(MOST_LINES), "1", "Lines along y.")
          .example("4");
  static final Key<Parameter<Double>> COLUMNS =
      Key.withDefault("columns", Parameters.wholePerParent(MOST_LINES), "1", "Lines along x.")
          .example("{uniform_int: [3, 6]}");
  static final Key<Parameter<Double>> LAYERS =
      Key.withDefault("layers", Parameters.wholePerParent(MOST_LINES), "1", "Levels upwards.")
          .example("3");
  static final Key<VectorParameter> SPACING =
      Key.required(
              "spacing",
              new VectorKind(Parameters.perParent(LENGTH, "m"), true),
              "Distance from origin to origin: along x, along y, upwards.")
          .example("[0.6, 0.4, 0.3]");
  static final Key<Vec3> GRID_JITTER =
      Key.withDefault(
              "jitter",
              new JitterKind(),
              "0",
              "Largest random offset of each along x, y and z; one number for x and y.")
          .example("0.02");
  static final MapKind<Arrangement> GRID =
      new MapKind<>(
          List.of(ROWS, COLUMNS, LAYERS, SPACING, GRID_JITTER),
          values ->
              Optional.of(
                  new Arrangement.Grid(
                      values.get(ROWS),
                      values.get(COLUMNS),
                      values.get(LAYERS),
                      values.get(SPACING),
                      values.get(GRID_JITTER))));

  static final Key<Parameter<Double>> POISSON_DISTANCE =
      Key.required(
              "distance", Parameters.perParent(DISTANCE, "m"), "Least between any two origins.")
          .example("0.5");
  static final Key<SpanPairKind.Span> POISSON_X =
      Key.optional("x", new SpanPairKind(), "A rectangle's extent, from at; with y.")
          .example("[-5, 5]");
  static final Key<SpanPairKind.Span> POISSON_Y =
      Key.optional("y", new SpanPairKind(), "A rectangle's extent, from at; with x.")
          .example("[0, 8]");
  static final Key<List<Vec3>> POISSON_POLYGON =
      Key.optional(
              "polygon", new PointsKind(true), "Corners of an area, from at; instead of x and y.")
          .example("[[0, 0], [8, 0], [0, 6]]");
  static final MapKind<Arrangement> POISSON =
      new MapKind<>(
          List.of(POISSON_DISTANCE, POISSON_X, POISSON_Y, POISSON_POLYGON),
          List.of(
              Schema.excludes("polygon", "x", "y"), Schema.needs("x", "y"), Schema.needs("y", "x")),
          PatternKeys::poisson);

  static final Key<Parameter<Double>> DIRECTION =
      Key.withDefault(
              "direction",
              Parameters.perParent(NumberRange.ANGLE, "degrees"),
              "0",
              "Direction of the line, counter-clockwise from the frame's +X.")
          .example("90");
  static final Key<Parameter<Double>> ROW_GAP =
      Key.optional(
              "gap",
              Parameters.perInstance(LENGTH, "m"),
              "Free distance between neighbors; or write spacing.")
          .example("{uniform: [0, 0.02]}");
  static final Key<Parameter<Double>> ROW_SPACING =
      Key.optional(
              "spacing",
              Parameters.perParent(DISTANCE, "m"),
              "Width of the cell that each is centered in, instead of gap.")
          .example("0.12");
  static final MapKind<Arrangement> ROW =
      new MapKind<>(
          List.of(DIRECTION, ROW_GAP, ROW_SPACING),
          List.of(Schema.exactlyOne("gap", "spacing")),
          PatternKeys::row);

  static final Key<Double> STACK_JITTER =
      Key.withDefault(
              "jitter",
              new NumberKind(LENGTH, "m"),
              "0",
              "Largest random offset from the lowest one, along x and y.")
          .example("0.01");
  static final MapKind<Arrangement> STACK =
      new MapKind<>(
          List.of(STACK_JITTER),
          values -> Optional.of(new Arrangement.Stack(values.get(STACK_JITTER))));

  private PatternKeys() {}

  private static Optional<Arrangement> poisson(Values values) {
    boolean rectangle = values.has(POISSON_X) || values.has(POISSON_Y);
    if (rectangle && values.has(POISSON_POLYGON)
        || values.has(POISSON_X) != values.has(POISSON_Y)) {
      values.problem("it is not one rectangle or polygon", "Write x and y, or polygon.");
      return Optional.empty();
    }
    List<Vec3> outline =
        rectangle
            ? FurnishingKeys.rectangle(values.get(POISSON_X), values.get(POISSON_Y))
            : values.find(POISSON_POLYGON).orElse(List.of());
    return Optional.of(new Arrangement.PoissonDisk(values.get(POISSON_DISTANCE), outline));
  }

  private static Optional<Arrangement> row(Values values) {
    if (values.has(ROW_GAP) == values.has(ROW_SPACING)) {
      values.problem(
          values.has(ROW_GAP) ? "both gap and spacing" : "neither gap nor spacing",
          "Write one of gap and spacing.");
      return Optional.empty();
    }
    return Optional.of(
        new Arrangement.Row(values.get(DIRECTION), values.find(ROW_GAP), values.find(ROW_SPACING)));
  }

  /** Offsets along three axes; a single number for the level ones. */
  private record JitterKind() implements Kind<Vec3> {
    private static final NumberKind AXIS = new NumberKind(LENGTH, "m");

    @Override
    public String unit() {
      return AXIS.unit();
    }

    @Override
    public String expected() {
      return AXIS.expected() + ", or [x, y, z] of such";
    }

    @Override
    public Map<String, Object> schema(Schema schema) {
      Map<String, Object> one = AXIS.schema(schema);
      return Schema.anyOf(one, Schema.list(one, 3));
    }

    @Override
    public Optional<Vec3> read(YamlNode node, String path, Reading reading) {
      List<YamlNode> nodes = node instanceof YamlNode.Sequence list ? list.items() : List.of(node);
      if (nodes.size() != 3 && nodes.size() != 1 || nodes.size() == 1 && nodes.get(0) != node) {
        reading.problem(node, path, "found a list of " + nodes.size(), this);
        return Optional.empty();
      }
      List<Double> axes =
          nodes.stream()
              .flatMap(one -> AXIS.read(one, path, reading.withoutResolving()).stream())
              .toList();
      if (axes.size() < nodes.size()) {
        return Optional.empty();
      }
      double x = axes.get(0);
      Vec3 jitter = axes.size() == 1 ? new Vec3(x, x, 0) : new Vec3(x, axes.get(1), axes.get(2));
      reading.resolve(
          path,
          "["
              + DecimalText.of(jitter.x())
              + ", "
              + DecimalText.of(jitter.y())
              + ", "
              + DecimalText.of(jitter.z())
              + "]");
      return Optional.of(jitter);
    }
  }
}
