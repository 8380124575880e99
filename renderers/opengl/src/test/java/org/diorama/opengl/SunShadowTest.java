package org.diorama.opengl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Rotations;
import org.diorama.core.math.Vec3;
import org.diorama.core.sample.SampledLighting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sun's shadows against geometry, in a world where nothing else shines. */
class SunShadowTest {
  private static final double EV = 14;

  /** From -X, as high above the horizon as it says. */
  private static SampledLighting sun(double elevation) {
    return sun(180, elevation);
  }

  private static SampledLighting sun(double azimuth, double elevation) {
    return new SampledLighting(
        Optional.of(
            new SampledLighting.Sun(
                Rotations.direction(Math.toRadians(azimuth), Math.toRadians(elevation)),
                LinearColor.WHITE.times(60_000),
                0.0093)),
        LampLab.NIGHT.sky());
  }

  /** A camera straight above, 100 pixels a meter on the floor. */
  private static LampLab fromAbove() {
    PinholeCamera camera = new PinholeCamera(400, 120, 1000, 1000, 200, 60);
    return new LampLab().camera(camera, Rotations.lookAt(new Vec3(0, -1e-4, 10), Vec3.ZERO));
  }

  /**
   * A pole's shadow ends where the ray over its top meets the ground, to the pixel, though the
   * ground goes on to the horizon: 30 km in each direction.
   */
  @ParameterizedTest
  @ValueSource(doubles = {40, 30_000})
  void aPolesShadowIsSharpHoweverFarTheGroundGoes(double ground) {
    double elevation = 35;
    PinholeCamera camera = new PinholeCamera(640, 480, 500, 500, 320, 240);
    Vec3 eye = new Vec3(0, -6, 1.7);
    Affine3 pose = Rotations.lookAt(eye, new Vec3(0.5, 0, 1.2));
    LampLab lab = new LampLab().camera(camera, pose);
    lab.add(
        "floor",
        Affine3.translation(new Vec3(0, 0, -1e-3))
            .times(Affine3.scaling(new Vec3(2 * ground, 2 * ground, 1))));
    double height = 1.2;
    // Its sunlit edge stands at x = 0, where the longest shadow starts.
    lab.box(new Vec3(-0.05, 0, 0), new Vec3(0.1, 0.4, height));
    LampLab.Shot shot = lab.shoot(EV, sun(elevation));
    double reach = height / StrictMath.tan(Math.toRadians(elevation));
    Vec3 tip = pose.inverse().transformPoint(new Vec3(reach, 0, 0));
    int row = (int) camera.projectY(tip);
    double expected = camera.projectX(tip);
    double lit = shot.luminance((int) expected + 30, row);
    assertTrue(lit > 1000, "lit " + lit);
    int column = (int) expected - 12;
    assertEquals(0, shot.code(column, row));
    while (shot.luminance(column, row) < lit / 2) {
      column++;
    }
    // Half of the sun is seen from the tip's pixel.
    assertEquals(expected, column + 0.5, 1.0);
  }

  /** Things stand on the floor: right at its foot a box's shadow begins. */
  @ParameterizedTest
  @ValueSource(doubles = {15, 40, 70})
  void shadowsStartAtTheFoot(double elevation) {
    LampLab lab = fromAbove();
    lab.box(new Vec3(-0.2, 0, 0), new Vec3(0.4, 0.6, 0.5));
    LampLab.Shot shot = lab.shoot(EV, sun(elevation));
    // The box's upper edge at x = 0 hides nothing of the floor from straight above it.
    assertTrue(shot.code(201, 60) <= 3, elevation + ": " + shot.code(201, 60));
    assertTrue(shot.code(203, 60) <= 3, elevation + ": " + shot.code(203, 60));
  }

