package org.diorama.core.collision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.diorama.core.math.Aabb;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Rotations;
import org.diorama.core.math.Vec3;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrientedBoxTest {
  private static final Aabb CUBE = new Aabb(new Vec3(-0.5, -0.5, -0.5), new Vec3(0.5, 0.5, 0.5));

  private static OrientedBox cube(Vec3 center, Affine3 turn) {
    return OrientedBox.of(CUBE, Affine3.translation(center).times(turn));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 10_000})
  void gapsBetweenCubesAreKnown(double far) {
    Vec3 at = new Vec3(far, -far, far);
    double tolerance = 1e-11 + far * 1e-15;
    OrientedBox one = cube(at, Affine3.IDENTITY);
    assertGap(0, one, cube(at.plus(Vec3.UNIT_X), Affine3.IDENTITY), tolerance);
    Vec3 beside = new Vec3(1.25, 0.3, 0);
    assertGap(0.25, one, cube(at.plus(beside), Affine3.IDENTITY), tolerance);
    assertGap(-1, one, one, tolerance);
    // Standing on an edge, its lowest edge touches.
    Affine3 edge = Rotations.aboutAxis(Vec3.UNIT_X, StrictMath.PI / 4);
    Vec3 above = new Vec3(0, 0, 0.5 + StrictMath.sqrt(0.5));
    assertGap(0, one, cube(at.plus(above), edge), tolerance);
    // Standing on a corner, half a space diagonal above.
    Vec3 diagonal = Vec3.ONE.normalize();
    Affine3 corner =
        Rotations.aboutAxis(diagonal.cross(Vec3.UNIT_Z).normalize(), StrictMath.acos(diagonal.z()));
    Vec3 higher = new Vec3(0.1, 0.2, 0.6 + StrictMath.sqrt(0.75));
    assertGap(0.1, one, cube(at.plus(higher), corner), tolerance);
  }

  @Test
  void crossedEdgesAreSeparatedByTheirCrossProductAlone() {
    Affine3 lower = Rotations.aboutAxis(Vec3.UNIT_X, StrictMath.PI / 4);
    Affine3 upper = Rotations.aboutAxis(Vec3.UNIT_Y, StrictMath.PI / 4);
    OrientedBox one = cube(Vec3.ZERO, lower);
    double touching = 2 * StrictMath.sqrt(0.5);
    assertGap(0, one, cube(new Vec3(0, 0, touching), upper), 1e-12);
    assertGap(0.01, one, cube(new Vec3(0, 0, touching + 0.01), upper), 1e-12);
    assertGap(-0.01, one, cube(new Vec3(0, 0, touching - 0.01), upper), 1e-12);
  }

  @Test
  void itAgreesWithWalkingFromBoxToBox() {
    Random random = new Random(7);
    int apart = 0;
    int overlapping = 0;
    for (int i = 0; i < 3000; i++) {
      Affine3 poseA = pose(random);
      Affine3 poseB = pose(random);
      OrientedBox a = OrientedBox.of(CUBE, poseA);
      OrientedBox b = OrientedBox.of(CUBE, poseB);
      for (double width : new double[] {-0.02, 0, 0.02}) {
        assertEquals(a.isApart(b, width), b.isApart(a, width), "seed 7, pair " + i);
      }
      double distance = walk(poseA, poseB);
      String message = "seed 7, pair " + i + ": distance " + distance;
      if (a.isApart(b, 0.02)) {
        apart++;
        assertTrue(distance >= 0.02 - 1e-9, message);
      } else if (!a.isApart(b, -0.02)) {
        overlapping++;
        assertTrue(distance < 1e-3, message);
      }
    }
    assertTrue(apart > 300 && overlapping > 300, apart + " apart, " + overlapping + " overlap");
  }

  /** Where boxes are apart sideways, no level move of less than that lets them meet. */
  @Test
  void whatIsApartSidewaysStaysApartInEveryDirection() {
    Random random = new Random(8);
    int apart = 0;
    int near = 0;
    for (int i = 0; i < 2000; i++) {
      OrientedBox a = OrientedBox.of(CUBE, pose(random));
      Affine3 pose = pose(random);
      boolean free = a.isApartSideways(OrientedBox.of(CUBE, pose), 0.3, 0);
      boolean meets = false;
      for (int turn = 0; turn < 24; turn++) {
        Vec3 move = Rotations.yaw(turn * StrictMath.PI / 12).transformDirection(Vec3.UNIT_X);
        Affine3 moved = Affine3.translation(move.times(0.299)).times(pose);
        meets |= !a.isApart(OrientedBox.of(CUBE, moved), 0);
      }
      apart += free ? 1 : 0;
      near += meets ? 1 : 0;
      assertFalse(free && meets, "seed 8, pair " + i);
    }
    assertTrue(apart > 200 && near > 200, apart + " apart, " + near + " near");
  }

  /** Upwards a touch is enough, and corners count as those of a square. */
  @Test
  void levelBoxesAreApartSidewaysByTheirSides() {
    OrientedBox one = cube(Vec3.ZERO, Affine3.IDENTITY);
    double side = CUBE.size().x();
    OrientedBox beside = cube(new Vec3(side + 0.5, 0.1, 0.1), Affine3.IDENTITY);
    assertTrue(one.isApartSideways(beside, 0.499, 0));
    assertFalse(one.isApartSideways(beside, 0.501, 0));
    OrientedBox above = cube(new Vec3(0.1, 0.1, CUBE.size().z()), Affine3.IDENTITY);
    assertTrue(one.isApartSideways(above, 5, 1e-9));
    OrientedBox across = cube(new Vec3(side + 0.5, side + 0.5, 0), Affine3.IDENTITY);
    assertFalse(one.isApartSideways(across, 0.6, 0), "0.71 m from corner to corner");
  }

  private static void assertGap(
      double expected, OrientedBox one, OrientedBox other, double tolerance) {
    assertTrue(one.isApart(other, expected - tolerance), "nearer than " + expected);
    assertFalse(one.isApart(other, expected + tolerance), "farther than " + expected);
  }

  /** Rigid: the walk projects within a box by clamping. */
  private static Affine3 pose(Random random) {
    Vec3 axis = new Vec3(random.nextGaussian(), random.nextGaussian(), random.nextGaussian());
    Vec3 at = new Vec3(random.nextGaussian(), random.nextGaussian(), random.nextGaussian());
    return Affine3.translation(at.times(0.8))
        .times(Rotations.aboutAxis(axis.normalize(), 6 * random.nextDouble()));
  }

  /** Alternating projections between convex sets: ends at their distance. */
  private static double walk(Affine3 poseA, Affine3 poseB) {
    Affine3 fromA = poseA.inverse();
    Affine3 fromB = poseB.inverse();
    Vec3 point = poseB.translation();
    double distance = 0;
    for (int step = 0; step < 400; step++) {
      Vec3 onA = poseA.transformPoint(clamp(fromA.transformPoint(point)));
      point = poseB.transformPoint(clamp(fromB.transformPoint(onA)));
      distance = point.minus(onA).length();
    }
    return distance;
  }

  private static Vec3 clamp(Vec3 p) {
    return p.max(CUBE.min()).min(CUBE.max());
  }

  @Test
  void theRadiusReachesTheFarthestCorner() {
    Random random = new Random(8);
    for (int i = 0; i < 100; i++) {
      Affine3 skewed = pose(random).times(Affine3.scaling(new Vec3(1, 2, 3))).times(pose(random));
      OrientedBox box = OrientedBox.of(CUBE, skewed);
      double farthest = 0;
      for (int corner = 0; corner < 8; corner++) {
        Vec3 at = skewed.transformPoint(CUBE.corner(corner));
        farthest = Math.max(farthest, at.minus(box.center()).length());
      }
      assertEquals(farthest, box.radius(), 1e-12, "seed 8, box " + i);
    }
  }
}
