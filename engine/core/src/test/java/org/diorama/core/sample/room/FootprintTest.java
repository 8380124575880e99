package org.diorama.core.sample.room;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.diorama.core.math.Aabb;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Rotations;
import org.diorama.core.math.Vec3;
import org.junit.jupiter.api.Test;

class FootprintTest {
  /** Two by one meters, one high, the origin off its center. */
  private static final Aabb BOX = new Aabb(new Vec3(0, -0.5, 0), new Vec3(2, 0.5, 1));

  @Test
  void followsTheYaw() {
    Footprint turned = footprint(10, 20, 90, 0);
    assertEquals(0, turned.center().minus(new Vec3(10, 21, 0)).length(), 1e-12);
    assertEquals(1, turned.halfAlong(), 1e-12);
    assertEquals(0.5, turned.halfAcross(), 1e-12);
    assertEquals(0, turned.along().minus(Vec3.UNIT_Y).length(), 1e-12);
    assertEquals(0, turned.bottom(), 1e-12);
    assertEquals(1, turned.top(), 1e-12);
  }

  @Test
  void touchingSidesDoNotConflict() {
    assertConflict(false, footprint(0, 0, 0, 0), footprint(2, 0, 0, 0));
    assertConflict(true, footprint(0, 0, 0, 0), footprint(1.99, 0, 0, 0));
    assertConflict(false, footprint(0, 0, 0, 0), footprint(0, 1, 0, 0));
    assertConflict(true, footprint(0, 0, 0, 0), footprint(0, 0.99, 0, 0));
  }

  @Test
  void aTurnedCornerReachesBetweenAxes() {
    // A diamond whose corner ends 1 cm before, or 1 cm inside, the other's side.
    double reach = Math.sqrt(2) * 1.5 / 2;
    assertConflict(false, footprint(0, 0, 0, 0), diamond(2 + reach + 0.01));
    assertConflict(true, footprint(0, 0, 0, 0), diamond(2 + reach - 0.01));
  }

  @Test
  void boundsOverlapButTurnedBoxesDoNot() {
    // Side by side along a diagonal: their axis-aligned bounds overlap by far.
    double shift = 1.01 * Math.sqrt(0.5);
    assertConflict(false, footprint(0, 0, 45, 0), footprint(shift, -shift, 45, 0));
    assertConflict(true, footprint(0, 0, 45, 0), footprint(0.98 * shift, -0.98 * shift, 45, 0));
  }

  @Test
  void theLargerClearanceCounts() {
    assertConflict(true, footprint(0, 0, 0, 0.5), footprint(2.49, 0, 0, 0));
    assertConflict(true, footprint(0, 0, 0, 0.1), footprint(2.49, 0, 0, 0.5));
    assertConflict(false, footprint(0, 0, 0, 0.5), footprint(2.51, 0, 0, 0.5));
  }

  private static Footprint footprint(double x, double y, double yaw, double clearance) {
    double radians = Rotations.radians(yaw);
    Affine3 pose = Affine3.translation(new Vec3(x, y, 0)).times(Rotations.yaw(radians));
    return Footprint.of(BOX, pose, radians, clearance);
  }

  /** A square of side 1.5 on its corner, centered on the X axis. */
  private static Footprint diamond(double x) {
    double radians = Rotations.radians(45);
    Aabb square = new Aabb(new Vec3(-0.75, -0.75, 0), new Vec3(0.75, 0.75, 1));
    Affine3 pose = Affine3.translation(new Vec3(x, 0, 0)).times(Rotations.yaw(radians));
    return Footprint.of(square, pose, radians, 0);
  }

  private static void assertConflict(boolean expected, Footprint one, Footprint other) {
    assertEquals(expected, one.conflictsWith(other));
    assertEquals(expected, other.conflictsWith(one));
  }
}