  /** No light comes through a wall of 10 cm, nor under it. */
  @ParameterizedTest
  @ValueSource(doubles = {4, 20, 50})
  void noLightLeaksThroughAWall(double elevation) {
    LampLab lab = fromAbove();
    lab.box(new Vec3(-0.05, 0, 0), new Vec3(0.1, 30, 3));
    LampLab.Shot shot = lab.shoot(EV, sun(elevation));
    double shadow = 3 / StrictMath.tan(Math.toRadians(elevation));
    int last = (int) Math.min(399, 200 + 100 * shadow - 15);
    for (int x = 201; x <= last; x++) {
      for (int y = 0; y < 120; y++) {
        assertEquals(0, shot.code(x, y), elevation + " degrees, at " + x + ", " + y);
      }
    }
  }

  /**
   * Open ground does not shade itself, near or far, however low the sun: its luminance is Lambert's
   * E sin(h) albedo / π or, by what it mirrors, more.
   */
  @ParameterizedTest
  @ValueSource(doubles = {1, 3, 10, 40})
  void openGroundDoesNotShadeItself(double elevation) {
    PinholeCamera camera = new PinholeCamera(64, 48, 50, 50, 32, 24);
    Affine3 pose = Rotations.lookAt(new Vec3(0, -6, 1.7), new Vec3(0.5, 0, 1.2));
    LampLab lab = new LampLab().camera(camera, pose);
    lab.add(
        "floor",
        Affine3.translation(new Vec3(0, 0, -1e-3))
            .times(Affine3.scaling(new Vec3(60_000, 60_000, 1))));
    double sine = StrictMath.sin(Math.toRadians(elevation));
    double lambert = 60_000 * sine * LampLab.ALBEDO / Math.PI;
    // A fifth of white, where a step of the image is small.
    LampLab.Shot shot = lab.shoot(LampLab.exposure(lambert, 0.2), sun(elevation));
    for (int y = 24; y < 48; y++) {
      for (int x = 0; x < 64; x++) {
        double seen = shot.luminance(x, y);
        assertTrue(seen > 0.97 * lambert, seen + " of " + lambert + " at " + x + ", " + y);
      }
    }
  }

  /** The ground before a kerb's sunlit face is lit up to its foot, where a texel shows both. */
  @Test
  void theFootOfASunlitKerbIsLit() {
    PinholeCamera camera = new PinholeCamera(320, 240, 250, 250, 160, 120);
    Affine3 pose = Rotations.lookAt(new Vec3(-4, -6, 1.7), new Vec3(0.3, 3, 0));
    LampLab lab = new LampLab().camera(camera, pose);
    lab.add(
        "floor",
        Affine3.translation(new Vec3(0, 0, -1e-3)).times(Affine3.scaling(new Vec3(80, 80, 1))));
    lab.box(new Vec3(0.1, 15, 0), new Vec3(0.2, 50, 0.12));
    int before = 0;
    int dark = 0;
    for (int k = 0; k < 8; k++) {
      LampLab.Shot shot = lab.shoot(EV, sun(130 + 12.3 * k, 45 + 2 * k));
      for (int y = 130; y < 240; y++) {
        for (int x = 0; x < 320; x++) {
          Vec3 ray = pose.transformDirection(camera.direction(x + 0.5, y + 0.5));
          double at = -4 - ray.x() * 1.7 / ray.z();
          if (at > -0.1 && at < 0) {
            before++;
            dark += shot.luminance(x, y) < 0.6 * shot.luminance(x - 4, y) ? 1 : 0;
          }
        }
      }
    }
    assertEquals(0, dark, "of " + before + " pixels before the kerb");
  }

  /** Holes of an alpha-tested caster let light through. */
  @Test
  void holesLetLightThrough() {
    LampLab.Shot shot = fromAbove().addLattice(0.5).shoot(EV, sun(45));
    // The lattice's solid half, -0.5 < x < 0, throws its shadow half a meter further.
    assertEquals(0, shot.code(200 + 25, 60));
    assertTrue(shot.code(200 + 75, 60) > 50);
  }
}
