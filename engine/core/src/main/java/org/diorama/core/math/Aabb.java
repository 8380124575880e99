package org.diorama.core.math;

/** A closed axis-aligned box. Empty where a minimum exceeds its maximum. */
public record Aabb(Vec3 min, Vec3 max) {
  public static final Aabb EMPTY =
      new Aabb(
          new Vec3(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY),
          new Vec3(Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY));

  public boolean isEmpty() {
    return min.x() > max.x() || min.y() > max.y() || min.z() > max.z();
  }

  public Vec3 center() {
    return min.plus(max).times(0.5);
  }

  public Vec3 size() {
    return max.minus(min);
  }

  public Aabb include(Vec3 point) {
    return new Aabb(min.min(point), max.max(point));
  }

  public Aabb union(Aabb other) {
    return new Aabb(min.min(other.min), max.max(other.max));
  }

  /** Corner 0 to 7: bit 0 chooses the maximum of x, bit 1 of y, bit 2 of z. */
  public Vec3 corner(int index) {
    return new Vec3(
        (index & 1) == 0 ? min.x() : max.x(),
        (index & 2) == 0 ? min.y() : max.y(),
        (index & 4) == 0 ? min.z() : max.z());
  }

  /** Smallest axis-aligned box around the transformed box. */
  public Aabb transform(Affine3 destinationFromSource) {
    Affine3 m = destinationFromSource;
    // Without a point for each corner: frames of a thousand instances do this thousands of times.
    double minX = Double.POSITIVE_INFINITY;
    double minY = Double.POSITIVE_INFINITY;
    double minZ = Double.POSITIVE_INFINITY;
    double maxX = Double.NEGATIVE_INFINITY;
    double maxY = Double.NEGATIVE_INFINITY;
    double maxZ = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < 8; i++) {
      double cornerX = (i & 1) == 0 ? min.x() : max.x();
      double cornerY = (i & 2) == 0 ? min.y() : max.y();
      double cornerZ = (i & 4) == 0 ? min.z() : max.z();
      double x = m.m00() * cornerX + m.m01() * cornerY + m.m02() * cornerZ + m.m03();
      double y = m.m10() * cornerX + m.m11() * cornerY + m.m12() * cornerZ + m.m13();
      double z = m.m20() * cornerX + m.m21() * cornerY + m.m22() * cornerZ + m.m23();
      minX = Math.min(minX, x);
      minY = Math.min(minY, y);
      minZ = Math.min(minZ, z);
      maxX = Math.max(maxX, x);
      maxY = Math.max(maxY, y);
      maxZ = Math.max(maxZ, z);
    }
    return new Aabb(new Vec3(minX, minY, minZ), new Vec3(maxX, maxY, maxZ));
  }
}
