package org.diorama.scenefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Vec3;
import org.diorama.core.sample.SampledCamera;
import org.diorama.core.sample.frame.FrameSampler;
import org.diorama.core.scene.CameraConstraints;
import org.diorama.core.scene.CameraDescription;
import org.diorama.core.scene.ImageDescription;
import org.diorama.core.scene.SceneDescription;
import org.diorama.core.scene.SequenceDescription;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cameras, rigs, lenses and sequences as authors write them. */
class CamerasTest {
  @TempDir private Path folder;

  @Test
  void namedCamerasComeFirstThenRigsInTheOrderOfTheFile() {
    SceneDescription scene =
        scene(
            """
            cameras:
              front: {at: [0, 0, 1], image: {width: 320}}
              back: {shell: {radius: 2}, stereo: {baseline: 0.1}}
            rigs:
              roof:
                at: [0, 0, 2]
                cameras:
                  lidar_side: {yaw: 90, image: {width: 100, height: 50}}
                  other: {at: [1, 0, 0], constraints: {clearance: 0.5}}
            """);
    assertEquals(
        List.of("front", "back_left", "back_right", "lidar_side", "other"),
        scene.cameras().stream().map(CameraDescription::name).toList());
    assertEquals(
        List.of(
            new ImageDescription(320, 480, 1),
            new ImageDescription(640, 480, 1),
            new ImageDescription(640, 480, 1),
            new ImageDescription(100, 50, 1),
            new ImageDescription(640, 480, 1)),
        scene.cameras().stream().map(CameraDescription::image).toList());
    assertEquals(
        List.of("cameras.front", "cameras.back", "cameras.back", "rigs.roof", "rigs.roof"),
        scene.cameras().stream().map(camera -> camera.mount().path()).toList());
    assertEquals(CameraConstraints.NONE, scene.cameras().get(3).constraints());
    assertEquals(new CameraConstraints(Map.of(), 0.5, true), scene.cameras().get(4).constraints());
  }

  @Test
  void aPairIsItsBaselineApartAndSharesOneDrawnPose() {
    SceneDescription scene =
        scene(
            """
            camera:
              at: [{uniform: [-3, 3]}, 2, 1.5]
              look_at: [0, 0, {uniform: [0, 1]}]
              roll: {normal: [0, 5]}
              stereo: {baseline: {uniform: [0.05, 0.3]}}
            """);
    Vec3 before = Vec3.ZERO;
    for (int frame = 0; frame < 50; frame++) {
      List<SampledCamera> pair = new FrameSampler(scene, new SizedFacts()).sample(frame).cameras();
      assertEquals(List.of("left", "right"), pair.stream().map(SampledCamera::name).toList());
      Affine3 left = pose(pair.get(0));
      Affine3 right = pose(pair.get(1));
      // The right eye lies on the left one's +X, and both look the same way to the last bit.
      Vec3 seen = left.inverse().transformPoint(right.translation());
      assertTrue(seen.x() >= 0.05 && seen.x() < 0.3, () -> "baseline " + seen);
      assertEquals(0, Math.hypot(seen.y(), seen.z()), 1e-12);
      assertEquals(left.transformDirection(Vec3.UNIT_Z), right.transformDirection(Vec3.UNIT_Z));
      assertEquals(left.transformDirection(Vec3.UNIT_X), right.transformDirection(Vec3.UNIT_X));
      assertEquals(pair.get(0).pinhole(), pair.get(1).pinhole());
      assertNotEquals(before, left.translation());
      before = left.translation();
    }
  }

  @Test
  void camerasOfARigKeepTheirPlacesInItsFrame() {
    SceneDescription scene =
        scene(
            """
            rigs:
              car:
                at: [10, {uniform: [-3, 3]}, 1]
                yaw: 90
                cameras:
                  ahead: {at: [2, 0, 0.5]}
                  left: {at: [0, 1, 0], yaw: 90}
            """);
    for (int frame = 0; frame < 20; frame++) {
      List<SampledCamera> rig = new FrameSampler(scene, new SizedFacts()).sample(frame).cameras();
      Affine3 ahead = pose(rig.get(0));
      Affine3 left = pose(rig.get(1));
      // The rig looks along +Y: ahead is 2 m along it, left is 1 m towards -X and looks there.
      assertNear(new Vec3(1, 2, 0.5), ahead.translation().minus(left.translation()));
      assertNear(Vec3.UNIT_Y, ahead.transformDirection(Vec3.UNIT_Z));
      assertNear(Vec3.UNIT_X.negate(), left.transformDirection(Vec3.UNIT_Z));
      assertNear(Vec3.UNIT_Z.negate(), left.transformDirection(Vec3.UNIT_Y));
      assertEquals(9, left.translation().x(), 1e-12);
    }
  }

