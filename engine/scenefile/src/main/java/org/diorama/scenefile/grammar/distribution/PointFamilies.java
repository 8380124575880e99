package org.diorama.scenefile.grammar.distribution;

import java.util.List;
import java.util.Optional;
import org.diorama.core.math.Vec3;
import org.diorama.core.scene.Distribution;
import org.diorama.core.scene.PointDistribution;
import org.diorama.core.scene.PointPolygon;
import org.diorama.scenefile.grammar.kind.Key;
import org.diorama.scenefile.grammar.kind.Kind;
import org.diorama.scenefile.grammar.kind.ListKind;
import org.diorama.scenefile.grammar.kind.MapKind;
import org.diorama.scenefile.grammar.kind.NumberKind;
import org.diorama.scenefile.grammar.kind.NumberPair;
import org.diorama.scenefile.grammar.kind.NumberRange;
import org.diorama.scenefile.grammar.kind.PlainNumber;
import org.diorama.scenefile.grammar.kind.PlainVectorKind;
import org.diorama.scenefile.grammar.kind.Reading;
import org.diorama.scenefile.grammar.kind.ReferenceSyntax;
import org.diorama.scenefile.grammar.kind.Schema;
import org.diorama.scenefile.grammar.kind.SpanKind;
import org.diorama.scenefile.yaml.YamlNode;

/** Ways to write a distribution of points. */
final class PointFamilies {
  private static final int MOST_CORNERS = 200;
  private static final PlainNumber AZIMUTH = plain(-360, 360, "degrees");
  private static final PlainNumber ELEVATION = plain(-90, 90, "degrees");
  private static final PlainNumber DIRECTION = plain(-1e6, 1e6, "");

  private final PointParameterKind kind;
  private final PlainNumber coordinate;
  private final PlainVectorKind corner;
  private final SpanKind radius;

  /**
   * @param coordinate a number of the point
   */
  PointFamilies(PointParameterKind kind, PlainNumber coordinate) {
    this.kind = kind;
    this.coordinate = coordinate;
    this.corner = new PlainVectorKind(coordinate, 3);
    this.radius = new SpanKind(plain(0, coordinate.range().max(), "m"));
  }

  Family<Vec3> box() {
    Key<Vec3> min = Key.required("min", corner, "The corner of least coordinates.");
    Key<Vec3> max = Key.required("max", corner, "The corner opposite.");
    return family(
        "box",
        "{box: {min: [-1, -1, 0], max: [1, 1, 2]}}",
        "evenly by volume in a box along the axes, which may be flat",
        List.of(min, max),
        map -> {
          Vec3 low = map.get(min);
          Vec3 high = map.get(max);
          if (!low.min(high).equals(low)) {
            map.problem(min, "a coordinate exceeds that of max", "Swap the two coordinates.");
            return Optional.empty();
          }
          return Optional.of(new PointDistribution.Box(low, high));
        });
  }

  Family<Vec3> shell() {
    Key<Vec3> around = Key.withDefault("around", corner, "[0, 0, 0]", "The middle.");
    Key<NumberPair.Range> reach = Key.required("radius", radius, "Distance from the middle.");
    Key<NumberPair.Range> azimuth =
        Key.withDefault("azimuth", new SpanKind(AZIMUTH), "[0, 360]", "Counter-clockwise from +X.");
    Key<NumberPair.Range> elevation =
        Key.withDefault(
            "elevation", new SpanKind(ELEVATION), "[-90, 90]", "Above the horizontal plane.");
    return family(
        "shell",
        "{shell: {around: [0, 0, 1], radius: [2, 3], elevation: [0, 90]}}",
        "evenly by volume between two spheres, or by area on one, in a range of directions",
        List.of(around, reach, azimuth, elevation),
        map ->
            Optional.of(
                new PointDistribution.Shell(
                    map.get(around),
                    map.get(reach).min(),
                    map.get(reach).max(),
                    map.get(azimuth).min(),
                    map.get(azimuth).max(),
                    map.get(elevation).min(),
                    map.get(elevation).max())));
  }

  Family<Vec3> disk() {
    Key<Vec3> center = Key.withDefault("center", corner, "[0, 0, 0]", "The middle.");
    PlainNumber length = plain(0, coordinate.range().max(), "m");
    Key<Double> outer = Key.required("radius", length, "Of the disk.");
    Key<Double> inner = Key.withDefault("inner", length, "0", "Radius of a hole in its middle.");
    Key<Vec3> normal = normal("normal", "Upright to the disk.");
    return family(
        "disk",
        "{disk: {center: [0, 0, 1], radius: 2}}",
        "evenly by area on a flat disk, or on a ring around a hole",
        List.of(center, outer, inner, normal),
        map -> {
          if (map.get(normal).equals(Vec3.ZERO)) {
            map.problem(normal, "it has no direction", "Write a vector that is not zero.");
            return Optional.empty();
          }
          if (map.get(inner) > map.get(outer)) {
            map.problem(inner, "it exceeds the radius", "Write a smaller one.");
            return Optional.empty();
          }
          return Optional.of(
              new PointDistribution.Disk(
                  map.get(center), map.get(inner), map.get(outer), map.get(normal).normalize()));
        });
  }

