package org.diorama.scenefile.grammar.kind;

import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.DecimalText;
import org.diorama.core.math.Vec3;
import org.diorama.scenefile.yaml.YamlNode;

/**
 * An exact pose: the twelve numbers of a 3×4 matrix, row by row.
 *
 * @param rigid whether it may not scale
 */
public record TransformKind(boolean rigid) implements Kind<Affine3> {
  private static final int VALUES = 12;
  private static final NumberKind VALUE = new NumberKind(NumberRange.COORDINATE, "");

  /** Largest cosine between axes that count as perpendicular. */
  private static final double SKEW = 1e-6;

  private static final double LEAST_SCALE = 1e-9;

  @Override
  public String expected() {
    return "twelve numbers, the rows of a 3×4 matrix that maps "
        + (rigid ? "its axes into the world" : "the asset into the frame it stands in")
        + ": perpendicular axes, "
        + (rigid ? "of length 1, " : "")
        + "not mirrored";
  }

  @Override
  public Map<String, Object> schema(Schema schema) {
    return Schema.list(VALUE.schema(schema), VALUES);
  }

  @Override
  public Optional<Affine3> read(YamlNode node, String path, Reading reading) {
    if (!(node instanceof YamlNode.Sequence list) || list.items().size() != VALUES) {
      reading.problem(node, path, "found " + Shown.text(node.kind()), this);
      return Optional.empty();
    }
    double[] rows = new double[VALUES];
    StringJoiner text = new StringJoiner(", ", "[", "]");
    Reading part = reading.withoutResolving();
    for (int i = 0; i < VALUES; i++) {
      Optional<Double> value = VALUE.read(list.items().get(i), path, part);
      if (value.isEmpty()) {
        return Optional.empty();
      }
      rows[i] = value.get();
      text.add(DecimalText.of(rows[i]));
    }
    Affine3 transform = Affine3.ofRows(rows);
    if (!isSound(transform, rigid)) {
      reading.problem(
          node,
          path,
          rigid
              ? "its axes are not perpendicular, mirrored or not of length 1"
              : "its axes are not perpendicular, mirrored or too short",
          this);
      return Optional.empty();
    }
    reading.resolve(path, text.toString());
    return Optional.of(transform);
  }

  /** Whether it is a rotation and a translation. */
  public static boolean isRigid(Affine3 transform) {
    return isSound(transform, true);
  }

  private static boolean isSound(Affine3 transform, boolean rigid) {
    Vec3 x = transform.transformDirection(Vec3.UNIT_X);
    Vec3 y = transform.transformDirection(Vec3.UNIT_Y);
    Vec3 z = transform.transformDirection(Vec3.UNIT_Z);
    double least = Math.min(x.length(), Math.min(y.length(), z.length()));
    double most = Math.max(x.length(), Math.max(y.length(), z.length()));
    boolean sized = rigid ? least > 1 - SKEW && most < 1 + SKEW : least >= LEAST_SCALE;
    return sized
        && Math.abs(x.normalize().dot(y.normalize())) <= SKEW
        && Math.abs(y.normalize().dot(z.normalize())) <= SKEW
        && Math.abs(z.normalize().dot(x.normalize())) <= SKEW
        && x.cross(y).dot(z) > 0;
  }
}
