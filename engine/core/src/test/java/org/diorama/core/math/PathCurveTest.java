package org.diorama.core.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PathCurveTest {
  private static final List<Vec3> CORNER =
      List.of(Vec3.ZERO, new Vec3(10, 0, 0), new Vec3(10, 20, 0));
  private static final List<Vec3> SQUARE =
      List.of(Vec3.ZERO, new Vec3(8, 0, 0), new Vec3(8, 8, 0), new Vec3(0, 8, 0));

  @Test
  void aRightAngleIsAQuarterOfACircle() {
    PathCurve path = PathCurve.of(CORNER, false, 4, false);
    double arc = Math.PI / 2 * 4;
    assertEquals(6 + arc + 16, path.length(), 1e-12);
    assertNear(new Vec3(3, 0, 0), path.point(3));
    Vec3 middle = new Vec3(6 + 4 * Math.sqrt(0.5), 4 - 4 * Math.sqrt(0.5), 0);
    assertNear(middle, path.point(6 + arc / 2));
    assertNear(new Vec3(Math.sqrt(0.5), Math.sqrt(0.5), 0), path.direction(6 + arc / 2));
    assertNear(new Vec3(10, 4, 0), path.point(6 + arc));
    assertNear(new Vec3(10, 20, 0), path.point(path.length()));
    assertNear(new Vec3(10, 21, 0), path.point(path.length() + 1));
    assertNear(new Vec3(-1, 0, 0), path.point(-1));
  }

  @Test
  void withoutARadiusItIsTheCorners() {
    PathCurve path = PathCurve.of(CORNER, false, 0, false);
    assertEquals(30, path.length(), 0);
    assertNear(new Vec3(10, 5, 0), path.point(15));
    assertNear(Vec3.UNIT_Y, path.direction(10));
  }

  /** A square of 8 m rounded by 4 m is a circle of 4 m: arcs meet in the middle of its sides. */
  @Test
  void arcsTakeHalfASideAtMost() {
    for (double radius : new double[] {4, 100}) {
      PathCurve path = PathCurve.of(SQUARE, true, radius, false);
      assertEquals(8 * Math.PI, path.length(), 1e-9);
      for (double way = -5; way < 60; way += 0.37) {
        assertEquals(4, path.point(way).minus(new Vec3(4, 4, 0)).length(), 1e-9);
        Vec3 across = path.point(way).minus(new Vec3(4, 4, 0));
        assertEquals(0, path.direction(way).dot(across), 1e-9);
      }
    }
  }

  @Test
  void reversedItPassesTheSamePlaces() {
    PathCurve there = PathCurve.of(CORNER, false, 4, false);
    PathCurve back = PathCurve.of(CORNER, false, 4, true);
    for (double way = 0; way <= there.length(); way += 0.71) {
      assertNear(there.point(way), back.point(there.length() - way));
      assertNear(there.direction(way).negate(), back.direction(there.length() - way));
    }
  }

  /** Points as far apart along the path are no farther apart in space, and turn by way / radius. */
  @Test
  void randomPathsAreSteadyInPlaceAndDirection() {
    for (int seed = 0; seed < 40; seed++) {
      Random random = new Random(seed);
      List<Vec3> corners = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        corners.add(new Vec3(9 * i + random.nextDouble(), 9 * random.nextDouble(), i % 2));
      }
      PathCurve path = PathCurve.of(corners, false, 1, false);
      double step = 1e-3;
      for (double way = 0; way + step < path.length(); way += 0.05) {
        double moved = path.point(way + step).minus(path.point(way)).length();
        assertEquals(step, moved, 1e-7 * 10, "seed " + seed + " at " + way);
        double turned = path.direction(way + step).minus(path.direction(way)).length();
        assertEquals(0, turned, 2 * step, "seed " + seed + " at " + way);
      }
    }
  }

  @Test
  void straightCornersAndWaysBackHaveNoArc() {
    List<Vec3> straight = List.of(Vec3.ZERO, new Vec3(1, 0, 0), new Vec3(3, 0, 0));
    assertEquals(3, PathCurve.of(straight, false, 1, false).length(), 1e-12);
    List<Vec3> back = List.of(Vec3.ZERO, new Vec3(2, 0, 0), Vec3.ZERO);
    PathCurve there = PathCurve.of(back, false, 1, false);
    assertEquals(4, there.length(), 1e-12);
    assertNear(new Vec3(-1, 0, 0), there.direction(3));
  }

  @Test
  void aSlopeIsRoundedInItsOwnPlane() {
    PathCurve path =
        PathCurve.of(List.of(Vec3.ZERO, new Vec3(10, 0, 0), new Vec3(10, 0, 10)), false, 2, false);
    assertEquals(16 + Math.PI, path.length(), 1e-12);
    assertNear(new Vec3(8 + Math.sqrt(2), 0, 2 - Math.sqrt(2)), path.point(8 + Math.PI / 2));
    assertNear(Vec3.UNIT_X, path.direction(8 + Math.PI / 2));
  }

  @Test
  void theRadiusTellsPathsApart() {
    PathCurve path = PathCurve.of(CORNER, false, 4, false);
    assertEquals(path, PathCurve.of(CORNER, false, 4, false));
    assertEquals(path.hashCode(), PathCurve.of(CORNER, false, 4, false).hashCode());
    assertNotEquals(path, PathCurve.of(CORNER, false, 5, false));
    assertNotEquals(path, PathCurve.of(CORNER, true, 4, false));
  }

  private static void assertNear(Vec3 expected, Vec3 actual) {
    assertEquals(0, expected.minus(actual).length(), 1e-9, expected + " against " + actual);
  }
}
