package org.diorama.reference;

import org.diorama.core.asset.Finish;
import org.diorama.core.light.SheenAlbedo;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Vec3;

/**
 * Coat, sheen and translucency around what {@link Reflectance} gives for metal and roughness. Each
 * lobe takes its share of uniform light away from what lies below it.
 */
record FinishShader(SkyLight sky, SheenAlbedo sheen) {
  /** Share that a coat of refractive index 1.5 mirrors at normal incidence. */
  private static final double COAT = 0.04;

  /**
   * All lobes of a point.
   *
   * @param towardsEye unit vector in the camera's frame
   */
  Lobes lobes(SurfaceSample point, Vec3 towardsEye) {
    return new Lobes(point, towardsEye);
  }

  /** What the coat leaves of light from below. */
  double belowCoat(SurfaceSample point, Vec3 towardsEye) {
    Finish.Coat coat = point.finish().coat();
    double cosEye = Math.max(1e-3, point.normal().dot(towardsEye));
    return coat.weight() == 0
        ? 1
        : 1 - coat.weight() * sky.mirrored(COAT, cosEye, coat.roughness());
  }

  /** Lobes of one point towards one eye. */
  final class Lobes {
    private final SurfaceSample point;
    private final Vec3 towardsEye;
    private final Reflectance bare;
    private final Reflectance coat;

    /** What the coat leaves for the sheen, and both for the surface itself. */
    private final double belowCoat;

    private final double below;
    private final double sheenAlbedo;

    private Lobes(SurfaceSample point, Vec3 towardsEye) {
      this.point = point;
      this.towardsEye = towardsEye;
      this.bare = sky.reflectance(point, towardsEye);
      this.coat = sky.reflectance(point.lacquer(), towardsEye);
      this.belowCoat = belowCoat(point, towardsEye);
      Finish.Sheen cloth = point.finish().sheen();
      LinearColor color = cloth.color();
      double strongest = Math.max(color.red(), Math.max(color.green(), color.blue()));
      this.sheenAlbedo = strongest == 0 ? 0 : sheen.at(bare.cosEye(), cloth.roughness());
      this.below = belowCoat * (1 - strongest * SheenAlbedo.share(sheenAlbedo));
    }

    /**
     * Luminance under light from one direction.
     *
     * @param towardsLight unit vector, above the surface
     * @param e illuminance across that direction
     */
    LinearColor direct(Vec3 towardsLight, LinearColor e) {
      LinearColor own = bare.direct(towardsEye, towardsLight, e);
      if (point.finish().isPlain()) {
        return own;
      }
      LinearColor gloss =
          coat.direct(towardsEye, towardsLight, e).times(point.finish().coat().weight());
      double cosLight = point.normal().dot(towardsLight);
      double cosHalf = point.normal().dot(towardsEye.plus(towardsLight).normalize());
      Finish.Sheen cloth = point.finish().sheen();
      double lobe = SheenAlbedo.lobe(cosLight, bare.cosEye(), cosHalf, cloth.roughness());
      LinearColor fuzz =
          product(cloth.color(), e)
              .times(lobe * SheenAlbedo.limit(sheenAlbedo) * cosLight * belowCoat);
      return own.times(below).plus(fuzz).plus(gloss);
    }

    /** Likewise of light from behind. */
    LinearColor fromBehind(Vec3 towardsLight, LinearColor e) {
      return behind(e.times(Math.max(0, -point.normal().dot(towardsLight))));
    }

    /**
     * Luminance of what leaves on the eye's side of the light on the other.
     *
     * @param illuminance of the other side
     */
    private LinearColor behind(LinearColor illuminance) {
      Finish finish = point.finish();
      double share =
          finish.translucency()
              * (1 - finish.transmission().share())
              * (1 - point.metallic())
              * (1 - sky.mirrored(point.dielectric(), bare.cosEye(), point.roughness()))
              * below
              / Math.PI;
      return product(point.baseColor(), illuminance).times(share);
    }

    /** Luminance under the sky. */
    LinearColor underSky(Affine3 worldFromCamera) {
      Vec3 normal = worldFromCamera.transformDirection(point.normal());
      Vec3 eye = worldFromCamera.transformDirection(towardsEye);
      SkyLight.Around around = sky.around(point, worldFromCamera);
      LinearColor own = sky.reflected(bare, around, normal, eye);
      if (point.finish().isPlain()) {
        return own;
      }
      LinearColor gloss =
          sky.reflected(coat, around, normal, eye).times(point.finish().coat().weight());
      LinearColor cloth =
          product(point.finish().sheen().color(), around.irradiance(normal))
              .times(SheenAlbedo.share(sheenAlbedo) * belowCoat / Math.PI);
      LinearColor other = around.irradiance(normal.negate());
      return own.times(below).plus(cloth).plus(gloss).plus(behind(other));
    }
  }

  static LinearColor product(LinearColor a, LinearColor b) {
    return new LinearColor(a.red() * b.red(), a.green() * b.green(), a.blue() * b.blue());
  }
}
