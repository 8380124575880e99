package org.diorama.opengl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Rotations;
import org.diorama.core.math.Vec3;
import org.diorama.core.sample.SampledLighting;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Shadows that are hard to get right, against geometry: fences, thin walls, a sun at 3 degrees. */
class HardShadowTest {
  private static final double EV = 14;

  /** From -X, where nothing else shines. */
  private static SampledLighting sun(double elevation, double angularDiameter) {
    return new SampledLighting(
        Optional.of(
            new SampledLighting.Sun(
                Rotations.direction(Math.PI, Math.toRadians(elevation)),
                LinearColor.WHITE.times(60_000),
                angularDiameter)),
        LampLab.NIGHT.sky());
  }

  /** A camera straight above a point of the floor, 1000 pixels wide a radian. */
  private static LampLab fromAbove(double x, double height) {
    PinholeCamera camera = new PinholeCamera(400, 120, 1000, 1000, 200, 60);
    Vec3 eye = new Vec3(x, -1e-4, height);
    return new LampLab().camera(camera, Rotations.lookAt(eye, new Vec3(x, 0, 0)));
  }

  /**
   * Behind a fence a share of the sun arrives that is its open area, be its shadow sharp or
   * blurred, and be its bars wider than a texel of the shadow map or hardly so.
   *
   * @param solid width of a bar by the distance from bar to bar, an eighth of a meter
   * @param eye height of the camera: a map's texel is 2 mm wide on the floor, or 2 cm
   */
  @ParameterizedTest
  @CsvSource({
    "2, 0, 10, 0.01",
    "2, 0.0093, 10, 0.01",
    "4, 0.0093, 10, 0.01",
    "6, 0.0093, 10, 0.01",
    "2, 0.04, 10, 0.01",
    "4, 0.0093, 100, 0.03"
  })
  void aFenceLetsThroughItsOpenArea(int solid, double diameter, double eye, double tolerance) {
    LampLab.Shot shot = fromAbove(0, eye).addFence(1, solid, 8).shoot(EV, sun(45, diameter));
    double pixels = 1000 / eye;
    double lit = shot.luminance((int) (200 - 1.2 * pixels), 60);
    // Its shadow lies at 0.5 < x < 1.5; six bars of it, beside what the camera sees of the fence.
    int first = (int) Math.round(200 + 0.625 * pixels);
    int end = (int) Math.round(200 + 1.375 * pixels);
    int half = (int) (0.4 * pixels);
    double sum = 0;
    for (int y = 60 - half; y < 60 + half; y++) {
      for (int x = first; x < end; x++) {
        sum += shot.luminance(x, y);
      }
    }
    assertEquals(1 - solid / 8.0, sum / lit / (2 * half * (end - first)), tolerance);
  }

  /** A pole's shadow ends where it does by geometry, 23 m from it under a sun at 3 degrees. */
  @ParameterizedTest
  @ValueSource(doubles = {3, 5, 8})
  void aLowSunsShadowEndsAtItsTip(double elevation) {
    double height = 0.8;
    LampLab lab = fromAbove(8, 100);
    lab.box(new Vec3(-0.25, 0, 0), new Vec3(0.5, 2, height));
    LampLab.Shot shot = lab.shoot(EV - 4, sun(elevation, 0));
    double reach = height / StrictMath.tan(Math.toRadians(elevation));
    double lit = shot.luminance(300, 60);
    assertTrue(lit > 300, "lit " + lit);
    int column = 200 + 10 * (int) (0.5 * reach - 8);
    assertEquals(0, shot.code(column, 60));
    while (shot.luminance(column, 60) < lit / 2) {
      column++;
    }
    assertEquals(200 + 10 * (reach - 8), column + 0.5, 1.0);
  }

  /**
   * A wall of 1 cm stands on the floor: behind it there is no light, from its foot on. The filter
   * reaches two texels of 2 mm across the sun's light, which are 7 cm of the floor at 3 degrees.
   */
  @ParameterizedTest
  @ValueSource(doubles = {3, 15, 50})
  void aThinWallStandsOnTheFloor(double elevation) {
    LampLab lab = fromAbove(0, 10);
    lab.box(new Vec3(-0.005, 0, 0), new Vec3(0.01, 3, 0.5));
    LampLab.Shot shot = lab.shoot(EV, sun(elevation, 0.0093));
    double shadow = 50 / StrictMath.tan(Math.toRadians(elevation));
    int first = 202 + (int) (0.4 / StrictMath.sin(Math.toRadians(elevation)));
    for (int x = first; x < Math.min(400, 200 + 0.9 * shadow); x++) {
      assertEquals(0, shot.code(x, 60), elevation + " degrees, column " + x);
    }
  }
}