  @Test
  void lensesAreOnePinhole() {
    SceneDescription scene =
        scene(
            """
            image: {width: 800, height: 600}
            cameras:
              angle: {at: [0, 0, 1], fov: 90}
              lens: {at: [0, 0, 1], focal_length: 50}
              small: {at: [0, 0, 1], focal_length: 4, sensor: 6.4, image: {width: 1280}}
              pixels: {at: [0, 0, 1], intrinsics: {fx: 700.5, fy: 701.25, cx: 390}}
            """);
    List<PinholeCamera> pinholes =
        new FrameSampler(scene, new SizedFacts())
            .sample(0).cameras().stream().map(SampledCamera::pinhole).toList();
    assertEquals(400, pinholes.get(0).focalX(), 1e-9);
    // 800 pixels show 36 mm: 50 mm are 800 · 50 / 36 pixels.
    assertEquals(800 * 50 / 36.0, pinholes.get(1).focalX(), 1e-9);
    assertEquals(pinholes.get(1).focalX(), pinholes.get(1).focalY());
    assertEquals(new PinholeCamera(1280, 600, 800, 800, 640, 300), pinholes.get(2));
    assertEquals(new PinholeCamera(800, 600, 700.5, 701.25, 390, 300), pinholes.get(3));
  }

  @Test
  void aSequenceHasItsTimes() {
    assertEquals(
        new SequenceDescription(24, 30, 0),
        scene("sequence: {length: 24}\ncamera: {at: [0, 0, 1]}").sequence());
    assertEquals(
        new SequenceDescription(3, 10, 0.1),
        scene("sequence: {length: 3, fps: 10, shutter: 0.1}\ncamera: {at: [0, 0, 1]}").sequence());
    assertEquals(SequenceDescription.STILL, scene("camera: {at: [0, 0, 1]}").sequence());
  }

  @Test
  void addingACameraChangesNoDraw() {
    String one = "cameras:\n  a: {shell: {radius: {uniform: [1, 2]}}, fov: {uniform: [30, 60]}}\n";
    SampledCamera alone = new FrameSampler(scene(one), new SizedFacts()).sample(4).cameras().get(0);
    String two = one + "  b: {shell: {radius: {uniform: [1, 2]}}}\n";
    List<SampledCamera> both = new FrameSampler(scene(two), new SizedFacts()).sample(4).cameras();
    assertEquals(alone, both.get(0));
    assertNotEquals(alone.worldFromCamera(), both.get(1).worldFromCamera());
  }

  @Test
  void aCameraOnItsWayLooksAlongItOrAtItsTarget() {
    SceneDescription scene =
        scene(
            """
            cameras:
              along: {trajectory: {points: [[0, 0, 1], [4, 0, 1], [4, 4, 1]], speed: 2}}
              at: {trajectory: {points: [[0, 0, 1], [4, 0, 1]], times: [0, 8]}, look_at: [2, 5, 1]}
            sequence: {length: 4, fps: 1}
            """);
    FrameSampler sampler = new FrameSampler(scene, new SizedFacts());
    Affine3 before = pose(sampler.sample(1).cameras().get(0));
    assertNear(new Vec3(2, 0, 1), before.translation());
    assertNear(Vec3.UNIT_X, before.transformDirection(Vec3.UNIT_Z));
    Affine3 after = pose(sampler.sample(3).cameras().get(0));
    assertNear(new Vec3(4, 2, 1), after.translation());
    assertNear(Vec3.UNIT_Y, after.transformDirection(Vec3.UNIT_Z));
    Affine3 watching = pose(sampler.sample(2).cameras().get(1));
    assertNear(new Vec3(1, 0, 1), watching.translation());
    assertNear(new Vec3(1, 5, 0).normalize(), watching.transformDirection(Vec3.UNIT_Z));
  }

  private SceneDescription scene(String cameras) {
    SceneDescription scene =
        SceneText.scene(folder, "version: 1\nname: cameras\nobjects: {}\n" + cameras);
    assertEquals(Optional.empty(), scene.cameras().get(0).mount().carrier());
    return scene;
  }

  private static Affine3 pose(SampledCamera camera) {
    return camera.worldFromCamera().atLabelInstant();
  }

  private static void assertNear(Vec3 expected, Vec3 actual) {
    assertEquals(0, actual.minus(expected).length(), 1e-12, expected + " against " + actual);
  }
}
