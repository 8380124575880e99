package org.diorama.opengl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Rotations;
import org.diorama.core.math.Vec3;
import org.diorama.core.render.Effect;
import org.diorama.core.sample.SampledLighting;
import org.diorama.core.weather.SampledWeather;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Shadows that are hard to get right, against geometry: fences, thin walls, a sun at 3 degrees. */
class HardShadowTest {
  private static final double EV = 14;
  private static final long SEED = 20261129;
  private static final PinholeCamera CAMERA = new PinholeCamera(64, 48, 60, 60, 32, 24);

  /** From -X, where nothing else shines. */
  private static SampledLighting sun(double elevation, double angularDiameter) {
    return sun(180, elevation, angularDiameter);
  }

  private static SampledLighting sun(double azimuth, double elevation, double angularDiameter) {
    return new SampledLighting(
        Optional.of(
            new SampledLighting.Sun(
                Rotations.direction(Math.toRadians(azimuth), Math.toRadians(elevation)),
                LinearColor.WHITE.times(60_000),
                angularDiameter)),
        LampLab.NIGHT.sky());
  }

  /** Luminance of the floor where the sun shines. */
  private static double lambert(double elevation) {
    return 60_000 * StrictMath.sin(Math.toRadians(elevation)) * LampLab.ALBEDO / Math.PI;
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

  /** A wall or sheet stands on the floor: from its foot on there is no light behind it. */
  @ParameterizedTest
  @CsvSource({
    "1, 0.0001", "3, 0.0001", "15, 0.0001", "50, 0.0001",
    "1, 0.01", "3, 0.01", "15, 0.01", "50, 0.01",
    "1, 0.02", "3, 0.02", "15, 0.02", "50, 0.02"
  })
  void aThinWallStandsOnTheFloor(double elevation, double thickness) {
    LampLab lab = fromAbove(0, 10);
    lab.box(new Vec3(-0.5 * thickness, 0, 0), new Vec3(thickness, 3, 0.5));
    double lambert = lambert(elevation);
    LampLab.Shot shot = lab.shoot(LampLab.exposure(lambert, 0.2), sun(elevation, 0.0093));
    double shadow = 50 / StrictMath.tan(Math.toRadians(elevation));
    for (int y = 0; y < 120; y++) {
      for (int x = 201; x < Math.min(400, 200 + 0.9 * shadow); x++) {
        assertEquals(0, shot.code(x, y), elevation + " degrees, at " + x + ", " + y);
      }
      for (int x = 100; x < 198; x++) {
        double seen = shot.luminance(x, y);
        assertTrue(seen > 0.97 * lambert, seen + " of " + lambert + " at " + x + ", " + y);
      }
    }
  }

  /** A sheet that lies on the floor is as thin as a texel of the map, or a few. */
  @ParameterizedTest
  @CsvSource({"3, 0.0005", "3, 0.001", "3, 0.002", "3, 0.004", "3, 0.01", "20, 0.01", "45, 0.01"})
  void aThinSheetThrowsItsShadow(double elevation, double thickness) {
    LampLab lab = fromAbove(0, 10);
    lab.box(new Vec3(-0.5, 0, 0), new Vec3(1, 3, thickness));
    LampLab.Shot shot = lab.shoot(LampLab.exposure(lambert(elevation), 0.2), sun(elevation, 0));
    double lit = shot.luminance(380, 60);
    double dark = 0;
    for (int x = 200; x < 300; x++) {
      dark += 1 - shot.luminance(x, 60) / lit;
    }
    double expected = 100 * thickness / StrictMath.tan(Math.toRadians(elevation));
    assertEquals(expected, dark, 0.5, "pixels in shadow");
  }

  /**
   * Nothing convex shades what the sun shines on: with shadows drawn, a ball of facets, a box and
   * the ground, each alone, look as they do without, under a sun from anywhere.
   */
  @Test
  void convexThingsDoNotShadeThemselves() {
    Random random = new Random(SEED);
    for (int i = 0; i < 48; i++) {
      SampledLighting light = sun(random.nextDouble(360), random.nextDouble(0.5, 89), 0.0093);
      for (String asset : List.of("floor", "box", "ball")) {
        Affine3 turned =
            asset.equals("floor")
                ? Affine3.scaling(new Vec3(500, 500, 1))
                : Rotations.lookAt(Vec3.ZERO, direction(random));
        Affine3 pose = Rotations.lookAt(direction(random).times(3), Vec3.ZERO);
        LampLab lab = new LampLab().clear().camera(CAMERA, pose).add(asset, turned);
        assertUnshaded(lab, light, asset + " under sun " + i + " of seed " + SEED);
      }
    }
  }

  private static Vec3 direction(Random random) {
    return Rotations.direction(random.nextDouble(2 * Math.PI), random.nextDouble(0.1, 1.4));
  }

  /** But at outlines, where a pixel may show the back of what ends there. */
  private static void assertUnshaded(LampLab lab, SampledLighting light, String what) {
    LampLab.Shot bare = lab.shoot(EV - 1, light, SampledWeather.CLEAR, Effect.SUN_SHADOWS);
    LampLab.Shot shot = lab.shoot(EV - 1, light);
    for (int y = 1; y < 47; y++) {
      for (int x = 1; x < 63; x++) {
        if (shot.shows(x - 1, y) && shot.shows(x + 1, y)) {
          double expected = bare.luminance(x, y);
          String where = what + ", at " + x + ", " + y;
          assertEquals(expected, shot.luminance(x, y), 0.02 * expected + 20, where);
        }
      }
    }
  }
}
