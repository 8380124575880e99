package org.diorama.opengl.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.SplittableRandom;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Rotations;
import org.diorama.core.math.Vec3;
import org.diorama.opengl.pass.GpuLayout;
import org.junit.jupiter.api.Test;

/** The shaders' single-precision transform, repeated in Java, against double precision. */
class CameraTransformsTest {
  private static final PinholeCamera CAMERA = new PinholeCamera(640, 480, 500, 510, 311, 247);

  @Test
  void projectionKeepsItsDigitsFarFromTheOrigin() {
    long seed = 4;
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 5000; i++) {
      Vec3 far = new Vec3(random.nextDouble(-2e4, 2e4), random.nextDouble(-2e4, 2e4), 0);
      Vec3 eye = far.plus(vector(random, 5));
      Affine3 worldFromCamera = Rotations.lookAt(eye, far);
      Affine3 worldFromObject =
          Affine3.translation(far)
              .times(Rotations.aboutAxis(vector(random, 1).normalize(), random.nextDouble(6)))
              .times(Affine3.scaling(vector(random, 1).plus(new Vec3(1.5, 1.5, 1.5))));
      // Vertices are floats already in the model.
      Vec3 vertex = rounded(vector(random, 2));
      Vec3 exact = worldFromCamera.inverse().transformPoint(worldFromObject.transformPoint(vertex));
      if (exact.z() > 0.5) {
        float[] clip = clip(CameraTransforms.of(worldFromCamera, worldFromObject), vertex);
        double x = (clip[0] / clip[2] + 1) / 2 * CAMERA.width();
        double y = (clip[1] / clip[2] + 1) / 2 * CAMERA.height();
        String what = "seed " + seed + ", case " + i;
        assertEquals(CAMERA.projectX(exact), x, 2e-3, what);
        assertEquals(CAMERA.projectY(exact), y, 2e-3, what);
        assertEquals(exact.z(), clip[2], 2e-6 * exact.z(), what);
      }
    }
  }

  /** A ground of 5 km, with the camera a meter above one of its far corners. */
  @Test
  void aHugeObjectKeepsItsDigitsBesideTheCamera() {
    Affine3 worldFromCamera =
        Rotations.lookAt(new Vec3(2500.123, 2499.877, 1), new Vec3(2500.2, 2502, 0));
    Affine3 ground = Affine3.scaling(new Vec3(5000, 5000, 1));
    float[] clip = clip(CameraTransforms.of(worldFromCamera, ground), new Vec3(0.5, 0.5, 0));
    Vec3 exact = worldFromCamera.inverse().transformPoint(new Vec3(2500, 2500, 0));
    assertEquals(exact.z(), clip[2], 1e-3);
  }

  @Test
  void raysLeadBackToTheObject() {
    Affine3 worldFromCamera = Rotations.lookAt(new Vec3(1e4, 3, 2), new Vec3(1e4, 9, 1));
    Affine3 worldFromObject =
        Affine3.translation(new Vec3(1e4, 9, 1)).times(Affine3.scaling(new Vec3(2, 3, -4)));
    CameraTransforms transforms = CameraTransforms.of(worldFromCamera, worldFromObject);
    ByteBuffer out = buffer(GpuLayout.RAY_BYTES);
    transforms.putRay(out);
    assertEquals(GpuLayout.RAY_BYTES, out.position());
    Vec3 direction = CAMERA.direction(100, 200);
    Vec3 expected =
        worldFromObject.inverse().transformDirection(worldFromCamera.transformDirection(direction));
    for (int axis = 0; axis < 3; axis++) {
      double value =
          out.getDouble(24 * axis) * direction.x()
              + out.getDouble(24 * axis + 8) * direction.y()
              + out.getDouble(24 * axis + 16) * direction.z();
      assertEquals(expected.component(axis), value, 1e-12);
    }
  }

  /** As transform.glsl: clip x, clip y and planar depth. */
  private static float[] clip(CameraTransforms transforms, Vec3 vertex) {
    ByteBuffer out = buffer(GpuLayout.TRANSFORM_BYTES);
    transforms.putTransform(out, CAMERA);
    assertTrue(out.position() == GpuLayout.TRANSFORM_BYTES);
    float[] p = new float[3];
    for (int axis = 0; axis < 3; axis++) {
      float leading = out.getFloat(16 * axis + 12);
      p[axis] = ((float) vertex.component(axis) - leading) - out.getFloat(48 + 4 * axis);
    }
    float[] clip = new float[3];
    for (int row = 0; row < 3; row++) {
      clip[row] =
          out.getFloat(16 * row) * p[0]
              + out.getFloat(16 * row + 4) * p[1]
              + out.getFloat(16 * row + 8) * p[2];
    }
    return clip;
  }

  private static ByteBuffer buffer(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.nativeOrder());
  }

  private static Vec3 vector(SplittableRandom random, double reach) {
    return new Vec3(
        random.nextDouble(-reach, reach),
        random.nextDouble(-reach, reach),
        random.nextDouble(-reach, reach));
  }

  private static Vec3 rounded(Vec3 v) {
    return new Vec3((float) v.x(), (float) v.y(), (float) v.z());
  }
}
