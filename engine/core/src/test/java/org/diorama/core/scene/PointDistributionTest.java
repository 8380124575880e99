package org.diorama.core.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.diorama.core.math.Aabb;
import org.diorama.core.math.Vec3;
import org.diorama.core.random.Statistics;
import org.junit.jupiter.api.Test;

class PointDistributionTest {
  private static final int DRAWS = 100_000;

  @Test
  void boxIsEvenByVolume() {
    Vec3[] sample = sample(new PointDistribution.Box(new Vec3(-1, 2, 5), new Vec3(1, 6, 5)));
    kolmogorov(sample, Vec3::x, x -> (x + 1) / 2);
    kolmogorov(sample, Vec3::y, y -> (y - 2) / 4);
    uncorrelated(sample, Vec3::x, Vec3::y);
    assertTrue(Stream.of(sample).allMatch(point -> point.z() == 5));
  }

  @Test
  void shellIsEvenByVolumeAndDirection() {
    Vec3 around = new Vec3(1, 2, 3);
    Vec3[] sample = sample(new PointDistribution.Shell(around, 1, 2, 0, 360, -90, 90));
    kolmogorov(sample, p -> p.minus(around).length(), r -> (r * r * r - 1) / 7);
    // Archimedes: heights on a sphere are uniform.
    kolmogorov(sample, p -> p.minus(around).normalize().z(), z -> (z + 1) / 2);
    kolmogorov(sample, p -> azimuth(p.minus(around)), a -> a / 360);
    uncorrelated(sample, Vec3::x, Vec3::y);
  }

  @Test
  void shellKeepsItsDirectionsAndOneRadiusIsASphere() {
    Vec3[] sample = sample(new PointDistribution.Shell(Vec3.ZERO, 3, 3, 30, 120, 30, 90));
    kolmogorov(sample, p -> p.z() / 3, z -> (z - 0.5) / 0.5);
    kolmogorov(sample, PointDistributionTest::azimuth, a -> (a - 30) / 90);
    for (Vec3 point : sample) {
      assertEquals(3, point.length(), 1e-12);
    }
  }

  @Test
  void diskIsEvenByAreaAndLiesInItsPlane() {
    Vec3 normal = new Vec3(1, -2, 2).normalize();
    Vec3 center = new Vec3(5, 0, -1);
    Vec3[] sample = sample(new PointDistribution.Disk(center, 1, 3, normal));
    kolmogorov(sample, p -> p.minus(center).length(), r -> (r * r - 1) / 8);
    Vec3 across = normal.cross(Vec3.UNIT_X).normalize();
    kolmogorov(
        sample,
        p -> Math.atan2(p.minus(center).dot(across), p.minus(center).dot(across.cross(normal))),
        a -> (a + Math.PI) / (2 * Math.PI));
    for (Vec3 point : sample) {
      assertEquals(0, point.minus(center).dot(normal), 1e-12);
    }
  }

  /** An L of three unit squares: each square and each quarter of it has its share. */
  @Test
  void polygonIsEvenByArea() {
    for (boolean reversed : new boolean[] {false, true}) {
      List<Vec3> corners =
          Stream.of("00", "20", "21", "11", "12", "02")
              .map(at -> new Vec3(at.charAt(0) - '0', at.charAt(1) - '0', 0.25))
              .toList();
      List<Vec3> turn =
          reversed ? IntStream.range(0, 6).mapToObj(i -> corners.get(5 - i)).toList() : corners;
      Vec3[] sample = sample(PointPolygon.of(turn).orElseThrow());
      long[] counts = new long[12];
      for (Vec3 point : sample) {
        int square = point.y() >= 1 ? 2 : point.x() >= 1 ? 1 : 0;
        int quarter = (int) (point.x() * 2 % 2) + 2 * (int) (point.y() * 2 % 2);
        counts[4 * square + quarter]++;
        assertTrue(point.x() >= 0 && point.y() >= 0 && (point.x() <= 1 || point.y() <= 1));
        assertEquals(0.25, point.z());
      }
      double[] even = new double[12];
      Arrays.fill(even, 1 / 12.0);
      Statistics.assertChiSquare(counts, even);
    }
  }

  @Test
  void aTriangleIsEvenByArea() {
    Vec3[] sample =
        sample(
            PointPolygon.of(List.of(Vec3.ZERO, new Vec3(3, 0, 0), new Vec3(0, 2, 0)))
                .orElseThrow());
    kolmogorov(sample, Vec3::x, x -> 1 - (1 - x / 3) * (1 - x / 3));
    kolmogorov(sample, Vec3::y, y -> 1 - (1 - y / 2) * (1 - y / 2));
  }

