package org.diorama.core.outdoor;

import java.util.Optional;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Vec3;
import org.diorama.core.sample.SampledLighting.Sun;
import org.diorama.core.sky.SkyRadiance;
import org.diorama.core.weather.FogLayer;

/**
 * Light of sun and sky after its way down through a layer of fog. Of the light from above, the
 * share 2 / (2 + (1 - g) τ) arrives in all (two streams: Bohren, Multiple scattering of light and
 * some of its observable consequences, American Journal of Physics 55, 1987), exp(-τ) of it on its
 * straight way; the difference is the fog's own even light. So fog dims and softens the sun and
 * brightens the sky's darker parts, and shadows fade as it thickens. Light that has lost its
 * direction has a net flow down to the ground that keeps some of it: its luminance rises with the
 * sine of the elevation as the diffusion limit says (Eddington; Bohren, the same), by 3/2 (1 - A) /
 * (1 + A) of the level one's over ground of albedo A. Fog that lets more through comes nearer to an
 * even veil.
 *
 * @param sun what is left of the direct sun
 * @param sky as seen from within the fog
 */
public record FogLight(Optional<Sun> sun, FoggedSky sky) {
  /** Height of the eye for which the sky is veiled, above the layer's base at the ground. */
  private static final double EYE = 1.5;

  /** Albedo of streets, soil and grass. */
  private static final double GROUND_ALBEDO = 0.2;

  private static final double DEEPEST_RISE = 1.5 * (1 - GROUND_ALBEDO) / (1 + GROUND_ALBEDO);

  private static final int DIRECTIONS = 256;

  /** Radians between them. */
  private static final double SPACING = 0.16;

  public static FogLight of(FogLayer fog, double ground, Optional<Sun> sun, SkyRadiance sky) {
    double eye = ground + EYE;
    double upright = fog.opticalDepthOut(ground, 1, ground);
    double passed = 2 / (2 + (1 - fog.asymmetry()) * Math.min(upright, 1e6));
    LinearColor sunlight = LinearColor.BLACK;
    LinearColor fromSun = LinearColor.BLACK;
    Vec3 towards = sun.map(Sun::towards).orElse(Vec3.UNIT_Z);
    double direct = 0;
    if (sun.isPresent() && towards.z() > 0) {
      direct = StrictMath.exp(-fog.opticalDepthOut(eye, towards.z(), ground));
      sunlight = sun.get().illuminance().times(direct);
      fromSun = sun.get().illuminance().times(towards.z());
    }
    double rise = DEEPEST_RISE * (1 - passed);
    Sums sums = Sums.of(fog, eye, ground, rise, sky.coarser(SPACING));
    LinearColor arriving = fromSun.plus(sums.sky()).times(passed);
    LinearColor straight = fromSun.times(direct).plus(sums.skyThrough());
    LinearColor own = positive(arriving.plus(straight.times(-1))).times(fog.albedo());
    LinearColor veil = own.times(1 / Math.max(sums.veiled(), 1e-6));
    LinearColor left = sunlight;
    double share = direct;
    return new FogLight(
        sun.filter(s -> share > 1e-9).map(s -> new Sun(s.towards(), left, s.angularDiameter())),
        new FoggedSky(sky, fog, eye, ground, veil, rise, sunlight, towards));
  }

  private static LinearColor positive(LinearColor color) {
    return new LinearColor(
        Math.max(0, color.red()), Math.max(0, color.green()), Math.max(0, color.blue()));
  }

  /**
   * Cosine-weighted sums over the upper half.
   *
   * @param sky lux of the sky alone
   * @param skyThrough lux of it that passes straight through the fog
   * @param veiled lux of a veil of 1 cd/m² level, brighter above
   */
  private record Sums(LinearColor sky, LinearColor skyThrough, double veiled) {
    /** On a spiral of equal cosine-weighted shares (Vogel, 1979, lifted to the half sphere). */
    static Sums of(FogLayer fog, double eye, double ground, double rise, SkyRadiance sky) {
      LinearColor all = LinearColor.BLACK;
      LinearColor through = LinearColor.BLACK;
      double veiled = 0;
      double weight = Math.PI / DIRECTIONS;
      double golden = Math.PI * (3 - Math.sqrt(5));
      for (int k = 0; k < DIRECTIONS; k++) {
        double radius2 = (k + 0.5) / DIRECTIONS;
        double radius = Math.sqrt(radius2);
        double z = Math.sqrt(1 - radius2);
        Vec3 direction = new Vec3(radius * Math.cos(k * golden), radius * Math.sin(k * golden), z);
        double passed = Math.exp(-fog.opticalDepthOut(eye, z, ground));
        LinearColor luminance = sky.luminance(direction);
        all = all.plus(luminance.times(weight));
        through = through.plus(luminance.times(weight * passed));
        veiled += weight * (1 - passed) * (1 + rise * z);
      }
      return new Sums(all, through, veiled);
    }
  }
}
