package org.diorama.reference;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.diorama.core.asset.Finish;
import org.diorama.core.bvh.SceneBvhTraversal;
import org.diorama.core.glass.DielectricBorder;
import org.diorama.core.glass.GlassCrossing;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Vec3;
import org.diorama.core.render.ViewGeometry;

/**
 * Follows camera rays through panes and bodies that let light pass, bodies within others, too: up
 * to four surfaces, or eight where the ray is inside a body by then; further ones are not seen.
 * Rough ones spread the ray. One thread's own.
 */
final class GlassShader {
  private static final int MOST_LAYERS = 4;

  /** Light inside a body is thrown to and fro. */
  private static final int MOST_BORDERS = 8;

  private final ViewGeometry geometry;
  private final ViewShader shader;
  private final FinishShader finishes;
  private final LampShader lamps;
  private final SurfaceSampler surfaces;
  private final SceneBvhTraversal traversal = new SceneBvhTraversal();

  GlassShader(ViewGeometry geometry, ViewShader shader, FinishShader finishes, LampShader lamps) {
    this.geometry = geometry;
    this.shader = shader;
    this.finishes = finishes;
    this.lamps = lamps;
    this.surfaces = new SurfaceSampler(geometry);
  }

  /**
   * Luminances that a ray sees.
   *
   * @param bare with nothing in the air
   */
  record Seen(LinearColor light, LinearColor bare) {}

  /**
   * What a ray is in: bodies may lie within others.
   *
   * @param instance the body
   */
  private record Medium(int instance, Finish.Transmission through) {}

  /** A ray on its way: what it has seen, and what is left of the light that comes to it. */
  private static final class Ray {
    private Vec3 origin = Vec3.ZERO;
    private Vec3 direction;
    private LinearColor seen = LinearColor.BLACK;
    private LinearColor bare = LinearColor.BLACK;
    private LinearColor left = LinearColor.WHITE;
    private final Deque<Medium> media = new ArrayDeque<>();
    private boolean bent;
    private final FacetSample facets;
    private int layers;

    private Ray(Vec3 direction, FacetSample facets) {
      this.direction = direction;
      this.facets = facets;
    }

    private void add(LinearColor light, LinearColor withoutAir) {
      seen = seen.plus(FinishShader.product(left, light));
      bare = bare.plus(FinishShader.product(left, withoutAir));
    }

    /** Whether it is still the camera's. */
    private boolean isStraight() {
      return !bent && !facets.isRough();
    }

    /** Refractive index of what it is in. */
    private double index() {
      return media.isEmpty() ? 1 : media.getLast().through().ior();
    }

    /** Goes on to a border, through what it is in. */
    private void absorb(Vec3 to) {
      if (!media.isEmpty()) {
        double meters = to.minus(origin).length();
        LinearColor share = GlassCrossing.absorbed(media.getLast().through(), meters);
        left = FinishShader.product(left, share);
      }
    }

    private Seen result() {
      return new Seen(seen, bare);
    }
  }

  /**
   * What a camera ray sees.
   *
   * @param first where it hits
   * @param direction with z = 1
   */
  Seen seen(SceneBvhTraversal first, Vec3 direction) {
    FacetSample facets = new FacetSample(0);
    Seen one = seen(first, direction, facets);
    if (!facets.isRough()) {
      return one;
    }
    LinearColor light = one.light().times(facets.weight());
    LinearColor bare = one.bare().times(facets.weight());
    double weights = facets.weight();
    SceneBvhTraversal again = new SceneBvhTraversal();
    for (int i = 1; i < FacetSample.COUNT; i++) {
      facets = new FacetSample(i);
      again.closest(geometry.scene(), Vec3.ZERO, direction, 0, Double.POSITIVE_INFINITY);
      Seen seen = seen(again, direction, facets);
      light = light.plus(seen.light().times(facets.weight()));
      bare = bare.plus(seen.bare().times(facets.weight()));
      weights += facets.weight();
    }
    // Where all samples went astray there is no mean.
    return weights > 0 ? new Seen(light.times(1 / weights), bare.times(1 / weights)) : one;
  }

  private Seen seen(SceneBvhTraversal first, Vec3 direction, FacetSample facets) {
    Ray ray = new Ray(direction, facets);
    SceneBvhTraversal hit = first;
    double near;
    do {
      double distance = hit.distance();
      Optional<LampShader.Glow> glow =
          ray.isStraight() ? lamps.glow(direction, distance) : Optional.empty();
      if (glow.isPresent()) {
        ray.add(shader.throughFog(glow.get()), glow.get().luminance());
        return ray.result();
      }
      near = distance + 1e-6 * (1 + distance);
      if (!surfaces.isTransparent(hit)) {
        SurfaceSample point = surfaces.sample(hit, ray.origin, ray.direction);
        ray.absorb(point.position());
        LinearColor light = shader.lit(point, ray.direction);
        ray.add(shader.throughFog(light, point.position()), light);
        return ray.result();
      }
      if (ray.layers++ < (ray.media.isEmpty() ? MOST_LAYERS : MOST_BORDERS)) {
        SurfaceSample point = surfaces.sample(hit, ray.origin, ray.direction);
        if (point.finish().transmission().solid()) {
          border(ray, point, hit.surface());
          near = 1e-6 * (1 + ray.origin.length());
        } else {
          near = pane(ray, point) ? 1e-6 * (1 + ray.origin.length()) : near;
        }
      }
      hit = traversal;
    } while (traversal.closest(
        geometry.scene(), ray.origin, ray.direction, near, Double.POSITIVE_INFINITY));
    LinearColor sky = shader.skyAlong(ray.direction);
    Optional<LampShader.Glow> glow =
        ray.isStraight() ? lamps.glow(direction, Double.POSITIVE_INFINITY) : Optional.empty();
    ray.add(
        glow.map(shader::throughFog).orElse(sky), glow.map(LampShader.Glow::luminance).orElse(sky));
    return ray.result();
  }

