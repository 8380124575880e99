package org.diorama.core.sample.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import java.util.stream.LongStream;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Vec3;
import org.diorama.core.random.Statistics;
import org.diorama.core.sample.FixedFacts;
import org.diorama.core.sample.SampledCamera;
import org.diorama.core.sample.Scenes;
import org.diorama.core.sample.frame.FrameSampler;
import org.diorama.core.scene.CameraDescription;
import org.diorama.core.scene.CameraPose;
import org.diorama.core.scene.Scope;
import org.diorama.core.scene.VectorParameter;
import org.junit.jupiter.api.Test;

class CameraSamplerTest {
  @Test
  void theFieldOfViewSpansTheWidth() {
    SampledCamera camera = sample(fixed(0, 0, 0), 0);
    // 90 degrees across 640 pixels: the focal length is half the width; pixels are square.
    assertEquals(320, camera.pinhole().focalX(), 1e-9);
    assertEquals(camera.pinhole().focalX(), camera.pinhole().focalY());
    assertEquals(320, camera.pinhole().centerX());
    assertEquals(240, camera.pinhole().centerY());
    assertEquals(14, camera.development().exposure().orElseThrow());
    assertEquals("", camera.name());
  }

  @Test
  void aFixedCameraLooksWhereItsAnglesSay() {
    Affine3 pose = pose(sample(fixed(90, -30, 0), 0));
    assertEquals(new Vec3(1, 2, 3), pose.translation());
    assertNear(new Vec3(0, Math.sqrt(0.75), -0.5), pose.transformDirection(Vec3.UNIT_Z));
    assertNear(Vec3.UNIT_X, pose.transformDirection(Vec3.UNIT_X));
  }

  @Test
  void lookAtPutsItsTargetInTheImagesCenter() {
    Vec3 target = new Vec3(-4, 7, 0.5);
    SampledCamera camera = sample(Scenes.lookAt(new Vec3(3, 3, 3), target), 0);
    Vec3 seen = pose(camera).inverse().transformPoint(target);
    assertEquals(320, camera.pinhole().projectX(seen), 1e-9);
    assertEquals(240, camera.pinhole().projectY(seen), 1e-9);
  }

  @Test
  void aShellKeepsItsRadiusAndElevationAndLooksAtItsTarget() {
    Vec3 target = new Vec3(5, -5, 1);
    CameraPose shell =
        new CameraPose.Shell(
            VectorParameter.constant("camera.shell.around", target),
            Scenes.constant("camera.shell.radius", 4),
            Scenes.uniform("camera.shell.azimuth", 0, 360, Scope.FRAME),
            Scenes.constant("camera.shell.elevation", 30));
    double[] azimuths =
        LongStream.range(0, 2000)
            .mapToDouble(
                frame -> {
                  Affine3 pose = pose(sample(shell, frame));
                  Vec3 offset = pose.translation().minus(target);
                  assertEquals(4, offset.length(), 1e-12);
                  assertEquals(2, offset.z(), 1e-12);
                  assertNear(offset.times(-0.25), pose.transformDirection(Vec3.UNIT_Z));
                  return Math.atan2(offset.y(), offset.x());
                })
            .toArray();
    Statistics.assertKolmogorov(azimuths, x -> (x + Math.PI) / (2 * Math.PI));
  }

  @Test
  void aCameraOnItsTargetIsRefused() {
    DioramaException e =
        assertThrows(DioramaException.class, () -> sample(Scenes.lookAt(Vec3.ONE, Vec3.ONE), 0));
    assertEquals(ExitStatus.BAD_INPUT, e.status());
  }

  private static CameraDescription fixed(double yaw, double pitch, double roll) {
    CameraPose at =
        new CameraPose.At(
            VectorParameter.constant("camera.at", new Vec3(1, 2, 3)), Optional.empty());
    return Scenes.camera("", "camera", at, yaw, pitch, roll);
  }

  private static Affine3 pose(SampledCamera camera) {
    return camera.worldFromCamera().atLabelInstant();
  }

  private static SampledCamera sample(CameraPose pose, long frame) {
    return sample(Scenes.camera(pose), frame);
  }

  private static SampledCamera sample(CameraDescription camera, long frame) {
    return new FrameSampler(Scenes.seen(Scenes.scene(1), camera), FixedFacts.BOX)
        .sample(frame)
        .cameras()
        .get(0);
  }

  private static void assertNear(Vec3 expected, Vec3 actual) {
    assertEquals(0, actual.minus(expected).length(), 1e-12, expected + " against " + actual);
  }
}
