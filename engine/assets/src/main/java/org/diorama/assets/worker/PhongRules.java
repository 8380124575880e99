package org.diorama.assets.worker;

import org.diorama.core.math.LinearColor;

/**
 * How an old diffuse-and-specular material becomes a metal-rough one.
 *
 * <ul>
 *   <li>Colors are taken as sRGB: the files were made by eye on screens.
 *   <li>A material is a metal where it hardly has a diffuse color (luminance below 0.04), no image,
 *       and a strong specular one (luminance of at least 0.4): that color becomes its base color.
 *   <li>The Phong exponent n gives the microfacet width α² = 2 / (n + 2) (Walter et al., Microfacet
 *       Models for Refraction through Rough Surfaces, 2007, section 5.3) and roughness = √α.
 *       Without a specular color the surface is fully rough; a dielectric is never smoother than
 *       0.2, since exporters write large exponents carelessly.
 *   <li>An image replaces a gray diffuse color and is tinted by any other: exporters write their
 *       default gray, or black, beside images that hold the whole color.
 *   <li>Glass cannot be drawn yet. A translucent material becomes opaque and darker, its color
 *       times its opacity, as a pane in front of a dark room looks.
 * </ul>
 */
final class PhongRules {
  private static final double SMOOTHEST_DIELECTRIC = 0.2;

  private PhongRules() {}

  record Surface(LinearColor baseColor, double metallic, double roughness) {}

  /**
   * @param opacity in [0, 1]
   */
  static Surface convert(
      LinearColor diffuse,
      LinearColor specular,
      double exponent,
      double opacity,
      boolean hasImage) {
    boolean metal =
        !hasImage && diffuse.luminance() < 0.04 && specular.luminance() >= 0.4 && opacity == 1;
    if (metal) {
      return new Surface(specular, 1, Math.max(0.1, roughness(exponent)));
    }
    LinearColor base = hasImage && isGray(diffuse) ? LinearColor.WHITE : diffuse;
    double roughness =
        specular.luminance() < 1e-3 ? 1 : Math.max(SMOOTHEST_DIELECTRIC, roughness(exponent));
    return new Surface(base.times(opacity), 0, roughness);
  }

  private static boolean isGray(LinearColor color) {
    double most = Math.max(color.red(), Math.max(color.green(), color.blue()));
    double least = Math.min(color.red(), Math.min(color.green(), color.blue()));
    return most - least <= 0.05 * most;
  }

  private static double roughness(double exponent) {
    double n = exponent > 0 ? exponent : 0; // false for NaN too
    return Math.sqrt(Math.sqrt(2 / (n + 2)));
  }

  /** From sRGB in [0, 1], IEC 61966-2-1; the fourth value is ignored. */
  static LinearColor linear(float[] encoded) {
    return new LinearColor(linear(encoded[0]), linear(encoded[1]), linear(encoded[2]));
  }

  private static double linear(double encoded) {
    double value = encoded > 0 ? Math.min(encoded, 1) : 0;
    return value <= 0.04045 ? value / 12.92 : StrictMath.pow((value + 0.055) / 1.055, 2.4);
  }
}
