package org.diorama.opengl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.diorama.core.asset.Material;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Rotations;
import org.diorama.core.math.Vec3;
import org.diorama.core.sample.SampledLighting;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sun on rough ground, seen from where it is mirrored. */
class LobeTest {
  private static final double LUX = 60_000;
  private static final double METAL = 0.5;
  private static final int STEPS = 500;

  /**
   * The facets' density is 1 / (π α²), what Smith's masking leaves of it by Heitz (2014) 1 / (4
   * cos² (1 + 2 Λ)), and Fresnel's share is Schlick's. What bounces between facets adds up to 2 %.
   */
  @ParameterizedTest
  @CsvSource({"30, 0.5", "60, 0.5", "75, 0.4"})
  void mirroredSunIsDensityTimesMaskingTimesFresnel(double degrees, double roughness) {
    double angle = Math.toRadians(degrees);
    double cosine = StrictMath.cos(angle);
    double fresnel = 0.04 + 0.96 * StrictMath.pow(1 - cosine, 5);
    double expected = fresnel * mirrored(angle, roughness * roughness);
    Material black = Material.plain("black", LinearColor.BLACK, 0, roughness);
    assertEquals(expected, seen(angle, black, expected), 0.03 * expected);
  }

  /**
   * Of a rough metal what bounces on between the facets comes back as well, by Fdez-Agüera, A
   * Multiple-Scattering Microfacet Model for Real-Time Image-Based Lighting (JCGT 2019): for each
   * share that the lobe mirrors at once, m F / (1 - m F), where m is what the lobe loses of uniform
   * light and F the mean of Schlick's share. The lobe is integrated here over the hemisphere.
   */
  @ParameterizedTest
  @CsvSource({"30, 1", "60, 0.8", "75, 0.9"})
  void roughMetalGivesBackWhatBouncesBetweenItsFacets(double degrees, double roughness) {
    double angle = Math.toRadians(degrees);
    double alpha = roughness * roughness;
    double mean = METAL + (1 - METAL) / 21;
    double lost = 1 - lobe(angle, alpha);
    double fresnel = METAL + (1 - METAL) * StrictMath.pow(1 - StrictMath.cos(angle), 5);
    double expected = fresnel * mirrored(angle, alpha) * (1 + lost * mean / (1 - lost * mean));
    Material metal = Material.plain("metal", LinearColor.WHITE.times(METAL), 1, roughness);
    assertEquals(expected, seen(angle, metal, expected), 0.015 * expected);
  }

  /** Luminance of the mirrored sun where Fresnel's share is 1. */
  private static double mirrored(double angle, double alpha) {
    double cosine = StrictMath.cos(angle);
    return LUX / (Math.PI * alpha * alpha) / (4 * cosine * (1 + 2 * hidden(angle, alpha)));
  }

  /** Smith's Λ of GGX: Heitz (2014), eq. 72. */
  private static double hidden(double angle, double alpha) {
    double tangent = StrictMath.tan(angle);
    return (Math.sqrt(1 + alpha * alpha * tangent * tangent) - 1) / 2;
  }

  /** Share of uniform light that facets which mirror everything reflect at once. */
  private static double lobe(double angle, double alpha) {
    Vec3 eye = new Vec3(StrictMath.sin(angle), 0, StrictMath.cos(angle));
    double sum = 0;
    for (int i = 0; i < STEPS; i++) {
      double from = (i + 0.5) / STEPS * Math.PI / 2;
      for (int j = 0; j < STEPS; j++) {
        double around = (j + 0.5) / STEPS * 2 * Math.PI;
        double flat = StrictMath.sin(from);
        Vec3 light =
            new Vec3(
                flat * StrictMath.cos(around), flat * StrictMath.sin(around), StrictMath.cos(from));
        double cosine = eye.plus(light).normalize().z();
        double bent = cosine * cosine * (alpha * alpha - 1) + 1;
        double facets = alpha * alpha / (Math.PI * bent * bent);
        double seen = 1 / (1 + hidden(angle, alpha) + hidden(from, alpha));
        sum += facets * seen / (4 * eye.z()) * flat;
      }
    }
    return sum * Math.PI / 2 / STEPS * 2 * Math.PI / STEPS;
  }

  /** Luminance of a ground where it mirrors the sun into the camera. */
  private static double seen(double angle, Material ground, double expected) {
    SampledLighting sun =
        new SampledLighting(
            Optional.of(
                new SampledLighting.Sun(
                    Rotations.direction(Math.PI, Math.PI / 2 - angle),
                    LinearColor.WHITE.times(LUX),
                    0)),
            LampLab.NIGHT.sky());
    Vec3 eye = new Vec3(5 * StrictMath.sin(angle), 0, 0.01 + 5 * StrictMath.cos(angle));
    LampLab lab =
        new LampLab()
            .camera(
                new PinholeCamera(16, 16, 2000, 2000, 8.5, 8.5),
                Rotations.lookAt(eye, new Vec3(0, 0, 0.01)))
            .paved(ground);
    return lab.shoot(LampLab.exposure(expected, 0.4), sun).luminance(8, 8);
  }
}