  /** Returns whether the ray goes on another way, from the pane. */
  private boolean pane(Ray ray, SurfaceSample point) {
    DielectricBorder border = new DielectricBorder(point.finish().transmission().ior());
    double once = border.mirrored(cosine(ray, point));
    surface(ray, point, each(point, tint -> DielectricBorder.paneMirrors(once, tint)));
    pass(ray, point, each(point, tint -> DielectricBorder.paneTransmits(once, tint)));
    double rough = turning(point);
    Vec3 along = ray.direction.normalize();
    Vec3 facet = ray.facets.normal(point.normal(), rough);
    if (facet == point.normal()) {
      return false;
    }
    // What a facet would mirror leaves on the other side: KHR_materials_transmission.
    Vec3 mirrored = along.minus(facet.times(2 * along.dot(facet)));
    ray.direction = mirrored.minus(point.normal().times(2 * mirrored.dot(point.normal())));
    ray.origin = point.position();
    ray.facets.pass(along, ray.direction, point.normal(), facet, rough);
    return true;
  }

  /** Of a pane, less below glass's refractive index: at 1 it turns no light. */
  private static double turning(SurfaceSample point) {
    double bends = Math.max(0, Math.min(1, 2 * point.finish().transmission().ior() - 2));
    return point.roughness() * Math.sqrt(bends);
  }

  private void border(Ray ray, SurfaceSample point, int instance) {
    Optional<Medium> left =
        ray.media.stream().filter(medium -> medium.instance() == instance).findFirst();
    Medium entered = new Medium(instance, point.finish().transmission());
    double before = ray.index();
    ray.absorb(point.position());
    left.ifPresentOrElse(ray.media::remove, () -> ray.media.addLast(entered));
    DielectricBorder border = new DielectricBorder(ray.index() / before);
    double mirrored = border.mirrored(cosine(ray, point));
    if (left.isEmpty()) {
      surface(ray, point, each(point, tint -> mirrored));
      pass(ray, point, each(point, tint -> (1 - mirrored) * tint));
    } else if (mirrored < 1) {
      ray.left = ray.left.times(1 - mirrored);
    }
    Vec3 along = ray.direction.normalize();
    Vec3 facet = ray.facets.normal(point.normal(), point.roughness());
    Vec3 back = point.normal().times(2 * along.dot(point.normal()));
    Optional<Vec3> refracted = border.refracted(along, facet);
    refracted.ifPresent(to -> ray.facets.pass(along, to, point.normal(), facet, point.roughness()));
    ray.direction = refracted.orElse(along.minus(back));
    ray.origin = point.position();
    ray.bent = true;
    if (refracted.isEmpty()) {
      // All is mirrored: it stays where it was.
      left.ifPresentOrElse(ray.media::addLast, () -> ray.media.remove(entered));
    }
  }

  private static double cosine(Ray ray, SurfaceSample point) {
    return Math.max(1e-3, -ray.direction.normalize().dot(point.normal()));
  }

  /** What the surface itself sends, its lobe as strong as the glass mirrors. */
  private void surface(Ray ray, SurfaceSample point, LinearColor mirrors) {
    double lobe =
        finishes.sky().mirrored(point.dielectric(), cosine(ray, point), point.roughness());
    LinearColor own = shader.lit(point, ray.direction);
    LinearColor mirrored = shader.lit(point.mirror(), ray.direction);
    double share = share(point);
    LinearColor more = mirrors.times(share / lobe).plus(LinearColor.WHITE.times(-share));
    LinearColor light = own.plus(FinishShader.product(mirrored, more));
    ray.add(shader.throughFog(light, point.position()), light);
  }

  private static double share(SurfaceSample point) {
    return point.finish().transmission().share() * (1 - point.metallic());
  }

  private void pass(Ray ray, SurfaceSample point, LinearColor transmits) {
    double coated = finishes.belowCoat(point, ray.direction.normalize().negate());
    ray.left = FinishShader.product(ray.left, transmits).times(share(point) * coated);
    LinearColor veil = shader.throughFog(LinearColor.BLACK, point.position());
    ray.add(veil.times(-1), LinearColor.BLACK);
  }

  private static LinearColor each(SurfaceSample point, DoubleUnaryOperator of) {
    LinearColor tint = point.baseColor();
    return new LinearColor(
        of.applyAsDouble(tint.red()),
        of.applyAsDouble(tint.green()),
        of.applyAsDouble(tint.blue()));
  }
}
