package org.diorama.core.sample.motion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.PathCurve;
import org.diorama.core.math.Rotations;
import org.diorama.core.math.Vec3;
import org.diorama.core.math.WaypointCurve;
import org.diorama.core.scene.MotionDescription.AtEnd;
import org.junit.jupiter.api.Test;

class MotionTest {
  /** At (1, 2, 3), heading along +Y. */
  private static final Affine3 START =
      Affine3.translation(new Vec3(1, 2, 3)).times(Rotations.yaw(StrictMath.PI / 2));

  @Test
  void nothingHasMovedAtTheStart() {
    assertSame(START, new Motion.Steady(Vec3.ONE, true, 1).at(START, 0));
    assertSame(START, new Motion.Orbit(Vec3.ZERO, 1, true).at(START, 0));
    assertTrue(new Motion.Steady(Vec3.ZERO, true, 0).isStill());
  }

  @Test
  void velocityTimesTimeAlongOwnOrTheParentsAxes() {
    Vec3 velocity = new Vec3(2, 0, 0.5);
    assertNear(new Vec3(1, 8, 4.5), new Motion.Steady(velocity, true, 0).at(START, 3));
    assertNear(new Vec3(7, 2, 4.5), new Motion.Steady(velocity, false, 0).at(START, 3));
    assertNear(new Vec3(1, 0, 2.5), new Motion.Steady(velocity, true, 0).at(START, -1));
  }

  /** A steady speed and turn rate are a circle of radius v / ω around the point to the left. */
  @Test
  void speedAndTurnRateAreACircle() {
    double rate = 0.5;
    Motion turning = new Motion.Steady(new Vec3(3, 0, 0), true, rate);
    Vec3 center = new Vec3(1 - 3 / rate, 2, 3);
    for (double seconds = -4; seconds < 20; seconds += 0.7) {
      Affine3 pose = turning.at(START, seconds);
      Vec3 arm = pose.translation().minus(center);
      assertEquals(3 / rate, arm.length(), 1e-12);
      Vec3 heading = pose.transformDirection(Vec3.UNIT_X);
      assertEquals(0, heading.dot(arm.normalize()), 1e-12);
      assertEquals(1, Vec3.UNIT_Z.cross(arm.normalize()).dot(heading), 1e-12);
    }
    assertNear(START.translation(), turning.at(START, 2 * Math.PI / rate));
  }

  @Test
  void anOrbitComesBackAfterItsPeriodAndKeepsItsSide() {
    Vec3 center = new Vec3(-2, 2, 7);
    Motion orbit = new Motion.Orbit(center, 2 * Math.PI / 8, true);
    assertNear(new Vec3(-2, 5, 3), orbit.at(START, 2));
    assertNear(new Vec3(-5, 2, 3), orbit.at(START, 4));
    assertNear(START.translation(), orbit.at(START, 8));
    assertNear(new Vec3(-2, -1, 3), orbit.at(START, -2));
    Vec3 heading = orbit.at(START, 2).transformDirection(Vec3.UNIT_X);
    assertEquals(0, heading.minus(Vec3.UNIT_X.negate()).length(), 1e-12);
    Vec3 kept = new Motion.Orbit(center, 1, false).at(START, 2).transformDirection(Vec3.UNIT_X);
    assertEquals(0, kept.minus(Vec3.UNIT_Y).length(), 1e-12);
  }

  @Test
  void aWayIsPassedAtItsSpeedAndTurnsAsItDoes() {
    List<Vec3> corners = List.of(Vec3.ZERO, new Vec3(4, 0, 0), new Vec3(4, 4, 1));
    TimedWay way = new TimedWay(WaypointCurve.byChords(corners, false), 2, 0);
    Motion motion = new Motion.Along(way, true);
    assertNear(new Vec3(4, 2, 3), motion.at(START, 1.5));
    Affine3 after = motion.at(START, 3);
    double rest = 2 / Math.sqrt(17);
    assertNear(new Vec3(5, 2 + 4 * rest, 3 + rest), after);
    // The way turned left by 90 degrees, and so did it.
    Vec3 heading = after.transformDirection(Vec3.UNIT_X);
    assertEquals(0, heading.minus(Vec3.UNIT_X.negate()).length(), 1e-12);
    Vec3 kept = new Motion.Along(way, false).at(START, 3).transformDirection(Vec3.UNIT_X);
    assertEquals(0, kept.minus(Vec3.UNIT_Y).length(), 1e-12);
  }

