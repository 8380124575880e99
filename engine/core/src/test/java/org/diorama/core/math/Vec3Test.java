package org.diorama.core.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class Vec3Test {
  private static final Vec3 A = new Vec3(1, 2, 3);
  private static final Vec3 B = new Vec3(-4, 5, 6);

  @Test
  void arithmetic() {
    assertEquals(new Vec3(-3, 7, 9), A.plus(B));
    assertEquals(new Vec3(5, -3, -3), A.minus(B));
    assertEquals(new Vec3(2, 4, 6), A.times(2));
    assertEquals(new Vec3(-4, 10, 18), A.times(B));
    assertEquals(new Vec3(-1, -2, -3), A.negate());
    assertEquals(24, A.dot(B));
    assertEquals(new Vec3(-4, 2, 3), A.min(B));
    assertEquals(new Vec3(1, 5, 6), A.max(B));
  }

  @Test
  void crossIsRightHandedAndPerpendicular() {
    assertEquals(Vec3.UNIT_Z, Vec3.UNIT_X.cross(Vec3.UNIT_Y));
    assertEquals(0, A.cross(B).dot(A));
    assertEquals(0, A.cross(B).dot(B));
  }

  @Test
  void lengthAndDirection() {
    assertEquals(13, new Vec3(3, 4, 12).length());
    assertEquals(1, A.normalize().length(), 1e-15);
    assertEquals(Vec3.ZERO, Vec3.ZERO.normalize());
  }

  @Test
  void components() {
    assertEquals(1, A.component(0));
    assertEquals(2, A.component(1));
    assertEquals(3, A.component(2));
    assertThrows(IndexOutOfBoundsException.class, () -> A.component(3));
    assertTrue(A.isFinite());
    assertFalse(new Vec3(0, Double.NaN, 0).isFinite());
    assertFalse(new Vec3(0, 0, Double.NEGATIVE_INFINITY).isFinite());
  }
}
