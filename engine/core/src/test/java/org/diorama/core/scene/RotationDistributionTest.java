package org.diorama.core.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Rotation;
import org.diorama.core.math.Rotations;
import org.diorama.core.math.Vec3;
import org.diorama.core.random.Statistics;
import org.junit.jupiter.api.Test;

class RotationDistributionTest {
  private static final int DRAWS = 100_000;
  private static final Distribution<Double> TURN = new Distribution.Uniform(0, 360);

  /** Of a uniform rotation the angle has the density (1 - cos a) / π, and images of axes none. */
  @Test
  void uniformRotations() {
    Rotation[] sample = sample(new RotationDistribution.UniformRotation());
    kolmogorov(
        sample,
        q -> 2 * Math.acos(Math.min(1, Math.abs(q.w()))),
        angle -> (angle - Math.sin(angle)) / Math.PI);
    for (Vec3 axis : new Vec3[] {Vec3.UNIT_X, Vec3.UNIT_Y, Vec3.UNIT_Z}) {
      kolmogorov(sample, q -> q.map().transformDirection(axis).z(), z -> (z + 1) / 2);
      kolmogorov(sample, q -> q.map().transformDirection(axis).x(), x -> (x + 1) / 2);
    }
  }

  @Test
  void coneTiltsEvenlyBySolidAngleAndSpins() {
    Vec3 axis = new Vec3(2, -1, 0.5).normalize();
    Rotation[] sample = sample(new RotationDistribution.Cone(axis, 40, TURN));
    double lowest = Math.cos(Math.toRadians(40));
    kolmogorov(
        sample,
        q -> q.map().transformDirection(Vec3.UNIT_Z).dot(axis),
        height -> (height - lowest) / (1 - lowest));
    // Before its turn the object's +X lies where the shortest rotation takes it.
    kolmogorov(
        sample,
        q -> {
          Vec3 up = q.map().transformDirection(Vec3.UNIT_Z);
          Affine3 unspun = Rotation.fromUpTo(up).map();
          Vec3 side = q.map().transformDirection(Vec3.UNIT_X);
          return Math.atan2(
              side.dot(unspun.transformDirection(Vec3.UNIT_Y)),
              side.dot(unspun.transformDirection(Vec3.UNIT_X)));
        },
        angle -> (angle + Math.PI) / (2 * Math.PI));
  }

  @Test
  void aConeOfNoAngleIsItsAxis() {
    for (Vec3 axis : new Vec3[] {Vec3.UNIT_X, Vec3.UNIT_Z, Vec3.UNIT_Z.negate()}) {
      Rotation rotation =
          new RotationDistribution.Cone(axis, 0, new Distribution.Constant<>(0.0))
              .draw(new FixedContext(1, "r", 2));
      Vec3 up = rotation.map().transformDirection(Vec3.UNIT_Z);
      assertEquals(0, up.minus(axis).length(), 1e-12);
    }
  }

  @Test
  void anglesAreThoseOfYawPitchAndRoll() {
    Rotation rotation =
        new RotationDistribution.Angles(constant(30), constant(-50), constant(110))
            .draw(new FixedContext(1, "r", 0));
    double[] expected =
        Rotations.yawPitchRoll(Math.toRadians(30), Math.toRadians(-50), Math.toRadians(110))
            .toRows();
    double[] actual = rotation.map().toRows();
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], actual[i], 1e-12);
    }
  }

  @Test
  void mapsAreRigid() {
    for (Rotation rotation : sample(new RotationDistribution.UniformRotation())) {
      Affine3 map = rotation.map();
      Vec3 x = map.transformDirection(Vec3.UNIT_X);
      Vec3 y = map.transformDirection(Vec3.UNIT_Y);
      Vec3 z = map.transformDirection(Vec3.UNIT_Z);
      assertTrue(x.cross(y).minus(z).length() < 1e-12);
      assertEquals(1, x.length(), 1e-12);
    }
  }

  private static Distribution<Double> constant(double value) {
    return new Distribution.Constant<>(value);
  }

  private static void kolmogorov(
      Rotation[] sample, ToDoubleFunction<Rotation> measure, DoubleUnaryOperator cumulative) {
    Statistics.assertKolmogorov(Stream.of(sample).mapToDouble(measure).toArray(), cumulative);
  }

  private static Rotation[] sample(Distribution<Rotation> distribution) {
    return IntStream.range(0, DRAWS)
        .mapToObj(i -> distribution.draw(new FixedContext(29, "r", i)))
        .toArray(Rotation[]::new);
  }
}
