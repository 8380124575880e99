package org.diorama.physics;

import java.util.List;
import org.diorama.core.math.Vec3;

/**
 * A body in its own space, scaled: meters.
 *
 * @param parts convex ones, at least one
 * @param center of mass of all
 * @param volume sum of theirs, cubic meters
 * @param radius of the sphere around the center that holds it
 * @param innerRadius of the greatest sphere around the center that a part holds; not positive where
 *     the center lies outside them, as that of a ring does
 */
record Solid(
    List<ConvexHull> parts, Vec3 center, double volume, double radius, double innerRadius) {
  /**
   * A hull with at least so many vertices, all this near to one sphere, is taken for the sphere.
   */
  private static final int SPHERE_VERTICES = 100;

  private static final double SPHERE_TOLERANCE = 1e-3;

  static Solid of(List<ConvexHull> parts) {
    double volume = 0;
    Vec3 moment = Vec3.ZERO;
    for (ConvexHull part : parts) {
      volume += part.volume();
      moment = moment.plus(part.centroid().times(part.volume()));
    }
    Vec3 center = parts.size() == 1 ? parts.get(0).centroid() : moment.times(1 / volume);
    double radius = 0;
    double inner = Double.NEGATIVE_INFINITY;
    for (ConvexHull part : parts) {
      radius = Math.max(radius, part.radiusAround(center));
      inner = Math.max(inner, part.innerRadius(center));
    }
    return new Solid(parts, center, volume, radius, inner);
  }

  /** Whether all vertices lie on one sphere around the center. */
  boolean isSphere() {
    ConvexHull hull = parts.get(0);
    if (parts.size() > 1 || hull.vertexCount() < SPHERE_VERTICES) {
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
}
