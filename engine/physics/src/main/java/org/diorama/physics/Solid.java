package org.diorama.physics;

import org.diorama.core.math.Vec3;

/**
 * A convex body in its own space, scaled: meters.
 *
 * @param center of mass
 * @param volume cubic meters
 * @param radius of the sphere around the center that holds it
 * @param innerRadius of the sphere around the center that it holds
 */
record Solid(ConvexHull hull, Vec3 center, double volume, double radius, double innerRadius) {
  /**
   * A hull with at least so many vertices, all this near to one sphere, is taken for the sphere.
   */
  private static final int SPHERE_VERTICES = 100;

  private static final double SPHERE_TOLERANCE = 1e-3;

  static Solid of(ConvexHull hull) {
    Vec3 center = hull.centroid();
    return new Solid(
        hull, center, hull.volume(), hull.radiusAround(center), hull.innerRadius(center));
  }

  /** Whether all vertices lie on one sphere around the center. */
  boolean isSphere() {
    if (hull.vertexCount() < SPHERE_VERTICES) {
      return false;
    }
    for (int i = 0; i < hull.vertexCount(); i++) {
      double distance = hull.vertex(i).minus(center).length();
      if (distance < radius * (1 - SPHERE_TOLERANCE)) {
        return false;
      }
    }
    return true;
  }

  /** Whether it is a box whose sides lie along the axes. */
  boolean isBox() {
    if (hull.vertexCount() != 8) {
      return false;
    }
    Vec3 half = halfExtents();
    for (int i = 0; i < 8; i++) {
      Vec3 offset = hull.vertex(i).minus(center);
      for (int axis = 0; axis < 3; axis++) {
        double gap = Math.abs(offset.component(axis)) - half.component(axis);
        if (Math.abs(gap) > 1e-6 * radius) {
          return false;
        }
      }
    }
    return true;
  }

  /** Of the box around its center along the axes. */
  Vec3 halfExtents() {
    Vec3 half = Vec3.ZERO;
    for (int i = 0; i < hull.vertexCount(); i++) {
      Vec3 offset = hull.vertex(i).minus(center);
      half = half.max(offset).max(offset.negate());
    }
    return half;
  }
}
