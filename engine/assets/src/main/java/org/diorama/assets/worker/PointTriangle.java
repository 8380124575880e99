package org.diorama.assets.worker;

import org.diorama.core.math.Vec3;

/** Distance from a point to a triangle. */
final class PointTriangle {
  private PointTriangle() {}

  /** To the face where the point projects into it, else to the nearest side. */
  static double distance(Vec3 point, Vec3 a, Vec3 b, Vec3 c) {
    Vec3 normal = b.minus(a).cross(c.minus(a));
    double length = normal.length();
    double sides =
        Math.min(segment(point, a, b), Math.min(segment(point, b, c), segment(point, c, a)));
    if (length == 0
        || !isInside(point, a, b, normal)
        || !isInside(point, b, c, normal)
        || !isInside(point, c, a, normal)) {
      return sides;
    }
    return Math.abs(point.minus(a).dot(normal)) / length;
  }

  private static boolean isInside(Vec3 point, Vec3 from, Vec3 to, Vec3 normal) {
    return to.minus(from).cross(point.minus(from)).dot(normal) >= 0;
  }

  private static double segment(Vec3 point, Vec3 from, Vec3 to) {
    Vec3 along = to.minus(from);
    double squared = along.dot(along);
    double t = squared == 0 ? 0 : point.minus(from).dot(along) / squared;
    Vec3 nearest = from.plus(along.times(Math.max(0, Math.min(1, t))));
    return point.minus(nearest).length();
  }
}
