package org.diorama.reference;

import org.diorama.core.bvh.SceneBvhTraversal;
import org.diorama.core.math.Vec3;
import org.diorama.core.render.ViewGeometry;

/** Whether light reaches a point: what is transparent is not in its way. One thread's own. */
final class LightPaths {
  private final ViewGeometry geometry;
  private final SurfaceSampler surfaces;
  private final SceneBvhTraversal ray = new SceneBvhTraversal();

  LightPaths(ViewGeometry geometry) {
    this.geometry = geometry;
    this.surfaces = new SurfaceSampler(geometry);
  }

  /**
   * @param direction of any length
   * @param far multiple of the direction where the light is
   */
  boolean isBlocked(Vec3 origin, Vec3 direction, double far) {
    if (!ray.any(geometry.scene(), origin, direction, 0, far)) {
      return false;
    }
    double near = 0;
    while (ray.closest(geometry.scene(), origin, direction, near, far)) {
      if (!surfaces.isTransparent(ray)) {
        return true;
      }
      near = ray.distance() + 1e-6 * (1 + ray.distance());
    }
    return false;
  }
}
