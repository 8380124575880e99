package org.diorama.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.diorama.core.asset.Finish;
import org.diorama.core.asset.Finish.Coat;
import org.diorama.core.asset.Finish.Sheen;
import org.diorama.core.asset.Finish.Transmission;
import org.diorama.core.asset.Material;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.light.Development;
import org.diorama.core.light.LampShape;
import org.diorama.core.light.SheenAlbedo;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Rotations;
import org.diorama.core.math.Vec3;
import org.diorama.core.render.Channel;
import org.diorama.core.render.RenderJob;
import org.diorama.core.render.View;
import org.diorama.core.sample.GradientSky;
import org.diorama.core.sample.MotionStates;
import org.diorama.core.sample.SampledLamp;
import org.diorama.core.sample.SampledLighting;
import org.diorama.procedural.Shape;

/**
 * The sun on level ground of one lobe above Lambert's law, by closed forms. What the lobe loses of
 * uniform light is integrated here over the hemisphere.
 */
public final class LobeContract {
  private static final double LUX = 60_000;

  /** What the brightest are shown as: a code, so that rounding takes nothing from what is due. */
  private static final double SHOWN = FurnaceContract.linear(170);

  /** A code is 1.2 % wide there. */
  private static final double TOLERANCE = 0.013;

  private static final int STEPS = 200;

  /** Share that a refractive index of 1.5 mirrors at normal incidence. */
  private static final double DIELECTRIC = 0.04;

  private static final GradientSky NIGHT =
      new GradientSky(LinearColor.BLACK, LinearColor.BLACK, LinearColor.BLACK);
  private static final int SIZE = 9;

  private final FinishContract.Drawing renderer;

  public LobeContract(FinishContract.Drawing renderer) {
    this.renderer = renderer;
  }

  /**
   * Facets have the density of GGX at the half vector, what Smith's masking and shadowing leave of
   * them by Heitz (2014) is 1 / (1 + Λ + Λ'), and Fresnel's share is Schlick's. What bounces on
   * between the facets comes back as well, by Fdez-Agüera, A Multiple-Scattering Microfacet Model
   * for Real-Time Image-Based Lighting (JCGT 2019): for each share that the lobe mirrors at once, m
   * F / (1 - m F), where m is what the lobe loses of uniform light and F the mean of Schlick's
   * share.
   *
   * @param degrees of the sun from the normal
   * @param eye degrees of the eye, on the other side
   * @param f0 share mirrored at normal incidence: 0.04 is taken for a black dielectric, else metal
   */
  public void mirroredSun(double degrees, double eye, double roughness, double f0) {
    double angle = Math.toRadians(degrees);
    double view = Math.toRadians(eye);
    double expected = LUX * mirroredLux(angle, view, roughness, f0);
    Material ground =
        f0 == DIELECTRIC
            ? black(roughness)
            : Material.plain("ground", LinearColor.WHITE.times(f0), 1, roughness);
    assertSeen(expected, sun(angle), view, ground, degrees + " and " + eye + " degrees");
  }

  /**
   * A coat's lobe lies above another, which has what the coat leaves of uniform light.
   *
   * @param degrees as of {@link #mirroredSun}
   */
  public void coatedSun(double degrees, double eye) {
    double angle = Math.toRadians(degrees);
    double view = Math.toRadians(eye);
    double weight = 0.8;
    double coat = mirroredLux(angle, view, 0.4, DIELECTRIC);
    double below = mirroredLux(angle, view, 1, DIELECTRIC);
    double left = 1 - weight * mirrored(view, 0.4);
    Finish finish = new Finish(new Coat(weight, 0.4), Sheen.NONE, Transmission.NONE, 0);
    double expected = LUX * (weight * coat + left * below);
    assertSeen(expected, sun(angle), view, black(1).with(finish), degrees + " and " + eye);
  }

  /** Water mirrors 2 % straight on: the square of (n - 1) / (n + 1). */
  public void mirroredByWater(double degrees, double eye) {
    double angle = Math.toRadians(degrees);
    double view = Math.toRadians(eye);
    Transmission water =
        new Transmission(0, 1.33, false, LinearColor.WHITE, Double.POSITIVE_INFINITY);
    Material ground = black(0.5).with(new Finish(Coat.NONE, Sheen.NONE, water, 0));
    double expected = LUX * mirroredLux(angle, view, 0.5, 0.33 * 0.33 / (2.33 * 2.33));
    assertSeen(expected, sun(angle), view, ground, degrees + " and " + eye + " degrees");
  }

