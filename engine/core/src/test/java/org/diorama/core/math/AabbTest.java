package org.diorama.core.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class AabbTest {
  private static final Aabb BOX = new Aabb(new Vec3(-1, -2, 0), new Vec3(3, 2, 5));

  @Test
  void sizeCenterAndCorners() {
    assertEquals(new Vec3(4, 4, 5), BOX.size());
    assertEquals(new Vec3(1, 0, 2.5), BOX.center());
    assertEquals(new Vec3(-1, -2, 0), BOX.corner(0));
    assertEquals(new Vec3(3, -2, 0), BOX.corner(1));
    assertEquals(new Vec3(-1, 2, 0), BOX.corner(2));
    assertEquals(new Vec3(-1, -2, 5), BOX.corner(4));
    assertEquals(new Vec3(3, 2, 5), BOX.corner(7));
  }

  @Test
  void growsFromEmpty() {
    assertTrue(Aabb.EMPTY.isEmpty());
    Aabb point = Aabb.EMPTY.include(Vec3.ONE);
    assertFalse(point.isEmpty());
    assertEquals(Vec3.ZERO, point.size());
    assertEquals(BOX, Aabb.EMPTY.union(BOX));
    assertEquals(new Aabb(new Vec3(-1, -2, 0), new Vec3(9, 2, 5)), BOX.include(new Vec3(9, 0, 1)));
  }

  @Test
  void aTurnedCubeIsWiderByTheSquareRootOfTwo() {
    Aabb cube = new Aabb(new Vec3(-1, -1, -1), Vec3.ONE);
    Aabb turned = cube.transform(Rotations.yaw(Math.PI / 4));
    assertEquals(2 * Math.sqrt(2), turned.size().x(), 1e-12);
    assertEquals(2 * Math.sqrt(2), turned.size().y(), 1e-12);
    assertEquals(2, turned.size().z(), 1e-12);
  }

  @Test
  void holdsItsTransformedCornersTightly() {
    Affine3 map = Affine3.ofRows(0.3, -2, 0.1, 5, 1.5, 0.2, -0.7, -3, 0, 0.4, 1, 1e4);
    Aabb corners = Aabb.EMPTY;
    for (int corner = 0; corner < 8; corner++) {
      corners = corners.include(map.transformPoint(BOX.corner(corner)));
    }
    assertEquals(corners, BOX.transform(map));
  }
}
