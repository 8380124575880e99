package org.diorama.core.math;

/** A rotation as a quaternion of unit length; {@code w} is the cosine of half the angle. */
public record Rotation(double x, double y, double z, double w) {
  public static final Rotation IDENTITY = new Rotation(0, 0, 0, 1);

  /** {@code cFromA = cFromB.times(bFromA)}: Hamilton's product. */
  public Rotation times(Rotation right) {
    return new Rotation(
        w * right.x + x * right.w + y * right.z - z * right.y,
        w * right.y - x * right.z + y * right.w + z * right.x,
        w * right.z + x * right.y - y * right.x + z * right.w,
        w * right.w - x * right.x - y * right.y - z * right.z);
  }

  /** The same rotation as a map without translation. */
  public Affine3 map() {
    double scale = 2 / (x * x + y * y + z * z + w * w);
    return new Affine3(
        1 - scale * (y * y + z * z),
        scale * (x * y - w * z),
        scale * (x * z + w * y),
        0,
        scale * (x * y + w * z),
        1 - scale * (x * x + z * z),
        scale * (y * z - w * x),
        0,
        scale * (x * z - w * y),
        scale * (y * z + w * x),
        1 - scale * (x * x + y * y),
        0);
  }

  /** The shortest rotation that turns +Z to a unit vector; about +X where that is -Z. */
  public static Rotation fromUpTo(Vec3 direction) {
    double w = 1 + direction.z();
    Rotation half =
        w < 1e-12 ? new Rotation(1, 0, 0, 0) : new Rotation(-direction.y(), direction.x(), 0, w);
    return half.normalize();
  }

  Rotation normalize() {
    double length = Math.sqrt(x * x + y * y + z * z + w * w);
    return new Rotation(x / length, y / length, z / length, w / length);
  }
}
