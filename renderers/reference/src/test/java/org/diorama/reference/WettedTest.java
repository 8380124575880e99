package org.diorama.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Rotations;
import org.diorama.core.math.Vec3;
import org.junit.jupiter.api.Test;

/**
 * Tracks and drops of water belong to what they lie on, and no pixel sees what it can't tell apart.
 */
class WettedTest {
  private static final long SEED = 5;
  private static final Vec3 WALL = Vec3.UNIT_X;

  /** However a thing is moved and turned about the vertical, at one true size. */
  @Test
  void waterMovesWithItsThing() {
    Random random = new Random(SEED);
    for (int i = 0; i < 200; i++) {
      Vec3 point = point(random);
      double yaw = 2 * Math.PI * random.nextDouble();
      Vec3 ahead = Rotations.direction(yaw, 0);
      Vec3 left = new Vec3(-ahead.y(), ahead.x(), 0);
      Affine3 moved = Affine3.ofColumns(ahead, left, Vec3.UNIT_Z, point(random));
      Wetted here = Wetted.at(point, Affine3.IDENTITY, 3);
      Wetted there = Wetted.at(point, moved, 3);
      String what = "seed " + SEED + ", trial " + i;
      assertEquals(0, here.place().minus(there.place()).length(), 1e-9, what);
      double wall = here.wallShare(WALL, 2, 0.01);
      assertEquals(wall, there.wallShare(ahead, 2, 0.01), 1e-6, what);
      Vec3 tilt = here.tilt(Vec3.UNIT_Z, 0.002);
      assertEquals(tilt.dot(Vec3.UNIT_X), there.tilt(Vec3.UNIT_Z, 0.002).dot(ahead), 1e-6, what);
    }
  }

  /** Less than a steepest drop's slope everywhere, level on average, and none for wide pixels. */
  @Test
  void dropsTiltEvenlyAndFadeWithDistance() {
    double last = Double.POSITIVE_INFINITY;
    for (double pixel : new double[] {0.001, 0.01, 0.03, 0.1}) {
      Random random = new Random(SEED);
      Vec3 sum = Vec3.ZERO;
      double squares = 0;
      int count = 20_000;
      for (int i = 0; i < count; i++) {
        Vec3 tilt = Wetted.at(point(random), Affine3.IDENTITY, 1).tilt(Vec3.UNIT_Z, pixel);
        assertTrue(tilt.length() < 0.5, "seed " + SEED + ": " + tilt);
        sum = sum.plus(tilt);
        squares += tilt.dot(tilt);
      }
      double spread = Math.sqrt(squares / count);
      assertEquals(0, sum.length() / count, 0.03 * spread + 1e-12, "pixels of " + pixel);
      assertTrue(spread < last || spread == 0, spread + " after " + last);
      last = spread;
    }
    assertEquals(0, last);
  }

  /** Uneven on a wall, soaked at its foot. */
  @Test
  void wallsAreWetInTracksAndAtTheirFoot() {
    Random random = new Random(SEED);
    int wet = 0;
    int dry = 0;
    for (int i = 0; i < 2000; i++) {
      Wetted wetted = Wetted.at(point(random), Affine3.IDENTITY, 1);
      double share = wetted.wallShare(WALL, 3, 0.01);
      wet += share > 0.7 ? 1 : 0;
      dry += share < 0.25 ? 1 : 0;
      assertEquals(1, wetted.wallShare(WALL, -0.3, 0.01), "seed " + SEED);
    }
    assertTrue(wet > 400 && dry > 400, wet + " of 2000 are wet and " + dry + " dry");
  }

  private static Vec3 point(Random random) {
    return new Vec3(
        20 * random.nextDouble() - 10, 20 * random.nextDouble() - 10, 10 * random.nextDouble());
  }
}
