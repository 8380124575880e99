package org.diorama.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.diorama.core.asset.Finish;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Vec3;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One light on one surface, where the reflectance is a closed form. */
class LobeTest {
  private static final LinearColor LUX = new LinearColor(700, 1000, 1300);

  private static SurfaceSample surface(LinearColor base, double metallic, double roughness) {
    return new SurfaceSample(
        new Vec3(0, 0, 5),
        Vec3.UNIT_Z,
        Vec3.UNIT_Z,
        base,
        metallic,
        roughness,
        LinearColor.BLACK,
        Finish.PLAIN,
        Wetted.at(Vec3.ZERO, Affine3.IDENTITY, 0));
  }

  private static Vec3 at(double degrees, double side) {
    double angle = Math.toRadians(degrees);
    return new Vec3(side * Math.sin(angle), 0, Math.cos(angle));
  }

  /**
   * A black dielectric seen from where it mirrors the light: the facets' density is 1 / (π α²),
   * what Smith's masking leaves of it by Heitz (2014) 1 / (4 cos² (1 + 2 Λ)), and Fresnel's share
   * is Schlick's.
   */
  @ParameterizedTest
  @CsvSource({"0, 0.5", "30, 0.5", "60, 0.5", "75, 0.3", "85, 0.8"})
  void mirroredLightIsDensityTimesMaskingTimesFresnel(double degrees, double roughness) {
    LinearColor seen =
        ViewShader.direct(
            surface(LinearColor.BLACK, 0, roughness), at(degrees, -1), at(degrees, 1), LUX);
    double cosine = Math.cos(Math.toRadians(degrees));
    double alpha = roughness * roughness;
    double tangent = Math.tan(Math.toRadians(degrees));
    double hidden = (Math.sqrt(1 + alpha * alpha * tangent * tangent) - 1) / 2;
    double fresnel = 0.04 + 0.96 * Math.pow(1 - cosine, 5);
    double share = fresnel / (Math.PI * alpha * alpha) / (4 * cosine * (1 + 2 * hidden));
    assertEquals(700 * share, seen.red(), 1e-9 * 700 * share);
    assertEquals(1000 * share, seen.green(), 1e-9 * 1000 * share);
    assertEquals(1300 * share, seen.blue(), 1e-9 * 1300 * share);
  }

  /** A rough white one far from where it mirrors, by Lambert's law but for what Fresnel takes. */
  @ParameterizedTest
  @CsvSource({"10", "50", "80"})
  void mattLightFollowsTheCosine(double degrees) {
    SurfaceSample white = surface(LinearColor.WHITE, 0, 1);
    SurfaceSample black = surface(LinearColor.BLACK, 0, 1);
    Vec3 light = at(degrees, 1);
    double matt =
        ViewShader.direct(white, Vec3.UNIT_Z, light, LUX).red()
            - ViewShader.direct(black, Vec3.UNIT_Z, light, LUX).red();
    double toHalf = Math.cos(Math.toRadians(degrees / 2));
    double passes = 0.96 * (1 - Math.pow(1 - toHalf, 5));
    double expected = 700 * Math.cos(Math.toRadians(degrees)) / Math.PI * passes;
    assertEquals(expected, matt, 1e-9 * expected);
  }
}
