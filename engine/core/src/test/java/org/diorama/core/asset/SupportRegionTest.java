package org.diorama.core.asset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.diorama.core.math.Rotations;
import org.diorama.core.math.Vec3;
import org.junit.jupiter.api.Test;

class SupportRegionTest {
  private static final double OPEN = Double.POSITIVE_INFINITY;

  /** Three by two cells of 0.1 by 0.2 from (1, 2): one closed, one low. */
  private static SupportRegion small() {
    return new SupportRegion(1, 2, 0.1, 0.2, 3, new double[] {OPEN, OPEN, 0.5, OPEN, 0, OPEN});
  }

  @Test
  void itKnowsItsMeasures() {
    SupportRegion region = small();
    assertEquals(2, region.rows());
    assertEquals(0.1, region.area(), 1e-12);
    assertEquals(0.3, region.sizeX(), 1e-12);
    assertEquals(0.4, region.sizeY(), 1e-12);
    assertEquals(0.5, region.leastFreeHeight());
    assertEquals(OPEN, region.greatestFreeHeight());
    assertEquals(0.5, region.freeHeightAt(new Vec3(1.25, 2.1, 9)));
    assertEquals(0, region.freeHeightAt(new Vec3(1.15, 2.3, 9)));
    assertEquals(0, region.freeHeightAt(new Vec3(1.35, 2.1, 9)));
    assertEquals(0, region.freeHeightAt(new Vec3(0.99, 2.1, 9)));
  }

  @Test
  void footprintsMayTouchTheBorder() {
    SupportRegion region = small();
    assertTrue(region.covers(rectangle(1, 2, 1.3, 2.2), 0.5));
    assertFalse(region.covers(rectangle(1, 2, 1.3, 2.2), 0.6));
    assertTrue(region.covers(rectangle(1, 2, 1.2, 2.2), 100));
    assertTrue(region.covers(rectangle(1.2, 2, 1.3, 2.4), 0.1));
    assertFalse(region.covers(rectangle(1, 2, 1.3, 2.21), 0));
    assertFalse(region.covers(rectangle(0.99, 2, 1.1, 2.1), 0));
    assertFalse(region.covers(rectangle(1.2, 2, 1.31, 2.1), 0));
    assertFalse(region.covers(rectangle(1, 1.9, 1.1, 2.1), 0));
    assertFalse(region.covers(rectangle(1.2, 2.2, 1.3, 2.41), 0));
    assertTrue(region.covers(rectangle(1.05, 2.1, 1.05, 2.1), 0), "a point");
  }

  @Test
  void coversAgreesWithLookingAtManyPoints() {
    for (long seed = 1; seed <= 20; seed++) {
      Random random = new Random(seed);
      double[] cells = new double[40 * 30];
      for (int i = 0; i < cells.length; i++) {
        cells[i] = random.nextInt(60) == 0 ? random.nextInt(2) * 0.1 : OPEN;
      }
      SupportRegion region = new SupportRegion(-0.2, 0.1, 0.01, 0.013, 40, cells);
      int inside = 0;
      for (int i = 0; i < 2000; i++) {
        Vec3 center =
            new Vec3(0.4 * random.nextDouble() - 0.2, 0.1 + 0.39 * random.nextDouble(), 0);
        Vec3 half = new Vec3(0.05 * random.nextDouble(), 0.03 * random.nextDouble(), 0);
        double yaw = 6 * random.nextDouble();
        double height = random.nextInt(2) * 0.2;
        boolean covered = region.covers(corners(center, half, yaw, 1), height);
        boolean free = allFree(region, center, half, yaw, height);
        assertTrue(free || !covered, "seed " + seed + " footprint " + i + " hangs over");
        // A footprint a little larger than one with a closed point inside cannot be covered; one
        // a little smaller than one without any is, unless it cuts a corner between the points.
        inside += covered ? 1 : 0;
        if (free && !covered) {
          assertFalse(
              allFree(region, center, half.plus(new Vec3(0.002, 0.002, 0)), yaw, height)
                  && region.covers(corners(center, half, yaw, 1.3), height),
              "seed " + seed + " footprint " + i + " was refused inside of a covered one");
        }
      }
      assertTrue(inside > 100, "seed " + seed + " tests something: " + inside);
    }
  }

