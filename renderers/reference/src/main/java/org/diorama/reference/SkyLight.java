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
   * Luminance of a surface towards an eye.
   *
   * @param normal unit vector in the world; likewise eye, towards it
   */
  LinearColor reflected(Reflectance surface, Around around, Vec3 normal, Vec3 eye) {
    Vec3 ahead = normal.times(2 * normal.dot(eye)).minus(eye);
    LinearColor mirrored = around.reflection(ahead, surface.point().roughness());
    return surface.under(mirrored, around.irradiance(normal).times(1 / Math.PI));
  }

  /** How a surface reflects towards an eye: unit vector in the frame of the surface. */
  Reflectance reflectance(SurfaceSample point, Vec3 towardsEye) {
    return Reflectance.of(point, towardsEye, albedo);
  }

  /**
   * Share of uniform light that a dielectric mirrors.
   *
   * @param dielectric share at normal incidence
   */
  double mirrored(double dielectric, double cosEye, double roughness) {
    return Reflectance.mirrored(dielectric, cosEye, roughness, albedo);
  }

  /** Light that arrives at a point from the sky and from other surfaces. */
  Around around(SurfaceSample point, Affine3 worldFromCamera) {
    if (volume.isEmpty()) {
      return new Around(Optional.empty(), 0);
    }
    Vec3 place = worldFromCamera.transformPoint(point.position());
    Vec3 facing = worldFromCamera.transformDirection(point.facing());
    return new Around(Optional.of(volume.get().at(place, facing)), volume.get().share(place));
  }

  /** Around one point; directions are unit vectors in the world. */
  final class Around {
    private final Optional<IrradianceVolume.Local> local;
    private final double share;

    private Around(Optional<IrradianceVolume.Local> local, double share) {
      this.local = local;
      this.share = share;
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
}
