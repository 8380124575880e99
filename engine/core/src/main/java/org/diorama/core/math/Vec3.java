package org.diorama.core.math;

/** An immutable triple of doubles: a point, direction or scale, in the space its owner names. */
public record Vec3(double x, double y, double z) {
  public static final Vec3 ZERO = new Vec3(0, 0, 0);
  public static final Vec3 ONE = new Vec3(1, 1, 1);
  public static final Vec3 UNIT_X = new Vec3(1, 0, 0);
  public static final Vec3 UNIT_Y = new Vec3(0, 1, 0);
  public static final Vec3 UNIT_Z = new Vec3(0, 0, 1);

  public Vec3 plus(Vec3 other) {
    return new Vec3(x + other.x, y + other.y, z + other.z);
  }

  public Vec3 minus(Vec3 other) {
    return new Vec3(x - other.x, y - other.y, z - other.z);
  }

  public Vec3 times(double factor) {
    return new Vec3(x * factor, y * factor, z * factor);
  }

  /** Component by component. */
  public Vec3 times(Vec3 other) {
    return new Vec3(x * other.x, y * other.y, z * other.z);
  }

  public Vec3 negate() {
    return new Vec3(-x, -y, -z);
  }

  public double dot(Vec3 other) {
    return x * other.x + y * other.y + z * other.z;
  }

  public Vec3 cross(Vec3 other) {
    return new Vec3(
        y * other.z - z * other.y, z * other.x - x * other.z, x * other.y - y * other.x);
  }

  public double length() {
    return Math.sqrt(dot(this));
  }

  /** Unit vector of the same direction. The zero vector has none and stays zero. */
  public Vec3 normalize() {
    double length = length();
    return length == 0 ? this : times(1 / length);
  }

  public Vec3 min(Vec3 other) {
    return new Vec3(Math.min(x, other.x), Math.min(y, other.y), Math.min(z, other.z));
  }

  public Vec3 max(Vec3 other) {
    return new Vec3(Math.max(x, other.x), Math.max(y, other.y), Math.max(z, other.z));
  }

  /** Axis 0, 1 or 2. */
  public double component(int axis) {
    return switch (axis) {
      case 0 -> x;
      case 1 -> y;
      case 2 -> z;
      default -> throw new IndexOutOfBoundsException("axis " + axis);
    };
  }

  public boolean isFinite() {
    return Double.isFinite(x) && Double.isFinite(y) && Double.isFinite(z);
  }
}
