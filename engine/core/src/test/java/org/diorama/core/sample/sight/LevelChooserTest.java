package org.diorama.core.sample.sight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.diorama.core.asset.AssetFact;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.math.Aabb;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Rotations;
import org.diorama.core.math.Vec3;
import org.junit.jupiter.api.Test;

class LevelChooserTest {
  /** On the axis of a narrow camera 1 mm at 10 m spans 0.1 pixels: f = 1000. */
  private static final PinholeCamera NARROW = new PinholeCamera(2, 2, 1000, 1000, 1, 1);

  private static final AssetFact BALL =
      new AssetFact(
          "ball",
          "digest",
          "",
          new Aabb(new Vec3(-1, -1, -1), Vec3.ONE),
          List.of(0.0, 0.002, 0.004, 0.006));

  @Test
  void theCoarsestLevelBelowHalfAPixelIsTaken() {
    // Nearest point of the bounds 9 m away: 0.5 pixels are 4.5 mm.
    assertEquals(2, choose(Vec3.ONE, 10));
    // 11 m: 5.5 mm; 13 m: 6.5 mm; 3 m: 1.5 mm.
    assertEquals(2, choose(Vec3.ONE, 12));
    assertEquals(3, choose(Vec3.ONE, 14));
    assertEquals(0, choose(Vec3.ONE, 4));
  }

  @Test
  void scaleEnlargesTheError() {
    // Twice as large at 14 m: 12 m to the bounds, 6 mm of 8 and 4 mm are too much and just right.
    assertEquals(1, choose(new Vec3(2, 2, 2), 14));
    assertEquals(1, choose(new Vec3(1, 2, 1), 14));
  }

  @Test
  void aCameraInsideTheBoundsSeesTheFinestLevel() {
    assertEquals(0, choose(Vec3.ONE, 0.5));
  }

  @Test
  void theNearestCameraDecides() {
    assertEquals(0, choose(BALL, Vec3.ONE, at(14), at(4)));
  }

  @Test
  void theNearestMomentDecides() {
    // At 14 m level 3 would do, at 12 m level 2: whether the camera or the ball comes nearer.
    List<List<LevelChooser.Eye>> nearing = List.of(List.of(at(14)), List.of(at(12)));
    List<Affine3> still = List.of(Affine3.IDENTITY, Affine3.IDENTITY);
    assertEquals(2, LevelChooser.choose(BALL, Vec3.ONE, still, nearing));
    List<List<LevelChooser.Eye>> fixed = List.of(List.of(at(14)), List.of(at(14)));
    List<Affine3> moving = List.of(Affine3.IDENTITY, Affine3.translation(new Vec3(-2, 0, 0)));
    assertEquals(2, LevelChooser.choose(BALL, Vec3.ONE, moving, fixed));
  }

  @Test
  void aSingleLevelIsTheOnlyChoice() {
    AssetFact one = new AssetFact("one", "digest", "", BALL.bounds(), List.of(0.0));
    assertEquals(0, choose(one, Vec3.ONE, at(1e6)));
  }

  @Test
  void noErrorWithinTheImageReachesHalfAPixel() {
    // Points of the surface moved by the chosen level's error in any direction.
    long seed = 4711;
    Random random = new Random(seed);
    PinholeCamera wide = new PinholeCamera(640, 480, 300, 300, 320, 240);
    int checked = 0;
    for (int i = 0; i < 20_000; i++) {
      Vec3 eye = new Vec3(random.nextGaussian(), random.nextGaussian(), random.nextGaussian());
      eye = eye.normalize().times(2 + 20 * random.nextDouble());
      Vec3 aim = new Vec3(random.nextGaussian(), random.nextGaussian(), random.nextGaussian());
      Affine3 worldFromCamera = Rotations.lookAt(eye, aim);
      LevelChooser.Eye at = LevelChooser.Eye.of(wide, worldFromCamera);
      Affine3 turned = Rotations.yawPitchRoll(i, 2 * i, 3 * i);
      Vec3 scale = new Vec3(0.5 + random.nextDouble(), 1, 0.5 + random.nextDouble());
      int level = LevelChooser.choose(BALL, scale, List.of(turned), List.of(List.of(at)));
      double stretch = Math.max(1, Math.max(scale.x(), scale.z()));
      double error = BALL.levelErrors().get(level) * stretch;
      Vec3 corner =
          turned.times(Affine3.scaling(scale)).transformPoint(BALL.bounds().corner(i % 8));
      Vec3 step = new Vec3(random.nextGaussian(), random.nextGaussian(), random.nextGaussian());
      Vec3 a = worldFromCamera.inverse().transformPoint(corner);
      Vec3 b = worldFromCamera.inverse().transformPoint(corner.plus(step.normalize().times(error)));
      if (a.z() > 0 && inside(wide, a)) {
        checked++;
        double moved =
            Math.hypot(wide.projectX(b) - wide.projectX(a), wide.projectY(b) - wide.projectY(a));
        // A displacement is not infinitesimal: a hundredth covers the second order.
        assertTrue(moved < 0.5 * 1.01, "moved " + moved + ", seed " + seed + ", case " + i);
      }
    }
    assertTrue(checked > 5000, "only " + checked + " cases were inside the image");
  }

  private static boolean inside(PinholeCamera camera, Vec3 point) {
    double x = camera.projectX(point);
    double y = camera.projectY(point);
    return x >= 0 && y >= 0 && x <= camera.width() && y <= camera.height();
  }

  private static int choose(Vec3 scale, double distance) {
    return choose(BALL, scale, at(distance));
  }

  private static int choose(AssetFact fact, Vec3 scale, LevelChooser.Eye... eyes) {
    return LevelChooser.choose(fact, scale, List.of(Affine3.IDENTITY), List.of(List.of(eyes)));
  }

  private static LevelChooser.Eye at(double distance) {
    Affine3 pose = Rotations.lookAt(new Vec3(-distance, 0, 0), new Vec3(100, 0, 0));
    return LevelChooser.Eye.of(NARROW, pose);
  }
}
