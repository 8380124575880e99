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

/** The sun on a black dielectric, seen from where it is mirrored. */
class LobeTest {
  private static final double LUX = 60_000;

  /**
   * The facets' density is 1 / (π α²), what Smith's masking leaves of it by Heitz (2014) 1 / (4
   * cos² (1 + 2 Λ)), and Fresnel's share is Schlick's. What bounces between facets adds up to 2 %.
   */
  @ParameterizedTest
  @CsvSource({"30, 0.5", "60, 0.5", "75, 0.4"})
  void mirroredSunIsDensityTimesMaskingTimesFresnel(double degrees, double roughness) {
    double angle = Math.toRadians(degrees);
    double cosine = StrictMath.cos(angle);
    double alpha = roughness * roughness;
    double tangent = StrictMath.tan(angle);
    double hidden = (Math.sqrt(1 + alpha * alpha * tangent * tangent) - 1) / 2;
    double fresnel = 0.04 + 0.96 * StrictMath.pow(1 - cosine, 5);
    double expected = LUX * fresnel / (Math.PI * alpha * alpha) / (4 * cosine * (1 + 2 * hidden));
    SampledLighting sun =
        new SampledLighting(
            Optional.of(
                new SampledLighting.Sun(
                    Rotations.direction(Math.PI, Math.PI / 2 - angle),
                    LinearColor.WHITE.times(LUX),
                    0)),
            LampLab.NIGHT.sky());
    Vec3 eye = new Vec3(5 * StrictMath.sin(angle), 0, 0.01 + 5 * cosine);
    LampLab lab =
        new LampLab()
            .camera(
                new PinholeCamera(16, 16, 2000, 2000, 8.5, 8.5),
                Rotations.lookAt(eye, new Vec3(0, 0, 0.01)))
            .paved(Material.plain("black", LinearColor.BLACK, 0, roughness));
    LampLab.Shot shot = lab.shoot(LampLab.exposure(expected, 0.4), sun);
    assertEquals(expected, shot.luminance(8, 8), 0.03 * expected);
  }
}
