package org.diorama.scenefile.grammar.distribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diorama.core.math.Aabb;
import org.diorama.core.math.Vec3;
import org.diorama.core.scene.Distribution;
import org.diorama.core.scene.PointDistribution;
import org.diorama.core.scene.Scope;
import org.diorama.scenefile.grammar.kind.MapKind;
import org.diorama.scenefile.grammar.kind.NumberRange;
import org.diorama.scenefile.grammar.kind.PlainNumber;
import org.diorama.scenefile.grammar.kind.Reading;
import org.diorama.scenefile.grammar.kind.Schema;
import org.diorama.scenefile.yaml.YamlNode;

/** A point that may be randomized as one draw. */
final class PointParameterKind extends ParameterKind<Vec3> {
  private static final int AXES = 3;

  private final NumberRange range;
  private final NumberParameterKind axis;

  /**
   * @param range of each coordinate, meters
   */
  PointParameterKind(NumberRange range, List<Scope> scopes) {
    super(scopes);
    this.range = range;
    this.axis = new NumberParameterKind(range, "m", false, false, scopes);
  }

  @Override
  public String unit() {
    return "m";
  }

  @Override
  public String expected() {
    return "a point [x, y, z], each " + axis.expected() + ", or a distribution of points";
  }

  @Override
  String draw() {
    return "a point, each coordinate " + range;
  }

  @Override
  public String noun() {
    return "point";
  }

  @Override
  List<Family<Vec3>> makeFamilies() {
    PointFamilies of = new PointFamilies(this, new PlainNumber(range, false, axis));
    return List.of(
        of.box(),
        of.shell(),
        of.disk(),
        of.polygon(),
        of.path(),
        SharedFamilies.choice(this, "{choice: [[0, 0, 1], [2, 0, 1]]}"),
        SharedFamilies.sequence(this, "{sequence: [[0, 0, 1], [2, 0, 1]]}"),
        SharedFamilies.grid(this, "{grid: [[0, 0, 1], [2, 0, 1]]}"),
        of.sum(),
        of.jitter());
  }

  @Override
  PointParameterKind unlimited() {
    return Parameters.ANY_POINT;
  }

  @Override
  Optional<String> misfit(Distribution<Vec3> distribution) {
    Aabb bounds = PointDistribution.boundsOf(distribution);
    for (int i = 0; i < AXES; i++) {
      if (!range.contains(bounds.min().component(i))
          || !range.contains(bounds.max().component(i))) {
        return Optional.of("a coordinate can be out of range");
      }
    }
    return Optional.empty();
  }

  @Override
  String definition() {
    return "point_" + Schema.name(range);
  }

  @Override
  Map<String, Object> plainSchema(Schema schema) {
    return Schema.list(axis.optionSchema(schema), AXES);
  }

  @Override
  Optional<Map<String, Object>> keySchema() {
    return Optional.empty();
  }

  @Override
  Optional<Distribution<Vec3>> plain(YamlNode node, String path, Reading reading) {
    if (!(node instanceof YamlNode.Sequence list)) {
      reading.wrongType(node, path, this);
      return Optional.empty();
    }
    if (list.items().size() != AXES) {
      reading.problem(list, path, "found a list of " + list.items().size(), this);
      return Optional.empty();
    }
    List<Distribution<Double>> axes = new ArrayList<>();
    for (int i = 0; i < AXES; i++) {
      axis.option(list.items().get(i), MapKind.join(path, "xyz".substring(i, i + 1)), reading)
          .ifPresent(axes::add);
    }
    return axes.size() < AXES ? Optional.empty() : Optional.of(point(axes));
  }

  /** Constant coordinates are a constant point. */
  private static Distribution<Vec3> point(List<Distribution<Double>> axes) {
    if (axes.get(0) instanceof Distribution.Constant<Double> x
        && axes.get(1) instanceof Distribution.Constant<Double> y
        && axes.get(2) instanceof Distribution.Constant<Double> z) {
      return new Distribution.Constant<>(new Vec3(x.value(), y.value(), z.value()));
    }
    return new PointDistribution.Axes(axes.get(0), axes.get(1), axes.get(2));
  }
}