  private static boolean allFree(
      SupportRegion region, Vec3 center, Vec3 half, double yaw, double height) {
    for (int i = 0; i <= 40; i++) {
      for (int j = 0; j <= 40; j++) {
        Vec3 local =
            new Vec3(half.x() * (i / 20.0 - 1), half.y() * (j / 20.0 - 1), 0).times(1 - 1e-4);
        Vec3 point = center.plus(Rotations.yaw(yaw).transformPoint(local));
        double free = region.freeHeightAt(point);
        if (!(free > 0 && free >= height)) {
          return false;
        }
      }
    }
    return true;
  }

  @Test
  void axisAlignedFootprintsAgreeWithTheCells() {
    Random random = new Random(11);
    double[] cells = new double[20 * 20];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = random.nextInt(12) == 0 ? 0 : 1;
    }
    SupportRegion region = new SupportRegion(0, 0, 1, 1, 20, cells);
    for (int i = 0; i < 20_000; i++) {
      double x0 = 22 * random.nextDouble() - 1;
      double y0 = 22 * random.nextDouble() - 1;
      double x1 = x0 + 4 * random.nextDouble();
      double y1 = y0 + 4 * random.nextDouble();
      boolean expected = x0 >= 0 && y0 >= 0 && x1 <= 20 && y1 <= 20;
      for (int row = (int) Math.floor(y0); expected && row < y1; row++) {
        for (int column = (int) Math.floor(x0); expected && column < x1; column++) {
          expected = cells[row * 20 + column] > 0;
        }
      }
      assertEquals(expected, region.covers(rectangle(x0, y0, x1, y1), 1), "seed 11, " + i);
    }
  }

  @Test
  void pointsAreUniformInArea() {
    SupportRegion region = small();
    Random random = new Random(5);
    int draws = 50_000;
    int[] counts = new int[5 * 16];
    for (int i = 0; i < draws; i++) {
      Vec3 p = region.point(random.nextDouble(), random.nextDouble(), random.nextDouble());
      double column = (p.x() - 1) / 0.1;
      double row = (p.y() - 2) / 0.2;
      assertTrue(region.freeHeightAt(p) > 0);
      int cell = (int) row * 3 + (int) column;
      int part = (int) (4 * (column - (int) column)) + 4 * (int) (4 * (row - (int) row));
      counts[(cell > 4 ? 4 : cell) * 16 + part]++;
    }
    double expected = draws / 80.0;
    double chiSquare = 0;
    for (int count : counts) {
      chiSquare += (count - expected) * (count - expected) / expected;
    }
    assertTrue(chiSquare < 123, "79 degrees of freedom, p = 0.001: " + chiSquare);
  }

  @Test
  void nonsenseIsRefused() {
    double[] one = {1};
    for (double bad : new double[] {0, -1, Double.NaN, OPEN}) {
      assertThrows(IllegalArgumentException.class, () -> new SupportRegion(0, 0, bad, 1, 1, one));
      assertThrows(IllegalArgumentException.class, () -> new SupportRegion(0, 0, 1, bad, 1, one));
    }
    assertThrows(
        IllegalArgumentException.class, () -> new SupportRegion(Double.NaN, 0, 1, 1, 1, one));
    for (int columns : new int[] {0, -1, 2, 129}) {
      assertThrows(
          IllegalArgumentException.class, () -> new SupportRegion(0, 0, 1, 1, columns, one));
    }
    for (double bad : new double[] {0, -1, Double.NaN}) {
      assertThrows(
          IllegalArgumentException.class,
          () -> new SupportRegion(0, 0, 1, 1, 1, new double[] {bad}));
    }
    assertThrows(
        IllegalArgumentException.class,
        () -> new SupportRegion(0, 0, 1, 1, 1, new double[SupportRegion.MAX_SIDE + 1]));
  }

  private static List<Vec3> rectangle(double x0, double y0, double x1, double y1) {
    return List.of(
        new Vec3(x0, y0, 0), new Vec3(x1, y0, 0), new Vec3(x1, y1, 0), new Vec3(x0, y1, 0));
  }

  private static List<Vec3> corners(Vec3 center, Vec3 half, double yaw, double growth) {
    return rectangle(-half.x(), -half.y(), half.x(), half.y()).stream()
        .map(p -> center.plus(Rotations.yaw(yaw).transformPoint(p.times(growth))))
        .toList();
  }
}
