package org.diorama.reference;

import org.diorama.core.bvh.BeamTraversal;
import org.diorama.core.bvh.SceneBvhTraversal;
import org.diorama.core.math.Aabb;
import org.diorama.core.math.Vec3;
import org.diorama.core.render.ViewGeometry;

/** Whether light reaches a point: what is transparent is not in its way. One thread's own. */
final class LightPaths {
  private final ViewGeometry geometry;
  private final SurfaceSampler surfaces;
  private final SceneBvhTraversal ray = new SceneBvhTraversal();
  private final BeamTraversal beam = new BeamTraversal();
  private Vec3 beamOrigin = Vec3.ZERO;
  private boolean isBeam;

  LightPaths(ViewGeometry geometry) {
    this.geometry = geometry;
    this.surfaces = new SurfaceSampler(geometry);
  }

  /** Prepares for many rays from one point to places in one box. */
  void aim(Vec3 origin, Aabb target) {
    beamOrigin = origin;
    isBeam = beam.gather(geometry.scene(), origin, target);
  }

  /**
   * Whether light reaches the point last aimed from.
   *
   * @param direction to a place in the box last aimed at, of any length
   * @param far multiple of the direction where the light is
   */
  boolean isBlocked(Vec3 direction, double far) {
    if (!isBeam) {
      return isBlocked(beamOrigin, direction, far);
    }
    return beam.any(direction, far)
        && (!surfaces.isTransparent(beam.surface(), beam.triangle())
            || isBlockedBehind(beamOrigin, direction, far));
  }

  /**
   * @param direction of any length
   * @param far multiple of the direction where the light is
   */
  boolean isBlocked(Vec3 origin, Vec3 direction, double far) {
    if (!ray.any(geometry.scene(), origin, direction, 0, far)) {
      return false;
    }
    if (!surfaces.isTransparent(ray)) {
      return true;
    }
    return isBlockedBehind(origin, direction, far);
  }

  private boolean isBlockedBehind(Vec3 origin, Vec3 direction, double far) {
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