  /**
   * A white sheen is the lobe of Estevez and Kulla (2017), divided by its albedo where it would
   * make light; what lies below has the rest.
   */
  public void sheenInTheSun(double degrees, double eye, double roughness) {
    double angle = Math.toRadians(degrees);
    double view = Math.toRadians(eye);
    double inverse = 1 / (roughness * roughness);
    double sine = StrictMath.sin(Math.abs(angle - view) / 2);
    double fibers = (2 + inverse) * StrictMath.pow(sine, inverse) / (2 * Math.PI);
    double nl = StrictMath.cos(angle);
    double nv = StrictMath.cos(view);
    double albedo = new SheenAlbedo().at(nv, roughness);
    double sheen = fibers / (4 * (nl + nv - nl * nv)) * nl / Math.max(1, albedo);
    double below = (1 - Math.min(1, albedo)) * mirroredLux(angle, view, 1, DIELECTRIC);
    Finish finish =
        new Finish(Coat.NONE, new Sheen(LinearColor.WHITE, roughness), Transmission.NONE, 0);
    double expected = LUX * (sheen + below);
    assertSeen(expected, sun(angle), view, black(1).with(finish), degrees + " and " + eye);
  }

  /**
   * A small panel that is turned away by an angle lights a rough metal by the cosine of it, whether
   * the light is scattered or mirrored.
   *
   * @param turned degrees
   */
  public void mirroredPanel(double degrees, double eye, double turned) {
    double angle = Math.toRadians(degrees);
    double view = Math.toRadians(eye);
    double away = 3;
    Vec3 at = new Vec3(-away * StrictMath.sin(angle), 0, away * StrictMath.cos(angle));
    Vec3 back = at.negate().normalize();
    double turn = Math.toRadians(turned);
    Vec3 facing = back.times(StrictMath.cos(turn)).plus(Vec3.UNIT_Y.times(StrictMath.sin(turn)));
    SampledLamp lamp =
        new SampledLamp(
            "panel",
            0,
            new LampShape.Rectangle(0.05, 0.05),
            MotionStates.still(Rotations.forwardLeftUp(Rotations.lookAt(at, at.plus(facing)))),
            LinearColor.WHITE.times(LUX),
            false);
    double lux = LUX * StrictMath.cos(turn) / (away * away);
    double expected = lux * mirroredLux(angle, view, 0.8, 0.6);
    Material ground = Material.plain("ground", LinearColor.WHITE.times(0.6), 1, 0.8);
    SampledLighting light = new SampledLighting(Optional.empty(), NIGHT, List.of(lamp));
    assertSeen(expected, light, view, ground, "turned by " + turned + " degrees");
  }

  private static Material black(double roughness) {
    return Material.plain("ground", LinearColor.BLACK, 0, roughness);
  }

  private void assertSeen(
      double expected, SampledLighting light, double view, Material ground, String what) {
    assertEquals(expected, seen(light, view, ground, expected), TOLERANCE * expected, what);
  }

  /** Luminance for each lux across the light's way; angles in radians. */
  private static double mirroredLux(double sun, double view, double roughness, double f0) {
    double alpha = roughness * roughness;
    double lost = 1 - lobe(view, alpha, 1);
    double mean = f0 + (1 - f0) / 21;
    double fresnel = f0 + (1 - f0) * StrictMath.pow(1 - StrictMath.cos((sun + view) / 2), 5);
    double seen = 1 / (1 + hidden(sun, alpha) + hidden(view, alpha));
    double facets = density(StrictMath.cos((sun - view) / 2), alpha);
    double once = fresnel * facets * seen / (4 * StrictMath.cos(view));
    return once * (1 + lost * mean / (1 - lost * mean));
  }

  /**
   * What a white dielectric has more than a black one is Lambert's share of the light that its lobe
   * leaves: it takes the same whatever the light's direction, what bounces between facets included.
   *
   * @param degrees of the sun from the normal
   * @param eye degrees of the eye, on the other side
   */
  public void mattSun(double degrees, double eye, double roughness) {
    double sun = Math.toRadians(degrees);
    double view = Math.toRadians(eye);
    double expected = LUX * StrictMath.cos(sun) / Math.PI * (1 - mirrored(view, roughness));
    Material white = Material.plain("ground", LinearColor.WHITE, 0, roughness);
    SampledLighting light = sun(sun);
    double matt =
        seen(light, view, white, 1.03 * expected)
            - seen(light, view, black(roughness), 1.03 * expected);
    assertEquals(expected, matt, TOLERANCE * expected, degrees + " and " + eye + " degrees");
  }

