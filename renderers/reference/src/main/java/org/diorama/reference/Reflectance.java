package org.diorama.reference;

import org.diorama.core.light.SpecularAlbedo;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Vec3;

/**
 * How metal and roughness reflect light towards one eye: Lambert below GGX with Smith's shadowing,
 * as in Walter, Marschner, Li, Torrance: "Microfacet models for refraction through rough surfaces",
 * EGSR 2007; Fresnel after Schlick, 1994. What the lobe loses to light that bounces between its
 * facets is given back, and the diffuse layer gets what the lobe leaves, so that under uniform
 * light a surface reflects what its colors say: Fdez-Agüera, A Multiple-Scattering Microfacet Model
 * for Real-Time Image-Based Lighting (JCGT 2019).
 *
 * @param cosEye between normal and eye
 */
record Reflectance(SurfaceSample point, double cosEye, Channel red, Channel green, Channel blue) {
  /**
   * One channel's shares of uniform light.
   *
   * @param f0 what the lobe mirrors at normal incidence
   * @param single what it mirrors at once
   * @param multiple and after further bounces between facets
   * @param diffuse albedo below the lobe
   */
  record Channel(double f0, double single, double multiple, double diffuse) {
    /**
     * @param scale of {@link SpecularAlbedo}; likewise bias
     * @param albedo of what lies below the lobe
     */
    static Channel of(double f0, double scale, double bias, double albedo) {
      double single = f0 * scale + bias;
      double lost = 1 - scale - bias;
      double average = f0 + (1 - f0) / 21;
      double multiple = lost * single * average / (1 - average * lost);
      return new Channel(f0, single, multiple, albedo * (1 - single - multiple));
    }

    private double direct(double fresnel, double lobe) {
      double boost = 1 + multiple / Math.max(1e-4, single);
      return diffuse / Math.PI + (f0 + (1 - f0) * fresnel) * boost * lobe;
    }

    private double under(double mirrored, double around) {
      return single * mirrored + (multiple + diffuse) * around;
    }
  }

  /**
   * @param towardsEye unit vector
   */
  static Reflectance of(SurfaceSample point, Vec3 towardsEye, SpecularAlbedo albedo) {
    double cosEye = Math.max(1e-3, point.normal().dot(towardsEye));
    LinearColor base = point.baseColor();
    double share = (1 - point.metallic()) * point.diffuseShare();
    double scale = lookup(albedo, cosEye, point.roughness(), true);
    double bias = lookup(albedo, cosEye, point.roughness(), false);
    return new Reflectance(
        point,
        cosEye,
        Channel.of(point.mirrored(base.red()), scale, bias, share * base.red()),
        Channel.of(point.mirrored(base.green()), scale, bias, share * base.green()),
        Channel.of(point.mirrored(base.blue()), scale, bias, share * base.blue()));
  }

  /**
   * Share of uniform light that a dielectric mirrors.
   *
   * @param dielectric share at normal incidence
   */
  static double mirrored(
      double dielectric, double cosEye, double roughness, SpecularAlbedo albedo) {
    double scale = lookup(albedo, cosEye, roughness, true);
    double bias = lookup(albedo, cosEye, roughness, false);
    Channel gray = Channel.of(dielectric, scale, bias, 0);
    return gray.single() + gray.multiple();
  }

  /**
   * Luminance under light from one direction.
   *
   * @param towardsLight unit vector, above the surface
   * @param e illuminance across that direction
   */
  LinearColor direct(Vec3 towardsEye, Vec3 towardsLight, LinearColor e) {
    Vec3 half = towardsEye.plus(towardsLight).normalize();
    double cosLight = point.normal().dot(towardsLight);
    double cosHalf = Math.max(0, point.normal().dot(half));
    double alpha = Math.max(2e-3, point.roughness() * point.roughness());
    double alpha2 = alpha * alpha;
    double d = cosHalf * cosHalf * (alpha2 - 1) + 1;
    double distribution = alpha2 / (Math.PI * d * d);
    double visibility =
        0.5
            / (cosLight * Math.sqrt(alpha2 + (1 - alpha2) * cosEye * cosEye)
                + cosEye * Math.sqrt(alpha2 + (1 - alpha2) * cosLight * cosLight));
    double fresnel = power5(1 - Math.max(0, half.dot(towardsEye)));
    double lobe = distribution * visibility;
    return new LinearColor(
        e.red() * cosLight * red.direct(fresnel, lobe),
        e.green() * cosLight * green.direct(fresnel, lobe),
        e.blue() * cosLight * blue.direct(fresnel, lobe));
  }

  /**
   * Luminance under light from all around, by the split sum of Karis (2013).
   *
   * @param mirrored mean luminance over the lobe
   * @param around mean luminance of a matte white surface
   */
  LinearColor under(LinearColor mirrored, LinearColor around) {
    return new LinearColor(
        red.under(mirrored.red(), around.red()),
        green.under(mirrored.green(), around.green()),
        blue.under(mirrored.blue(), around.blue()));
  }

  /** Bilinear between the centers of the table's entries. */
  private static double lookup(
      SpecularAlbedo albedo, double cosEye, double roughness, boolean isScale) {
    int last = SpecularAlbedo.SIZE - 1;
    double x = Math.max(0, Math.min(last, cosEye * SpecularAlbedo.SIZE - 0.5));
    double y = Math.max(0, Math.min(last, roughness * SpecularAlbedo.SIZE - 0.5));
    int column = Math.min(last - 1, (int) x);
    int row = Math.min(last - 1, (int) y);
    double right = x - column;
    double below = y - row;
    return (1 - below)
            * ((1 - right) * entry(albedo, column, row, isScale)
                + right * entry(albedo, column + 1, row, isScale))
        + below
            * ((1 - right) * entry(albedo, column, row + 1, isScale)
                + right * entry(albedo, column + 1, row + 1, isScale));
  }

  private static double entry(SpecularAlbedo albedo, int column, int row, boolean isScale) {
    return isScale ? albedo.scale(column, row) : albedo.bias(column, row);
  }

  private static double power5(double x) {
    double x2 = x * x;
    return x2 * x2 * x;
  }
}
