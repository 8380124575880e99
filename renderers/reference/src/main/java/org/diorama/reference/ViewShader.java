package org.diorama.reference;

import java.util.Optional;
import org.diorama.core.bvh.SceneBvhTraversal;
import org.diorama.core.light.Development;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Vec3;
import org.diorama.core.render.ViewGeometry;
import org.diorama.core.sample.GradientSky;
import org.diorama.core.sample.SampledLighting;
import org.diorama.core.sample.SampledLighting.Sun;

/** Lights what the camera's rays hit: sun with a shadow ray, and the sky's gradient. */
final class ViewShader {
  private final ViewGeometry geometry;
  private final Affine3 worldFromCamera;
  private final Optional<Sun> sun;
  private final GradientSky sky;
  private final Vec3 towardsSun;
  private final double whiteLuminance;
  private final SurfaceSampler surfaces;
  private final SceneBvhTraversal shadow = new SceneBvhTraversal();

  ViewShader(ViewGeometry geometry, SampledLighting lighting) {
    this.geometry = geometry;
    this.worldFromCamera = geometry.view().worldFromCamera();
    this.sun = lighting.sun();
    this.sky = (GradientSky) lighting.sky();
    this.towardsSun =
        sun.map(s -> worldFromCamera.inverse().transformDirection(s.towards())).orElse(Vec3.ZERO);
    this.whiteLuminance =
        geometry
            .view()
            .development()
            .exposure()
            .map(ev -> 1 / Development.exposureFactor(ev))
            .orElse(1.0);
    this.surfaces = new SurfaceSampler(geometry);
  }

  /** The sky where no surface is. */
  void background(ViewPlanes planes, int pixel, Vec3 direction) {
    write(planes, pixel, sky.luminance(worldFromCamera.transformDirection(direction)));
  }

  /** The surface that the traversal's ray hit. */
  void surface(ViewPlanes planes, int pixel, Vec3 direction, SceneBvhTraversal hit) {
    SurfaceSample point = surfaces.sample(hit, direction);
    Vec3 towardsEye = direction.normalize().negate();
    LinearColor light = skyLight(point, towardsEye);
    if (sun.isPresent() && isSunlit(point)) {
      light = add(light, sunLight(point, towardsEye, sun.get()));
    }
    write(planes, pixel, add(light, point.emission().times(whiteLuminance)));
  }

  private boolean isSunlit(SurfaceSample point) {
    if (point.facing().dot(towardsSun) <= 0 || point.normal().dot(towardsSun) <= 0) {
      return false;
    }
    double offset = 1e-5 + 1e-6 * point.position().length();
    Vec3 origin = point.position().plus(point.facing().times(offset));
    return !shadow.any(geometry.scene(), origin, towardsSun, 0, Double.POSITIVE_INFINITY);
  }

  /**
   * Lambert and GGX with Smith's shadowing, joined as in Walter, Marschner, Li, Torrance:
   * "Microfacet models for refraction through rough surfaces", EGSR 2007; Fresnel after Schlick,
   * 1994.
   */
  private LinearColor sunLight(SurfaceSample point, Vec3 towardsEye, Sun light) {
    Vec3 half = towardsEye.plus(towardsSun).normalize();
    double cosLight = point.normal().dot(towardsSun);
    double cosEye = Math.max(1e-3, point.normal().dot(towardsEye));
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
    double specular = distribution * visibility;
    LinearColor base = point.baseColor();
    LinearColor e = light.illuminance();
    return new LinearColor(
        e.red() * cosLight * reflect(point, base.red(), fresnel, specular),
        e.green() * cosLight * reflect(point, base.green(), fresnel, specular),
        e.blue() * cosLight * reflect(point, base.blue(), fresnel, specular));
  }

  private static double reflect(SurfaceSample point, double base, double fresnel, double specular) {
    double f0 = specularColor(point, base);
    double f = f0 + (1 - f0) * fresnel;
    return (1 - f) * (1 - point.metallic()) * base / Math.PI + f * specular;
  }

  private static double specularColor(SurfaceSample point, double base) {
    return 0.04 * (1 - point.metallic()) + base * point.metallic();
  }

  /**
   * Diffuse light of the whole sky, and its mirror image dimmed as in Karis: "Physically based
   * shading on mobile", 2014.
   */
  private LinearColor skyLight(SurfaceSample point, Vec3 towardsEye) {
    Vec3 normal = worldFromCamera.transformDirection(point.normal());
    Vec3 eye = worldFromCamera.transformDirection(towardsEye);
    double cosEye = Math.max(0, normal.dot(eye));
    Vec3 mirrored = normal.times(2 * normal.dot(eye)).minus(eye);
    Vec3 glossy = mirrored.times(1 - point.roughness()).plus(normal.times(point.roughness()));
    LinearColor reflected = sky.luminance(glossy);
    LinearColor diffuse = diffuseSky(normal.z());
    double rx = 1 - point.roughness();
    double ry = -0.0275 * point.roughness() + 0.0425;
    double a = Math.min(rx * rx, StrictMath.pow(2, -9.28 * cosEye)) * rx + ry;
    double scale = -1.04 * a + (-0.572 * point.roughness() + 1.04);
    double bias = 1.04 * a + (0.022 * point.roughness() - 0.04);
    LinearColor base = point.baseColor();
    double dielectric = 1 - point.metallic();
    return new LinearColor(
        dielectric * base.red() * diffuse.red()
            + (specularColor(point, base.red()) * scale + bias) * reflected.red(),
        dielectric * base.green() * diffuse.green()
            + (specularColor(point, base.green()) * scale + bias) * reflected.green(),
        dielectric * base.blue() * diffuse.blue()
            + (specularColor(point, base.blue()) * scale + bias) * reflected.blue());
  }

  /**
   * Cosine-weighted mean of the sky over the hemisphere of a normal: exact for normals that point
   * up, down or sideways (means of sin e: 2/3 and 4/(3π) over the sky's part), blended between.
   */
  private LinearColor diffuseSky(double up) {
    double share = (1 + up) / 2;
    double sideways = 4 / (3 * Math.PI);
    double sine = sideways + (2.0 / 3 - sideways) * Math.max(0, up);
    return new LinearColor(
        share * (sky.horizon().red() + (sky.zenith().red() - sky.horizon().red()) * sine)
            + (1 - share) * sky.ground().red(),
        share * (sky.horizon().green() + (sky.zenith().green() - sky.horizon().green()) * sine)
            + (1 - share) * sky.ground().green(),
        share * (sky.horizon().blue() + (sky.zenith().blue() - sky.horizon().blue()) * sine)
            + (1 - share) * sky.ground().blue());
  }

  private void write(ViewPlanes planes, int pixel, LinearColor luminance) {
    planes.light(pixel, luminance);
  }

  private static LinearColor add(LinearColor a, LinearColor b) {
    return new LinearColor(a.red() + b.red(), a.green() + b.green(), a.blue() + b.blue());
  }

  private static double power5(double x) {
    double x2 = x * x;
    return x2 * x2 * x;
  }
}