  /**
   * Share of uniform light that a dielectric's lobe mirrors, what bounces between facets included.
   *
   * @param angle radians of the view from the normal
   */
  static double mirrored(double angle, double roughness) {
    double alpha = roughness * roughness;
    double lost = 1 - lobe(angle, alpha, 1);
    double mean = 0.04 + 0.96 / 21;
    return lobe(angle, alpha, 0.04) * (1 + lost * mean / (1 - lost * mean));
  }

  /** Of facets, by the cosine between theirs and the surface's normal: Walter et al. (2007). */
  private static double density(double cosine, double alpha) {
    double bent = cosine * cosine * (alpha * alpha - 1) + 1;
    return alpha * alpha / (Math.PI * bent * bent);
  }

  /** Smith's Λ of GGX: Heitz (2014), eq. 72. */
  private static double hidden(double angle, double alpha) {
    double tangent = StrictMath.tan(angle);
    return (Math.sqrt(1 + alpha * alpha * tangent * tangent) - 1) / 2;
  }

  /** Share of uniform light that facets mirror at once, by Schlick's share from f0. */
  private static double lobe(double angle, double alpha, double f0) {
    Vec3 eye = new Vec3(StrictMath.sin(angle), 0, StrictMath.cos(angle));
    double sum = 0;
    for (int i = 0; i < STEPS; i++) {
      double from = (i + 0.5) / STEPS * Math.PI / 2;
      double flat = StrictMath.sin(from);
      double seen = 1 / (1 + hidden(angle, alpha) + hidden(from, alpha));
      for (int j = 0; j < STEPS; j++) {
        double around = (j + 0.5) / STEPS * Math.PI;
        Vec3 light =
            new Vec3(
                flat * StrictMath.cos(around), flat * StrictMath.sin(around), StrictMath.cos(from));
        Vec3 half = eye.plus(light).normalize();
        double facets = density(half.z(), alpha);
        double fresnel = f0 + (1 - f0) * StrictMath.pow(1 - half.dot(eye), 5);
        sum += facets * fresnel * seen / (4 * eye.z()) * flat;
      }
    }
    return sum * Math.PI / 2 / STEPS * 2 * Math.PI / STEPS;
  }

  /** By radians from the normal. */
  private static SampledLighting sun(double angle) {
    return new SampledLighting(
        Optional.of(
            new SampledLighting.Sun(
                Rotations.direction(Math.PI, Math.PI / 2 - angle),
                LinearColor.WHITE.times(LUX),
                0)),
        NIGHT);
  }

  /**
   * Luminance of the ground.
   *
   * @param eye radians from the normal, on the light's other side
   * @param bright luminance that is shown well
   */
  private double seen(SampledLighting light, double eye, Material ground, double bright) {
    InMemoryAssets assets = new InMemoryAssets();
    assets.add("ground", Shape.PLANE.mesh(4), ground);
    double ev = StrictMath.log(bright / SHOWN / 1.2) / StrictMath.log(2);
    Vec3 at = new Vec3(5 * StrictMath.sin(eye), 1e-6, 5 * StrictMath.cos(eye));
    View view =
        new View(
            "",
            new PinholeCamera(SIZE, SIZE, 2000, 2000, SIZE / 2.0, SIZE / 2.0),
            Rotations.lookAt(at, Vec3.ZERO),
            Development.exposed(ev),
            Channel.USUAL);
    double[] seen = {0};
    renderer.frame(
        assets,
        new RenderJob(
            List.of(assets.draw(1, "ground", Affine3.scaling(new Vec3(40, 40, 1)))),
            light,
            List.of(view)),
        frame -> {
          int middle = SIZE / 2 * SIZE + SIZE / 2;
          int code = frame.views().get(0).plane(Channel.COLOR).get(4 * middle + 1) & 0xff;
          seen[0] = FurnaceContract.linear(code) * 1.2 * StrictMath.pow(2, ev);
        });
    return seen[0];
  }
}
