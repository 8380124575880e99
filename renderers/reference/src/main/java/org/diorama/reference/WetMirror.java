package org.diorama.reference;

import org.diorama.core.bvh.SceneBvhTraversal;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Vec3;
import org.diorama.core.render.ViewGeometry;

/**
 * What wet ground mirrors of the things around it: standing water along one ray, a film between
 * grains along many, about facets of GGX. Where a ray meets something, its light takes the place of
 * the sky's that shading has mirrored. One thread's own.
 */
final class WetMirror {
  /** Share below which nothing is followed. */
  private static final double LEAST = 0.02;

  /** Share that water mirrors at normal incidence, with the grains in it. */
  private static final double WATER = 0.04;

  private static final int RAYS = 16;

  private final ViewGeometry geometry;
  private final ViewShader shader;
  private final FinishShader finishes;
  private final Affine3 worldFromCamera;
  private final SurfaceSampler surfaces;
  private final SceneBvhTraversal hit = new SceneBvhTraversal();
  private boolean following;

  WetMirror(ViewGeometry geometry, ViewShader shader, FinishShader finishes) {
    this.geometry = geometry;
    this.shader = shader;
    this.finishes = finishes;
    this.worldFromCamera = geometry.view().worldFromCamera();
    this.surfaces = new SurfaceSampler(geometry);
  }

  /**
   * The light of a point with what it mirrors; what is seen in a mirror mirrors nothing itself.
   *
   * @param light of the point under sky, sun and lamps
   * @param direction unit vector of the ray that sees it
   */
  LinearColor onto(LinearColor light, GroundWeather.Weathered point, Vec3 direction) {
    if (following || point.mirrors() < LEAST) {
      return light;
    }
    following = true;
    LinearColor result = mirrored(light, point, direction);
    following = false;
    return result;
  }

  private LinearColor mirrored(LinearColor light, GroundWeather.Weathered point, Vec3 along) {
    SurfaceSample surface = point.surface();
    Vec3 up = worldFromCamera.inverse().transformDirection(Vec3.UNIT_Z);
    double cosine = Math.max(1e-3, -along.dot(up));
    double weight = finishes.sky().mirrored(WATER, cosine, point.roughness()) * point.mirrors();
    LinearColor sky =
        finishes
            .sky()
            .around(surface, worldFromCamera)
            .reflection(worldFromCamera.transformDirection(reflect(along, up)), point.roughness());
    Vec3 origin = surface.position().plus(up.times(1e-4 + 1e-6 * surface.position().length()));
    LinearColor met = LinearColor.BLACK;
    double hits = 0;
    double sent = 0;
    int rays = 0;
    FacetSample facets;
    do {
      facets = new FacetSample(rays, RAYS);
      Vec3 to = reflect(along, facets.normal(up, point.roughness()));
      rays++;
      // Facets that would send light down into the ground are hidden by others.
      sent += to.dot(up) > 0 ? 1 : 0;
      if (to.dot(up) > 0 && closest(origin, to)) {
        met = met.plus(shader.lit(surfaces.sample(hit, origin, to), to));
        hits++;
      }
    } while (facets.isRough() && rays < RAYS);
    LinearColor image = met.times(weight / Math.max(1, sent));
    LinearColor taken = sky.times(weight * hits / Math.max(1, sent));
    // Beside walls less of the sky was there to be taken away.
    return new LinearColor(
        image.red() + Math.max(0, light.red() - taken.red()),
        image.green() + Math.max(0, light.green() - taken.green()),
        image.blue() + Math.max(0, light.blue() - taken.blue()));
  }

  private static Vec3 reflect(Vec3 along, Vec3 normal) {
    return along.minus(normal.times(2 * along.dot(normal)));
  }

  /** The nearest thing that is not glass. */
  private boolean closest(Vec3 origin, Vec3 to) {
    double near = 0;
    while (hit.closest(geometry.scene(), origin, to, near, Double.POSITIVE_INFINITY)) {
      if (!surfaces.isTransparent(hit)) {
        return true;
      }
      near = hit.distance() + 1e-6 * (1 + hit.distance());
    }
    return false;
  }
}
