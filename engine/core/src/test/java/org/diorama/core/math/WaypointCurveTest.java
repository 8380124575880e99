package org.diorama.core.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WaypointCurveTest {
  private static final List<Vec3> CORNER =
      List.of(Vec3.ZERO, new Vec3(3, 0, 0), new Vec3(3, 4, 0), new Vec3(3, 4, 12));

  @Test
  void straightPiecesAreThePolyline() {
    WaypointCurve curve = WaypointCurve.byChords(CORNER, false);
    assertEquals(19, curve.length(), 1e-12);
    assertNear(new Vec3(2, 0, 0), curve.point(curve.knotAt(2)), 1e-12);
    assertNear(new Vec3(3, 3, 0), curve.point(curve.knotAt(6)), 1e-12);
    assertNear(new Vec3(3, 4, 6), curve.point(curve.knotAt(13)), 1e-12);
    assertEquals(Vec3.UNIT_X, curve.direction(1));
    assertEquals(Vec3.UNIT_Y, curve.direction(3));
    assertEquals(Vec3.UNIT_Z, curve.direction(100));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void passesEachPointAtItsKnotAndStaysAtItsEnds(boolean smooth) {
    List<Double> knots = List.of(-1.0, 0.5, 2.0, 7.0);
    WaypointCurve curve = WaypointCurve.at(CORNER, knots, smooth);
    for (int i = 0; i < knots.size(); i++) {
      assertNear(CORNER.get(i), curve.point(knots.get(i)), 1e-12);
    }
    assertEquals(CORNER.get(0), curve.point(-5));
    assertEquals(CORNER.get(3), curve.point(8));
  }

  /** The spline reproduces a parabola between inner points: its tangents are exact there. */
  @Test
  void theSplineIsExactForAParabola() {
    List<Vec3> points = new ArrayList<>();
    List<Double> knots = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      points.add(new Vec3(i, i * i, 0));
      knots.add((double) i);
    }
    WaypointCurve curve = WaypointCurve.at(points, knots, true);
    for (double t = 1; t <= 4; t += 0.125) {
      assertNear(new Vec3(t, t * t, 0), curve.point(t), 1e-12);
      assertNear(new Vec3(1, 2 * t, 0).normalize(), curve.direction(t), 1e-12);
    }
    // Arc length of y = x² from 1 to 4 in closed form.
    assertEquals(parabola(4) - parabola(1), lengthBetween(curve, 1, 4), 1e-9);
  }

  /** Equal steps of length are equal steps on the curve, corners of the polygon included. */
  @Test
  void aLengthIsFoundAgain() {
    long seed = 20261122;
    Random random = new Random(seed);
    for (int run = 0; run < 100; run++) {
      List<Vec3> points = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        points.add(new Vec3(random.nextGaussian(), random.nextGaussian(), random.nextGaussian()));
      }
      WaypointCurve curve = WaypointCurve.byChords(points, true);
      double length = random.nextDouble() * curve.length();
      double sum = lengthBetween(curve, 0, curve.knotAt(length));
      assertEquals(length, sum, 1e-4 * curve.length(), "seed " + seed + " run " + run);
      assertNear(points.get(5), curve.point(curve.knotAt(curve.length())), 1e-12);
    }
  }

  @Test
  void repeatedPointsArePassedOverAndOnePointIsNoCurve() {
    List<Vec3> twice = List.of(Vec3.ZERO, Vec3.ZERO, Vec3.UNIT_X, Vec3.UNIT_X);
    assertEquals(1, WaypointCurve.byChords(twice, true).length(), 1e-12);
    assertThrows(
        IllegalArgumentException.class,
        () -> WaypointCurve.byChords(List.of(Vec3.ONE, Vec3.ONE), false));
    assertThrows(
        IllegalArgumentException.class,
        () -> WaypointCurve.at(List.of(Vec3.ONE, Vec3.ZERO), List.of(1.0, 1.0), false));
  }

  private static double parabola(double x) {
    double root = Math.sqrt(1 + 4 * x * x);
    return x * root / 2 + Math.log(2 * x + root) / 4;
  }

  private static double lengthBetween(WaypointCurve curve, double from, double to) {
    double sum = 0;
    int steps = 100_000;
    Vec3 before = curve.point(from);
    for (int i = 1; i <= steps; i++) {
      Vec3 here = curve.point(from + (to - from) * i / steps);
      sum += here.minus(before).length();
      before = here;
    }
    assertTrue(Double.isFinite(sum));
    return sum;
  }

  private static void assertNear(Vec3 expected, Vec3 actual, double tolerance) {
    assertEquals(0, actual.minus(expected).length(), tolerance, expected + " against " + actual);
  }
}