  /** A corner to the left after 10 m: what was to the right of the path still is, 10 m later. */
  @Test
  void alongAPathItKeepsItsOffsetAndItsYaw() {
    PathCurve corner = path(false, false, Vec3.ZERO, new Vec3(10, 0, 1), new Vec3(10, 20, 1));
    double length = Math.sqrt(101);
    Affine3 start = Affine3.translation(new Vec3(4, -2, 3)).times(Rotations.yaw(0.4));
    Motion motion = on(corner, 0.4 * length, 2, AtEnd.STOP);
    assertSame(start, motion.at(start, 0));
    assertNear(new Vec3(5, -2, 3.1), motion.at(start, 0.05 * length));
    Affine3 after = motion.at(start, 0.3 * length + 4);
    assertNear(new Vec3(12, 8, 3.6), after);
    Vec3 heading = after.transformDirection(Vec3.UNIT_X);
    assertEquals(
        0,
        Rotations.yaw(0.4 + StrictMath.PI / 2)
            .transformDirection(Vec3.UNIT_X)
            .minus(heading)
            .length(),
        1e-12);
  }

  @Test
  void reversedItComesTheOtherWay() {
    PathCurve back = path(false, true, Vec3.ZERO, new Vec3(10, 0, 0));
    Affine3 start = Affine3.translation(new Vec3(7, 1, 0));
    assertNear(new Vec3(3, 1, 0), on(back, 3, 2, AtEnd.STOP).at(start, 2));
    assertNear(new Vec3(8, 1, 0), on(back, 3, -2, AtEnd.STOP).at(start, 0.5));
    assertTrue(on(back, 3, 0, AtEnd.STOP).isStill());
  }

  @Test
  void atItsEndItStopsLoopsOrContinues() {
    PathCurve straight = path(false, false, Vec3.ZERO, new Vec3(10, 0, 0));
    Affine3 start = Affine3.translation(new Vec3(6, 0, 0));
    assertNear(new Vec3(10, 0, 0), on(straight, 6, 3, AtEnd.STOP).at(start, 50));
    assertNear(new Vec3(0, 0, 0), on(straight, 6, 3, AtEnd.STOP).at(start, -50));
    assertNear(new Vec3(2, 0, 0), on(straight, 6, 3, AtEnd.LOOP).at(start, 12));
    assertNear(new Vec3(9, 0, 0), on(straight, 6, 3, AtEnd.LOOP).at(start, -9));
    assertNear(new Vec3(156, 0, 0), on(straight, 6, 3, AtEnd.CONTINUE).at(start, 50));
  }

  @Test
  void aClosedPathGoesRoundWhateverIsSaidOfItsEnd() {
    PathCurve square =
        path(true, false, Vec3.ZERO, new Vec3(4, 0, 0), new Vec3(4, 4, 0), new Vec3(0, 4, 0));
    Affine3 start = Affine3.translation(new Vec3(1, 0.5, 0));
    for (AtEnd end : AtEnd.values()) {
      Motion motion = on(square, 1, 2, end);
      assertNear(new Vec3(3, 3.5, 0), motion.at(start, 4));
      assertNear(start.translation(), motion.at(start, 8));
      assertNear(start.translation(), motion.at(start, -8));
    }
  }

  @Test
  void windSwaysInTheUprightPlaneItBlowsInAboutThePlace() {
    double deviation = 0.02;
    Motion sway = new Motion.Sway(Vec3.UNIT_Y, deviation, 2, 0.3);
    assertSame(START, sway.at(START, 0));
    double sum = 0;
    double squares = 0;
    int count = 100_000;
    for (int i = 1; i <= count; i++) {
      Affine3 pose = sway.at(START, 0.037 * i);
      assertNear(START.translation(), pose);
      Vec3 up = pose.transformDirection(Vec3.UNIT_Z);
      assertEquals(0, up.y(), 1e-12);
      assertTrue(up.z() > StrictMath.cos(4 * deviation), "leans by " + up);
      double lean = StrictMath.atan2(up.x(), up.z());
      sum += lean;
      squares += lean * lean;
    }
    double mean = sum / count;
    assertEquals(deviation, StrictMath.sqrt(squares / count - mean * mean), 1e-3 * deviation);
    assertTrue(new Motion.Sway(Vec3.UNIT_Y, 0, 2, 0.3).isStill());
  }

  private static PathCurve path(boolean closed, boolean reverse, Vec3... points) {
    return PathCurve.of(List.of(points), closed, 0, reverse);
  }

  private static Motion on(PathCurve curve, double way, double speed, AtEnd end) {
    return new Motion.OnPath(new PathCurve.Position(curve, way), speed, end);
  }

  private static void assertNear(Vec3 expected, Affine3 pose) {
    assertNear(expected, pose.translation());
  }

  private static void assertNear(Vec3 expected, Vec3 actual) {
    assertEquals(0, actual.minus(expected).length(), 1e-12, expected + " against " + actual);
  }
}
