package org.diorama.core.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class RotationsTest {
  private static final double EPSILON = 1e-12;
  private static final double QUARTER = Math.PI / 2;

  /** What no function is called for has the same bits, signs of zeros included. */
  @Test
  void noTurnIsWhatBothFunctionsMakeOfIt() {
    for (double none : new double[] {0.0, -0.0}) {
      double s = StrictMath.sin(none);
      double c = StrictMath.cos(none);
      double[] turn = Rotations.yaw(none).toRows();
      double[] expected = {
        c, 0 - s, 0 + s * 0, 0, 0 + s, c, 0 - s * 0, 0, 0 - s * 0, 0 + s * 0, 1, 0
      };
      for (int i = 0; i < 12; i++) {
        assertEquals(expected[i], turn[i], none + ", " + i);
      }
    }
  }

  @Test
  void degrees() {
    assertEquals(Math.PI, Rotations.radians(180), 0);
    assertEquals(-QUARTER, Rotations.radians(-90), 0);
  }

  @Test
  void quarterTurnsAreRightHanded() {
    assertNear(Vec3.UNIT_Y, Rotations.yaw(QUARTER).transformPoint(Vec3.UNIT_X));
    assertNear(Vec3.UNIT_Z, Rotations.aboutAxis(Vec3.UNIT_X, QUARTER).transformPoint(Vec3.UNIT_Y));
    assertNear(Vec3.UNIT_X, Rotations.aboutAxis(Vec3.UNIT_Y, QUARTER).transformPoint(Vec3.UNIT_Z));
  }

  @Test
  void yawComesBeforePitchBeforeRoll() {
    Affine3 rotation = Rotations.yawPitchRoll(QUARTER, QUARTER, QUARTER);
    // Roll takes own Y to own Z; pitch takes own Z to own X; yaw takes X to world Y.
    assertNear(Vec3.UNIT_Y, rotation.transformPoint(Vec3.UNIT_Y));
    assertNear(Vec3.UNIT_Z.negate(), rotation.transformPoint(Vec3.UNIT_X));
  }

  @Test
  void directions() {
    assertNear(Vec3.UNIT_X, Rotations.direction(0, 0));
    assertNear(Vec3.UNIT_Y, Rotations.direction(QUARTER, 0));
    assertNear(Vec3.UNIT_Z, Rotations.direction(1.234, QUARTER));
    double half = Math.sqrt(0.5);
    assertNear(new Vec3(-0.5, -0.5, half), Rotations.direction(-3 * QUARTER / 2, QUARTER / 2));
  }

  @Test
  void cameraLooksAlongYawAndPitchWithUpUp() {
    Vec3 eye = new Vec3(1, 2, 3);
    Affine3 camera = Rotations.camera(eye, QUARTER, 0, 0);
    assertNear(eye, camera.translation());
    assertNear(Vec3.UNIT_Y, camera.transformDirection(Vec3.UNIT_Z));
    assertNear(Vec3.UNIT_X, camera.transformDirection(Vec3.UNIT_X));
    assertNear(Vec3.UNIT_Z.negate(), camera.transformDirection(Vec3.UNIT_Y));
  }

  @Test
  void cameraPitchesUpAndRollsClockwise() {
    Affine3 up = Rotations.camera(Vec3.ZERO, 0, QUARTER / 2, 0);
    double half = Math.sqrt(0.5);
    assertNear(new Vec3(half, 0, half), up.transformDirection(Vec3.UNIT_Z));
    // A quarter roll clockwise: the camera's right points to where down was.
    Affine3 rolled = Rotations.camera(Vec3.ZERO, 0, 0, QUARTER);
    assertNear(Vec3.UNIT_Z.negate(), rolled.transformDirection(Vec3.UNIT_X));
  }

  @RepeatedTest(50)
  void lookAtAgreesWithAnglesAndIsRigid(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    Vec3 eye = new Vec3(random.nextGaussian(), random.nextGaussian(), random.nextGaussian());
    double yaw = random.nextDouble() * 6;
    double pitch = (random.nextDouble() - 0.5) * 3;
    Vec3 target = eye.plus(Rotations.direction(yaw, pitch).times(5));
    Affine3 looking = Rotations.lookAt(eye, target);
    Affine3 turned = Rotations.camera(eye, yaw, pitch, 0);
    for (Vec3 axis : new Vec3[] {Vec3.UNIT_X, Vec3.UNIT_Y, Vec3.UNIT_Z}) {
      assertNear(turned.transformDirection(axis), looking.transformDirection(axis));
      assertEquals(1, looking.transformDirection(axis).length(), EPSILON);
    }
    assertEquals(1, looking.determinant(), EPSILON);
  }

  @Test
  void lookingStraightDownIsDefined() {
    Affine3 down = Rotations.lookAt(new Vec3(0, 0, 5), Vec3.ZERO);
    assertNear(Vec3.UNIT_Z.negate(), down.transformDirection(Vec3.UNIT_Z));
    assertNear(Vec3.UNIT_Y.negate(), down.transformDirection(Vec3.UNIT_Y));
    assertEquals(1, down.determinant(), EPSILON);
    assertThrows(
        IllegalArgumentException.class, () -> Rotations.lookAt(Vec3.ONE, new Vec3(1, 1, 1)));
  }

  @Test
  void focalLength() {
    assertEquals(320, Rotations.focalLength(640, QUARTER), 1e-9);
    assertEquals(50 * Math.sqrt(3), Rotations.focalLength(100, Math.PI / 3), 1e-9);
  }

  private static void assertNear(Vec3 expected, Vec3 actual) {
    assertEquals(0, actual.minus(expected).length(), EPSILON, expected + " against " + actual);
  }
}
