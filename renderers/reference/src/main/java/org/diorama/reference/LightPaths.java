package org.diorama.reference;

import java.util.ArrayList;
import java.util.List;
import org.diorama.core.bvh.BeamTraversal;
import org.diorama.core.bvh.SceneBvhTraversal;
import org.diorama.core.glass.GlassCrossing;
import org.diorama.core.math.Aabb;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Vec3;
import org.diorama.core.render.ViewGeometry;

/**
 * How much light reaches a point past all that is in its way: glass takes its share of the sun's
 * and of lamps'. One thread's own.
 */
final class LightPaths {
  private final ViewGeometry geometry;
  private final SurfaceSampler surfaces;
  private final SceneBvhTraversal ray = new SceneBvhTraversal();
  private final BeamTraversal beam = new BeamTraversal();
  private final List<GlassCrossing> crossings = new ArrayList<>();
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
   * Share of a light that reaches the point last aimed from.
   *
   * @param direction unit vector to a place in the box last aimed at
   * @param far meters to the light
   */
  LinearColor transmitted(Vec3 direction, double far) {
    if (!isBeam) {
      return transmitted(beamOrigin, direction, far);
    }
    if (!beam.any(direction, far)) {
      return LinearColor.WHITE;
    }
    return surfaces.isTransparent(beam.surface(), beam.triangle())
        ? pastGlass(beamOrigin, direction, far)
        : LinearColor.BLACK;
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

  /**
   * Share of a light that reaches a point.
   *
   * @param direction unit vector to the light
   * @param far meters to the light
   */
  LinearColor transmitted(Vec3 origin, Vec3 direction, double far) {
    if (!ray.any(geometry.scene(), origin, direction, 0, far)) {
      return LinearColor.WHITE;
    }
    return surfaces.isTransparent(ray) ? pastGlass(origin, direction, far) : LinearColor.BLACK;
  }

  private LinearColor pastGlass(Vec3 origin, Vec3 direction, double far) {
    crossings.clear();
    double near = 0;
    while (ray.closest(geometry.scene(), origin, direction, near, far)) {
      if (!surfaces.isTransparent(ray)) {
        return LinearColor.BLACK;
      }
      SurfaceSample glass = surfaces.sample(ray, origin, direction);
      crossings.add(
          new GlassCrossing(
              ray.surface(),
              ray.distance(),
              Math.max(1e-3, Math.min(1, -glass.normal().dot(direction))),
              glass.baseColor(),
              glass.metallic(),
              glass.finish()));
      near = ray.distance() + 1e-6 * (1 + ray.distance());
    }
    return GlassCrossing.transmitted(crossings);
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
