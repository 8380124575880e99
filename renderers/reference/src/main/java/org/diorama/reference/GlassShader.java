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
 * Rough ones spread the ray. What the borders of a body mirror back into it is followed in turn, so
 * that no light is lost. One thread's own.
 */
final class GlassShader {
  private static final int MOST_LAYERS = 4;

  /** Light inside a body is thrown to and fro. */
  private static final int MOST_BORDERS = 8;

  /** Borders on a way that mirror light back into a body which is then followed. */
  private static final int MOST_MIRRORED = 3;

  /** Share of an image's light that is worth a ray of its own. */
  private static final double LEAST = 0.005;

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

    /** Share that the last way within a body has left. */
    private LinearColor leg = LinearColor.WHITE;

    private final Deque<Medium> media = new ArrayDeque<>();
    private boolean bent;
    private final FacetSample facets;

    /** Rays to follow next; absent where facets decide what becomes of one ray. */
    private final Optional<Deque<Ray>> others;

    private int layers;

    /** Borders that have mirrored it back into a body. */
    private int mirrored;

    private Ray(Vec3 direction, FacetSample facets, Optional<Deque<Ray>> others) {
      this.direction = direction;
      this.facets = facets;
      this.others = others;
    }

    /** What a border mirrors back of it, which has seen nothing yet. */
    private Ray back(double share, Deque<Medium> inside, Vec3 towards, Vec3 from) {
      Ray ray = new Ray(towards, facets, others);
      ray.origin = from;
      ray.left = left.times(share);
      ray.media.addAll(inside);
      ray.bent = true;
      ray.layers = layers;
      ray.mirrored = mirrored + 1;
      return ray;
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
        leg = GlassCrossing.absorbed(media.getLast().through(), meters);
        left = FinishShader.product(left, leg);
      }
    }

    /** Takes what a border mirrors back, time after time after a way like the last one. */
    private void lose(double share) {
      left =
          new LinearColor(
              left.red() * (1 - share) / (1 - share * leg.red()),
              left.green() * (1 - share) / (1 - share * leg.green()),
              left.blue() * (1 - share) / (1 - share * leg.blue()));
    }

    private double strongest() {
      return Math.max(left.red(), Math.max(left.green(), left.blue()));
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
    Seen one = seen(first, new Ray(direction, facets, Optional.of(new ArrayDeque<>())));
    if (!facets.isRough()) {
      return one;
    }
    LinearColor light = LinearColor.BLACK;
    LinearColor bare = LinearColor.BLACK;
    double weights = 0;
    SceneBvhTraversal again = new SceneBvhTraversal();
    for (int i = 0; i < FacetSample.COUNT; i++) {
      facets = new FacetSample(i);
      again.closest(geometry.scene(), Vec3.ZERO, direction, 0, Double.POSITIVE_INFINITY);
      Seen seen = seen(again, new Ray(direction, facets, Optional.empty()));
      light = light.plus(seen.light().times(facets.weight()));
      bare = bare.plus(seen.bare().times(facets.weight()));
      weights += facets.weight();
    }
    // Where all samples went astray there is no mean.
    return weights > 0 ? new Seen(light.times(1 / weights), bare.times(1 / weights)) : one;
  }

  /** What a camera ray and those that split off from it see together. */
  private Seen seen(SceneBvhTraversal first, Ray ray) {
    follow(ray, Optional.of(first));
    Deque<Ray> others = ray.others.orElseGet(ArrayDeque::new);
    LinearColor light = ray.seen;
    LinearColor bare = ray.bare;
    // Once any is found to be rough, samples of its facets take the place of this.
    while (!others.isEmpty() && !ray.facets.isRough()) {
      Ray other = others.removeFirst();
      follow(other, next(other, justBeyond(other)));
      light = light.plus(other.seen);
      bare = bare.plus(other.bare);
    }
    return new Seen(light, bare);
  }

  private Optional<SceneBvhTraversal> next(Ray ray, double near) {
    return traversal.closest(
            geometry.scene(), ray.origin, ray.direction, near, Double.POSITIVE_INFINITY)
        ? Optional.of(traversal)
        : Optional.empty();
  }

  private static double justBeyond(Ray ray) {
    return 1e-6 * (1 + ray.origin.length());
  }

  /** Until it meets what is opaque, or nothing. */
  private void follow(Ray ray, Optional<SceneBvhTraversal> first) {
    Optional<SceneBvhTraversal> met = first;
    while (met.isPresent()) {
      SceneBvhTraversal hit = met.get();
      double distance = hit.distance();
      Optional<LampShader.Glow> glow =
          ray.isStraight() ? lamps.glow(ray.direction, distance) : Optional.empty();
      if (glow.isPresent()) {
        ray.add(shader.throughFog(glow.get()), glow.get().luminance());
        return;
      }
      double near = distance + 1e-6 * (1 + distance);
      if (!surfaces.isTransparent(hit)) {
        SurfaceSample point = surfaces.sample(hit, ray.origin, ray.direction);
        ray.absorb(point.position());
        LinearColor light = shader.lit(point, ray.direction);
        ray.add(shader.throughFog(light, point.position()), light);
        return;
      }
      if (ray.layers++ < (ray.media.isEmpty() ? MOST_LAYERS : MOST_BORDERS)) {
        SurfaceSample point = surfaces.sample(hit, ray.origin, ray.direction);
        if (point.finish().transmission().solid()) {
          border(ray, point, hit.surface());
          near = justBeyond(ray);
        } else {
          near = pane(ray, point) ? justBeyond(ray) : near;
        }
      }
      met = next(ray, near);
    }
    LinearColor sky = shader.skyAlong(ray.direction);
    Optional<LampShader.Glow> glow =
        ray.isStraight() ? lamps.glow(ray.direction, Double.POSITIVE_INFINITY) : Optional.empty();
    ray.add(
        glow.map(shader::throughFog).orElse(sky), glow.map(LampShader.Glow::luminance).orElse(sky));
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
    double before = ray.index();
    ray.absorb(point.position());
    Deque<Medium> here = new ArrayDeque<>(ray.media);
    boolean leaves = ray.media.removeIf(medium -> medium.instance() == instance);
    if (!leaves) {
      ray.media.addLast(new Medium(instance, point.finish().transmission()));
    }
    DielectricBorder border = new DielectricBorder(ray.index() / before);
    Vec3 along = ray.direction.normalize();
    Vec3 facet = ray.facets.normal(point.normal(), point.roughness());
    Vec3 back = along.minus(point.normal().times(2 * along.dot(point.normal())));
    boolean passes;
    if (leaves) {
      double mirrored = border.mirrored(Math.max(1e-3, -along.dot(facet)));
      passes = passes(ray, mirrored, here, back, point.position());
    } else {
      double mirrored = border.mirrored(cosine(ray, point));
      passes = mirrored < 1;
      if (passes) {
        surface(ray, point, each(point, tint -> mirrored));
        pass(ray, point, each(point, tint -> (1 - mirrored) * tint));
      }
    }
    Optional<Vec3> refracted = passes ? border.refracted(along, facet) : Optional.empty();
    refracted.ifPresent(to -> ray.facets.pass(along, to, point.normal(), facet, point.roughness()));
    ray.direction = refracted.orElse(back);
    ray.origin = point.position();
    ray.bent = true;
    if (refracted.isEmpty()) {
      ray.media.clear();
      ray.media.addAll(here);
    }
  }

  /**
   * Whether a ray leaves a body, less what is mirrored back of it, which becomes a ray of its own
   * where that is worth it.
   *
   * @param mirrored share of its light
   * @param inside what it has been in
   */
  private static boolean passes(
      Ray ray, double mirrored, Deque<Medium> inside, Vec3 back, Vec3 at) {
    if (mirrored >= 1) {
      return false;
    }
    if (ray.others.isEmpty() || ray.facets.isRough()) {
      return !ray.facets.mirrors(mirrored);
    }
    if (ray.mirrored < MOST_MIRRORED && ray.strongest() * mirrored > LEAST) {
      ray.others.get().addLast(ray.back(mirrored, inside, back, at));
      ray.left = ray.left.times(1 - mirrored);
    } else {
      ray.lose(mirrored);
    }
    return true;
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
    double share = share(point) * finishes.belowCoat(point, ray.direction.normalize().negate());
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
