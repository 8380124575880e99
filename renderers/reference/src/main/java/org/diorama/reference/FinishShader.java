package org.diorama.reference;

import org.diorama.core.asset.Finish;
import org.diorama.core.light.SheenAlbedo;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Vec3;

/**
 * Coat, sheen and translucency around what {@link ViewShader} and {@link SkyLight} give for metal
 * and roughness. Each lobe takes its share of uniform light away from what lies below it.
 */
record FinishShader(SkyLight sky, SheenAlbedo sheen) {
  /** Share that a coat of refractive index 1.5 mirrors at normal incidence. */
  private static final double COAT = 0.04;

  /** What the coat leaves for the sheen, and both for the surface itself. */
  private record Left(double belowCoat, double below, double sheenAlbedo) {}

  private Left left(SurfaceSample point, Vec3 towardsEye) {
    Finish finish = point.finish();
    double cosEye = Math.max(1e-3, point.normal().dot(towardsEye));
    double coat = finish.coat().weight();
    double belowCoat =
        coat == 0 ? 1 : 1 - coat * sky.mirrored(COAT, cosEye, finish.coat().roughness());
    LinearColor color = finish.sheen().color();
    double strongest = Math.max(color.red(), Math.max(color.green(), color.blue()));
    double albedo = strongest == 0 ? 0 : sheen.at(cosEye, finish.sheen().roughness());
    double share = SheenAlbedo.share(albedo);
    return new Left(belowCoat, belowCoat * (1 - strongest * share), albedo);
  }

  /** What the coat leaves of light from below. */
  double belowCoat(SurfaceSample point, Vec3 towardsEye) {
    return left(point, towardsEye).belowCoat;
  }

  /**
   * Luminance under light from one direction.
   *
   * @param towardsLight unit vector, above the surface
   * @param e illuminance across that direction
   */
  LinearColor direct(SurfaceSample point, Vec3 towardsEye, Vec3 towardsLight, LinearColor e) {
    LinearColor below = ViewShader.direct(point, towardsEye, towardsLight, e);
    if (point.finish().isPlain()) {
      return below;
    }
    Left left = left(point, towardsEye);
    LinearColor coat =
        ViewShader.direct(point.lacquer(), towardsEye, towardsLight, e)
            .times(point.finish().coat().weight());
    double cosLight = point.normal().dot(towardsLight);
    double cosEye = Math.max(1e-3, point.normal().dot(towardsEye));
    double cosHalf = point.normal().dot(towardsEye.plus(towardsLight).normalize());
    double lobe = SheenAlbedo.lobe(cosLight, cosEye, cosHalf, point.finish().sheen().roughness());
    LinearColor cloth =
        product(point.finish().sheen().color(), e)
            .times(lobe * SheenAlbedo.limit(left.sheenAlbedo) * cosLight * left.belowCoat);
    return below.times(left.below).plus(cloth).plus(coat);
  }

  /** Likewise of light from behind. */
  LinearColor fromBehind(SurfaceSample point, Vec3 towardsEye, Vec3 towardsLight, LinearColor e) {
    double cosine = Math.max(0, -point.normal().dot(towardsLight));
    return behind(point, towardsEye, e.times(cosine));
  }

  /**
   * Luminance of what leaves on the eye's side of the light on the other.
   *
   * @param illuminance of the other side
   */
  private LinearColor behind(SurfaceSample point, Vec3 towardsEye, LinearColor illuminance) {
    Finish finish = point.finish();
    double cosEye = Math.max(1e-3, point.normal().dot(towardsEye));
    double share =
        finish.translucency()
            * (1 - finish.transmission().share())
            * (1 - point.metallic())
            * (1 - sky.mirrored(point.dielectric(), cosEye, point.roughness()))
            * left(point, towardsEye).below
            / Math.PI;
    return product(point.baseColor(), illuminance).times(share);
  }

  /**
   * Luminance under the sky.
   *
   * @param towardsEye unit vector in the camera's frame
   */
  LinearColor underSky(SurfaceSample point, Vec3 towardsEye, Affine3 worldFromCamera) {
    Vec3 normal = worldFromCamera.transformDirection(point.normal());
    Vec3 eye = worldFromCamera.transformDirection(towardsEye);
    SkyLight.Around around = sky.around(point, worldFromCamera);
    LinearColor below = sky.reflected(point, around, normal, eye);
    if (point.finish().isPlain()) {
      return below;
    }
    Left left = left(point, towardsEye);
    LinearColor coat =
        sky.reflected(point.lacquer(), around, normal, eye).times(point.finish().coat().weight());
    LinearColor cloth =
        product(point.finish().sheen().color(), around.irradiance(normal))
            .times(SheenAlbedo.share(left.sheenAlbedo) * left.belowCoat / Math.PI);
    LinearColor other = around.irradiance(normal.negate());
    return below.times(left.below).plus(cloth).plus(coat).plus(behind(point, towardsEye, other));
  }

  static LinearColor product(LinearColor a, LinearColor b) {
    return new LinearColor(a.red() * b.red(), a.green() * b.green(), a.blue() * b.blue());
  }
}
