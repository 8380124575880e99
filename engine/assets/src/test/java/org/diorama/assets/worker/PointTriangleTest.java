package org.diorama.assets.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.diorama.core.math.Vec3;
import org.junit.jupiter.api.Test;

class PointTriangleTest {
  private static final Vec3 A = Vec3.ZERO;
  private static final Vec3 B = new Vec3(4, 0, 0);
  private static final Vec3 C = new Vec3(0, 3, 0);

  @Test
  void faceSideAndCorner() {
    assertEquals(2, PointTriangle.distance(new Vec3(1, 1, 2), A, B, C), 1e-12);
    assertEquals(2, PointTriangle.distance(new Vec3(1, 1, -2), A, B, C), 1e-12);
    assertEquals(5, PointTriangle.distance(new Vec3(2, -3, 4), A, B, C), 1e-12);
    assertEquals(13, PointTriangle.distance(new Vec3(-3, -4, 12), A, B, C), 1e-12);
    assertEquals(
        2.4,
        PointTriangle.distance(A, A, B, C) + PointTriangle.distance(A, B, C, C),
        1e-12,
        "the height above the hypotenuse");
  }

  @Test
  void noSampleOfTheTriangleIsNearer() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      Vec3[] v = new Vec3[4];
      for (int i = 0; i < 4; i++) {
        v[i] = new Vec3(random.nextGaussian(), random.nextGaussian(), random.nextGaussian());
      }
      double distance = PointTriangle.distance(v[3], v[0], v[1], v[2]);
      double nearest = Double.POSITIVE_INFINITY;
      int steps = 60;
      for (int i = 0; i <= steps; i++) {
        for (int j = 0; j <= steps - i; j++) {
          double s = (double) i / steps;
          double t = (double) j / steps;
          Vec3 point = v[0].times(1 - s - t).plus(v[1].times(s)).plus(v[2].times(t));
          nearest = Math.min(nearest, point.minus(v[3]).length());
        }
      }
      assertTrue(distance <= nearest + 1e-12, "seed " + seed + " round " + round);
      assertTrue(nearest - distance < 0.1, "seed " + seed + " round " + round);
    }
  }
}