  Family<Vec3> polygon() {
    Key<List<Vec3>> points =
        Key.required(
            "points",
            new ListKind<>("corners [x, y]", new PlainVectorKind(coordinate, 2), 3),
            "Corners in turn.");
    Key<Double> height = Key.withDefault("z", coordinate, "0", "Its height.");
    return family(
        "polygon",
        "{polygon: {points: [[0, 0], [4, 0], [0, 3]], z: 0.1}}",
        "evenly by area in a flat polygon whose sides do not cross",
        List.of(points, height),
        map -> {
          double z = map.get(height);
          List<Vec3> corners =
              map.get(points).stream().map(each -> new Vec3(each.x(), each.y(), z)).toList();
          Optional<PointPolygon> polygon =
              corners.size() > MOST_CORNERS ? Optional.empty() : PointPolygon.of(corners);
          if (polygon.isEmpty()) {
            map.problem(
                points,
                "they are no simple polygon",
                "Write 3 to "
                    + MOST_CORNERS
                    + " corners in turn, whose sides neither cross nor touch.");
          }
          return polygon.map(found -> found);
        });
  }

  Family<Vec3> path() {
    Kind<List<Vec3>> points = new ListKind<>("points [x, y, z]", corner, 2);
    return Family.of(
        "path",
        "{path: [[0, 0, 0], [5, 0, 0], [5, 5, 1]]}",
        "evenly by length on straight lines from point to point",
        (node, path, reading) -> {
          Optional<List<Vec3>> found = points.read(node, path, reading);
          if (found.isPresent() && found.get().stream().distinct().count() < 2) {
            reading.problem(
                node.location(), path, "all points are the same", "Write two that differ.");
            return Optional.empty();
          }
          return found.map(PointDistribution.Polyline::new);
        },
        points::schema);
  }

  Family<Vec3> sum() {
    Kind<List<Distribution<Vec3>>> terms = SharedFamilies.items(kind.unlimited());
    return Family.of(
        "sum",
        "{sum: [[0, 0, 1], {disk: {radius: 2}}]}",
        "several points, added",
        (node, path, reading) ->
            terms
                .read(node, path, reading)
                .flatMap(
                    parts -> kind.fitting(new PointDistribution.Sum(parts), node, path, reading)),
        terms::schema);
  }

  Family<Vec3> jitter() {
    PlainNumber reach = plain(0, coordinate.range().max(), "m");
    return new Family<>(
        List.of("value", "jitter"),
        "{value: [0, 0, 1], jitter: 0.2}",
        "a point, moved within a ball of a radius, or by a draw of a distribution",
        (nodes, path, reading) -> {
          Optional<Distribution<Vec3>> value =
              kind.unlimited().option(nodes.get(0), MapKind.join(path, "value"), reading);
          Optional<Distribution<Vec3>> change =
              change(nodes.get(1), MapKind.join(path, "jitter"), reach, reading);
          return value.isEmpty() || change.isEmpty()
              ? Optional.empty()
              : kind.fitting(
                  new PointDistribution.Sum(List.of(value.get(), change.get())),
                  nodes.get(0),
                  path,
                  reading);
        },
        schema ->
            List.of(
                kind.unlimited().optionSchema(schema),
                Schema.anyOf(reach.schema(), kind.unlimited().optionSchema(schema))));
  }

  private Optional<Distribution<Vec3>> change(
      YamlNode node, String path, PlainNumber reach, Reading reading) {
    if (node instanceof YamlNode.Scalar && ReferenceSyntax.nameIn(node).isEmpty()) {
      return reach
          .read(node, path, reading)
          .map(radius -> new PointDistribution.Shell(Vec3.ZERO, 0, radius, 0, 360, -90, 90));
    }
    return kind.unlimited().option(node, path, reading);
  }

  private Family<Vec3> family(
      String name,
      String example,
      String doc,
      List<Key<?>> keys,
      MapKind.Builder<Distribution<Vec3>> builder) {
    Kind<Distribution<Vec3>> map = new MapKind<>(keys, builder);
    return Family.of(
        name,
        example,
        doc,
        (node, path, reading) ->
            map.read(node, path, reading.withoutResolving())
                .flatMap(found -> kind.fitting(found, node, path, reading)),
        map::schema);
  }

  /** A direction, +Z where it is not written. */
  static Key<Vec3> normal(String name, String doc) {
    return Key.withDefault(name, new PlainVectorKind(DIRECTION, 3), "[0, 0, 1]", doc)
        .example("[0, -1, 0]");
  }

  static PlainNumber plain(double min, double max, String unit) {
    NumberRange range = new NumberRange(min, max);
    return new PlainNumber(range, false, new NumberKind(range, unit));
  }
}
