package org.diorama.core.geometry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.diorama.core.math.Vec3;
import org.junit.jupiter.api.Test;

class PinholeCameraTest {
  private static final PinholeCamera CAMERA = new PinholeCamera(640, 480, 320, 300, 320, 240);

  @Test
  void theAxisHitsThePrincipalPoint() {
    assertEquals(new Vec3(0, 0, 1), CAMERA.direction(320, 240));
    assertEquals(320, CAMERA.projectX(new Vec3(0, 0, 7)));
    assertEquals(240, CAMERA.projectY(new Vec3(0, 0, 7)));
  }

  @Test
  void rightIsPlusXAndDownIsPlusY() {
    assertEquals(new Vec3(1, 0.8, 1), CAMERA.direction(640, 480));
    assertEquals(480, CAMERA.projectX(new Vec3(1, 0, 2)));
    assertEquals(390, CAMERA.projectY(new Vec3(0, 1, 2)));
  }

  @Test
  void projectionUndoesDirection() {
    Vec3 point = CAMERA.direction(12.5, 470.25).times(33);
    assertEquals(12.5, CAMERA.projectX(point), 1e-9);
    assertEquals(470.25, CAMERA.projectY(point), 1e-9);
  }
}
