package org.diorama.reference;

import java.util.Optional;
import org.diorama.core.irradiance.IrradianceVolume;
import org.diorama.core.light.SpecularAlbedo;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Vec3;
import org.diorama.core.sky.SkyRadiance;
import org.diorama.core.sky.SkyTables;

/**
 * Light of a whole sky, and of the surfaces that hide some of it.
 *
 * @param radiance by direction
 * @param tables of the same sky
 * @param volume of the light between surfaces, where there is one
 */
record SkyLight(
    SkyRadiance radiance,
    SkyTables tables,
    SpecularAlbedo albedo,
    Optional<IrradianceVolume> volume) {
  /**
   * Luminance of a surface towards the eye: Lambert under the irradiance, the mirrored lobe by the
   * split sum of Karis (2013), and what bounces between facets after Fdez-Agüera, A
   * Multiple-Scattering Microfacet Model for Real-Time Image-Based Lighting (JCGT 2019).
   *
   * @param normal unit vector in the world; likewise eye, towards it
   */
  LinearColor reflected(SurfaceSample point, Around around, Vec3 normal, Vec3 eye) {
    double cosEye = Math.max(1e-3, normal.dot(eye));
    Vec3 mirrored = normal.times(2 * normal.dot(eye)).minus(eye);
    LinearColor specular = around.reflection(mirrored, point.roughness());
    LinearColor diffuse = around.irradiance(normal).times(1 / Math.PI);
    double scale = lookup(cosEye, point.roughness(), true);
    double bias = lookup(cosEye, point.roughness(), false);
    LinearColor base = point.baseColor();
    double share = (1 - point.metallic()) * point.diffuseShare();
    return new LinearColor(
        channel(
            point.mirrored(base.red()),
            base.red() * share,
            scale,
            bias,
            specular.red(),
            diffuse.red()),
        channel(
            point.mirrored(base.green()),
            base.green() * share,
            scale,
            bias,
            specular.green(),
            diffuse.green()),
        channel(
            point.mirrored(base.blue()),
            base.blue() * share,
            scale,
            bias,
            specular.blue(),
            diffuse.blue()));
  }

  /**
   * Share of uniform light that a dielectric mirrors.
   *
   * @param dielectric share at normal incidence
   */
  double mirrored(double dielectric, double cosEye, double roughness) {
    double scale = lookup(cosEye, roughness, true);
    double bias = lookup(cosEye, roughness, false);
    return channel(dielectric, 0, scale, bias, 1, 1);
  }

  /** Light that arrives at a point from the sky and from other surfaces. */
  Around around(SurfaceSample point, Affine3 worldFromCamera) {
    return new Around(
        volume.map(
            each ->
                each.at(
                    worldFromCamera.transformPoint(point.position()),
                    worldFromCamera.transformDirection(point.facing()))));
  }

  /** Around one point; directions are unit vectors in the world. */
  final class Around {
    private final Optional<IrradianceVolume.Local> local;
    private final double share;

    private Around(Optional<IrradianceVolume.Local> local) {
      this.local = local;
      this.share = volume.map(IrradianceVolume::share).orElse(0.0);
    }

    /** Lux on a surface. */
    LinearColor irradiance(Vec3 normal) {
      LinearColor sky = tables.irradiance().lookup(normal);
      return local.map(each -> mix(sky, each.irradiance(normal), share)).orElse(sky);
    }

    /** Mean luminance around a mirrored view. */
    LinearColor reflection(Vec3 mirrored, double roughness) {
      LinearColor sky = tables.reflection(mirrored, roughness);
      return local
          .map(
              each ->
                  mix(
                      sky,
                      each.irradiance(mirrored).times(1 / Math.PI),
                      share * (1 - each.openness(mirrored))))
          .orElse(sky);
    }
  }

  private static LinearColor mix(LinearColor first, LinearColor second, double share) {
    return first.times(1 - share).plus(second.times(share));
  }

  private static double channel(
      double f0, double albedo, double scale, double bias, double specular, double around) {
    double single = f0 * scale + bias;
    double lost = 1 - scale - bias;
    double average = f0 + (1 - f0) / 21;
    double multiple = lost * single * average / (1 - average * lost);
    double diffuse = albedo * (1 - single - multiple);
    return single * specular + (multiple + diffuse) * around;
  }

  /** Bilinear between the centers of the table's entries. */
  private double lookup(double cosEye, double roughness, boolean isScale) {
    int last = SpecularAlbedo.SIZE - 1;
    double x = Math.max(0, Math.min(last, cosEye * SpecularAlbedo.SIZE - 0.5));
    double y = Math.max(0, Math.min(last, roughness * SpecularAlbedo.SIZE - 0.5));
    int column = Math.min(last - 1, (int) x);
    int row = Math.min(last - 1, (int) y);
    double right = x - column;
    double below = y - row;
    return (1 - below)
            * ((1 - right) * entry(column, row, isScale) + right * entry(column + 1, row, isScale))
        + below
            * ((1 - right) * entry(column, row + 1, isScale)
                + right * entry(column + 1, row + 1, isScale));
  }

  private double entry(int column, int row, boolean isScale) {
    return isScale ? albedo.scale(column, row) : albedo.bias(column, row);
  }
}
