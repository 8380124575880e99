package org.diorama.core.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class Affine3Test {
  private static final double EPSILON = 1e-9;

  @Test
  void translationScalingAndTheirOrder() {
    Vec3 point = new Vec3(1, 2, 3);
    Affine3 move = Affine3.translation(new Vec3(10, 20, 30));
    Affine3 stretch = Affine3.scaling(new Vec3(2, 3, 4));
    assertEquals(new Vec3(11, 22, 33), move.transformPoint(point));
    assertEquals(new Vec3(12, 26, 42), move.times(stretch).transformPoint(point));
    assertEquals(new Vec3(22, 66, 132), stretch.times(move).transformPoint(point));
    assertEquals(point, move.transformDirection(point));
    assertEquals(24, stretch.determinant());
    assertEquals(-24, Affine3.scaling(new Vec3(2, -3, 4)).determinant());
  }

  @Test
  void columnsAreWhereAxesGo() {
    Vec3 x = new Vec3(1, 2, 3);
    Vec3 y = new Vec3(4, 5, 6);
    Vec3 z = new Vec3(7, 8, 10);
    Affine3 map = Affine3.ofColumns(x, y, z, new Vec3(-1, -2, -3));
    assertEquals(x, map.transformDirection(Vec3.UNIT_X));
    assertEquals(y, map.transformDirection(Vec3.UNIT_Y));
    assertEquals(z, map.transformDirection(Vec3.UNIT_Z));
    assertEquals(new Vec3(-1, -2, -3), map.translation());
    assertEquals(-3, map.determinant(), EPSILON);
  }

  @RepeatedTest(50)
  void inverseUndoes(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    Affine3 map = random(random);
    Vec3 point = vector(random);
    assertNear(point, map.inverse().transformPoint(map.transformPoint(point)));
    assertNear(point, map.times(map.inverse()).transformPoint(point));
    assertEquals(1, map.determinant() * map.inverse().determinant(), EPSILON);
  }

  @RepeatedTest(50)
  void productIsComposition(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    Affine3 a = random(random);
    Affine3 b = random(random);
    Vec3 point = vector(random);
    assertNear(a.transformPoint(b.transformPoint(point)), a.times(b).transformPoint(point));
  }

  @RepeatedTest(50)
  void normalsStayPerpendicular(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    Affine3 map = random(random);
    Vec3 u = vector(random);
    Vec3 v = vector(random);
    Vec3 normal = map.transformNormal(u.cross(v));
    assertEquals(0, normal.dot(map.transformDirection(u)), EPSILON);
    assertEquals(0, normal.dot(map.transformDirection(v)), EPSILON);
  }

  @Test
  void rowsRoundTrip() {
    Affine3 map = random(new Random(3));
    assertEquals(map, Affine3.ofRows(map.toRows()));
    assertArrayEquals(
        new double[] {1, 0, 0, 7, 0, 1, 0, 8, 0, 0, 1, 9},
        Affine3.translation(new Vec3(7, 8, 9)).toRows());
    assertThrows(IllegalArgumentException.class, () -> Affine3.ofRows(1, 2, 3));
  }

  @Test
  void transposedExchangesRowsAndColumns() {
    Affine3 map = Affine3.ofRows(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
    assertEquals(Affine3.ofRows(1, 5, 9, 0, 2, 6, 10, 0, 3, 7, 11, 0), map.transposed());
  }

  @Test
  void transposedYawIsTheYawBackToTheLastBit() {
    for (int i = -200; i <= 200; i++) {
      assertEquals(Rotations.yaw(-0.05 * i), Rotations.yaw(0.05 * i).transposed());
    }
  }

  @Test
  void singularMapsHaveNoInverse() {
    assertThrows(ArithmeticException.class, () -> Affine3.scaling(new Vec3(1, 0, 1)).inverse());
    assertThrows(
        ArithmeticException.class, () -> Affine3.scaling(new Vec3(1, Double.NaN, 1)).inverse());
  }

  private static Affine3 random(Random random) {
    // Near the identity: well away from singular maps.
    Affine3 rotation =
        Rotations.yawPitchRoll(random.nextDouble(), random.nextDouble(), random.nextDouble());
    Vec3 scale = new Vec3(0.5 + random.nextDouble(), 1, 1.5 + random.nextDouble());
    return Affine3.translation(vector(random)).times(rotation).times(Affine3.scaling(scale));
  }

  private static Vec3 vector(Random random) {
    return new Vec3(random.nextGaussian(), random.nextGaussian(), random.nextGaussian());
  }

  private static void assertNear(Vec3 expected, Vec3 actual) {
    assertEquals(0, actual.minus(expected).length(), EPSILON, expected + " against " + actual);
  }
}