  @Test
  void polygonsThatAreNotSimpleAreRefused() {
    assertRefused(0, 0, 1, 0);
    assertRefused(0, 0, 1, 0, 2, 0);
    assertRefused(0, 0, 1, 1, 1, 0, 0, 1);
    assertRefused(0, 0, 2, 0, 1, 0, 1, 1);
    assertRefused(0, 0, 1, 0, 0, 0, 0, 1);
  }

  @Test
  void pathIsEvenByLength() {
    Vec3[] sample =
        sample(
            new PointDistribution.Polyline(
                List.of(Vec3.ZERO, new Vec3(3, 0, 0), new Vec3(3, 0, 0), new Vec3(3, 0, 1))));
    kolmogorov(sample, p -> p.x() + p.z(), s -> s / 4);
    assertTrue(Stream.of(sample).allMatch(p -> p.x() == 3 || p.z() == 0));
  }

  @Test
  void sumsAddAndAxesDrawEachForItself() {
    Distribution<Double> unit = new Distribution.Uniform(0, 1);
    Distribution<Vec3> axes =
        new PointDistribution.Axes(unit, unit, new Distribution.Constant<>(2.0));
    Vec3[] sample =
        sample(
            new PointDistribution.Sum(
                List.of(axes, new Distribution.Constant<>(new Vec3(1, 2, 3)))));
    kolmogorov(sample, Vec3::x, x -> x - 1);
    kolmogorov(sample, Vec3::y, y -> y - 2);
    uncorrelated(sample, Vec3::x, Vec3::y);
    assertEquals(5, sample[0].z());
  }

  @Test
  void boundsHoldEveryDraw() {
    Vec3 a = new Vec3(-1, -2, -3);
    Distribution<Double> span = new Distribution.Uniform(-4, 5);
    List<Distribution<Vec3>> all =
        List.of(
            new Distribution.Constant<>(a),
            new PointDistribution.Axes(span, span, span),
            new PointDistribution.Box(a, Vec3.ONE),
            new PointDistribution.Shell(a, 0, 2, 0, 360, -90, 90),
            new PointDistribution.Disk(a, 0, 2, Vec3.UNIT_Y),
            new PointDistribution.Polyline(List.of(a, Vec3.ONE, Vec3.ZERO)),
            PointPolygon.of(List.of(Vec3.ZERO, Vec3.UNIT_X, Vec3.UNIT_Y)).orElseThrow());
    List<Distribution<Vec3>> more =
        List.of(
            new PointDistribution.Sum(all),
            new Distribution.Cycle<>(all),
            new Distribution.Grid<>(all, 2),
            new Distribution.Reference<>(new Parameter<>("r", all.get(2), Scope.FRAME)));
    for (Distribution<Vec3> points : Stream.concat(all.stream(), more.stream()).toList()) {
      Aabb bounds = PointDistribution.boundsOf(points);
      for (int i = 0; i < 300; i++) {
        Vec3 point = points.draw(new FixedContext(5, "p", i));
        assertEquals(bounds.union(bounds.include(point)), bounds.include(point));
        for (int axis = 0; axis < 3; axis++) {
          assertTrue(point.component(axis) >= bounds.min().component(axis) - 1e-12);
          assertTrue(point.component(axis) <= bounds.max().component(axis) + 1e-12);
        }
      }
    }
  }

  private static void assertRefused(double... flat) {
    List<Vec3> corners =
        IntStream.range(0, flat.length / 2)
            .mapToObj(i -> new Vec3(flat[2 * i], flat[2 * i + 1], 0))
            .toList();
    assertTrue(PointPolygon.of(corners).isEmpty(), corners.toString());
  }

  private static double azimuth(Vec3 direction) {
    double degrees = Math.toDegrees(Math.atan2(direction.y(), direction.x()));
    return degrees < 0 ? degrees + 360 : degrees;
  }

  private static void kolmogorov(
      Vec3[] sample, ToDoubleFunction<Vec3> measure, DoubleUnaryOperator cumulative) {
    Statistics.assertKolmogorov(Stream.of(sample).mapToDouble(measure).toArray(), cumulative);
  }

  private static void uncorrelated(
      Vec3[] sample, ToDoubleFunction<Vec3> one, ToDoubleFunction<Vec3> other) {
    Statistics.assertUncorrelated(
        Stream.of(sample).mapToDouble(one).toArray(),
        Stream.of(sample).mapToDouble(other).toArray());
  }

  private static Vec3[] sample(Distribution<Vec3> distribution) {
    return IntStream.range(0, DRAWS)
        .mapToObj(i -> distribution.draw(new FixedContext(23, "p", i)))
        .toArray(Vec3[]::new);
  }
}
