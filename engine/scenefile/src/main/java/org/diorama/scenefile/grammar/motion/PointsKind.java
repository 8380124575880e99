package org.diorama.scenefile.grammar.motion;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diorama.core.math.DecimalText;
import org.diorama.core.math.Vec3;
import org.diorama.scenefile.grammar.kind.Kind;
import org.diorama.scenefile.grammar.kind.NumberKind;
import org.diorama.scenefile.grammar.kind.NumberRange;
import org.diorama.scenefile.grammar.kind.Reading;
import org.diorama.scenefile.grammar.kind.Schema;
import org.diorama.scenefile.grammar.kind.Shown;
import org.diorama.scenefile.yaml.YamlNode;

/**
 * The corners of a line, {@code [[x, y], [x, y, z], …]}, or of a level outline, {@code [[x, y],
 * …]}.
 *
 * @param outline whether they enclose an area: then they have no z, and no two sides cross
 */
public record PointsKind(boolean outline) implements Kind<List<Vec3>> {
  private static final int MOST = 1000;
  private static final NumberKind COORDINATE = new NumberKind(NumberRange.COORDINATE, "m");

  private int least() {
    return outline ? 3 : 2;
  }

  @Override
  public String unit() {
    return COORDINATE.unit();
  }

  @Override
  public String expected() {
    return "a list of at least "
        + least()
        + " points, each "
        + (outline ? "[x, y]" : "[x, y] or [x, y, z]")
        + " (m)";
  }

  @Override
  public Map<String, Object> schema(Schema schema) {
    return Schema.of(
        "type",
        "array",
        "items",
        Schema.of(
            "type",
            "array",
            "items",
            COORDINATE.schema(schema),
            "minItems",
            2,
            "maxItems",
            outline ? 2 : 3),
        "minItems",
        least(),
        "maxItems",
        MOST);
  }

  @Override
  public Optional<List<Vec3>> read(YamlNode node, String path, Reading reading) {
    if (!(node instanceof YamlNode.Sequence list)) {
      reading.wrongType(node, path, this);
      return Optional.empty();
    }
    int count = list.items().size();
    if (count < least() || count > MOST) {
      reading.problem(node, path, "found a list of " + count, this);
      return Optional.empty();
    }
    List<Vec3> points = new ArrayList<>();
    for (YamlNode item : list.items()) {
      point(item, path, reading).ifPresent(points::add);
    }
    if (points.size() < count || !isSound(points, node, path, reading)) {
      return Optional.empty();
    }
    reading.resolve(path, text(points));
    return Optional.of(points);
  }

  private Optional<Vec3> point(YamlNode node, String path, Reading reading) {
    int size = node instanceof YamlNode.Sequence list ? list.items().size() : 0;
    if (size < 2 || size > (outline ? 2 : 3)) {
      reading.problem(node, path, "found " + Shown.text(node.kind()), this);
      return Optional.empty();
    }
    List<Double> values = new ArrayList<>();
    for (YamlNode one : ((YamlNode.Sequence) node).items()) {
      COORDINATE.read(one, path, reading.withoutResolving()).ifPresent(values::add);
    }
    return values.size() < size
        ? Optional.empty()
        : Optional.of(new Vec3(values.get(0), values.get(1), size == 2 ? 0 : values.get(2)));
  }

  private boolean isSound(List<Vec3> points, YamlNode node, String path, Reading reading) {
    for (int i = 0; i < points.size(); i++) {
      Vec3 next = points.get((i + 1) % points.size());
      if (points.get(i).equals(next) && (outline || i < points.size() - 1)) {
        reading.problem(
            node.location(), path, "point " + (i + 1) + " and the next are one", "Remove one.");
        return false;
      }
    }
    if (outline && crosses(points)) {
      reading.problem(node.location(), path, "its sides cross", "Go once around the area.");
      return false;
    }
    return true;
  }

  /** Whether two sides that are no neighbors meet. */
  private static boolean crosses(List<Vec3> corners) {
    int count = corners.size();
    for (int i = 0; i < count; i++) {
      for (int j = i + 2; j < count; j++) {
        boolean neighbors = i == 0 && j == count - 1;
        if (!neighbors
            && meet(
                corners.get(i), corners.get(i + 1), corners.get(j), corners.get((j + 1) % count))) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean meet(Vec3 a, Vec3 b, Vec3 c, Vec3 d) {
    return side(a, b, c) * side(a, b, d) <= 0 && side(c, d, a) * side(c, d, b) <= 0;
  }

  private static double side(Vec3 a, Vec3 b, Vec3 point) {
    return Math.signum(b.minus(a).cross(point.minus(a)).z());
  }

  private static String text(List<Vec3> points) {
    List<String> texts = new ArrayList<>();
    for (Vec3 point : points) {
      texts.add(
          DecimalText.of(point.x())
              + ", "
              + DecimalText.of(point.y())
              + ", "
              + DecimalText.of(point.z()));
    }
    return "[[" + String.join("], [", texts) + "]]";
  }
}
