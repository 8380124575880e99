package org.diorama.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Vec3;
import org.diorama.core.render.InstanceCoverage;
import org.diorama.testkit.AnalyticScenes;
import org.diorama.testkit.InMemoryAssets;
import org.diorama.testkit.SolidAngles;
import org.diorama.testkit.TestMeshes;
import org.diorama.testkit.TestScene;
import org.junit.jupiter.api.Test;

/** Truncation against the solid angles of clipped polygons. */
class TruncationTest {
  private static final PinholeCamera CAMERA = AnalyticScenes.CAMERA;

  /** A wall 1.5 m beside the camera, from 2 m behind it to 2.5 m before it. */
  @Test
  void wallThroughTheCameraPlane() {
    assertTruncation(
        List.of(
            new Vec3(1.5, -0.7, -2),
            new Vec3(1.5, -0.7, 4.5),
            new Vec3(1.5, 0.7, 4.5),
            new Vec3(1.5, 0.7, -2)));
  }

  @Test
  void groundUnderTheCamera() {
    assertTruncation(
        List.of(
            new Vec3(-20, 1.5, -20),
            new Vec3(20, 1.5, -20),
            new Vec3(20, 1.5, 20),
            new Vec3(-20, 1.5, 20)));
  }

  @Test
  void sphereAroundTheCamera() {
    double frame =
        SolidAngles.polygon(
            List.of(
                CAMERA.direction(0, 0),
                CAMERA.direction(320, 0),
                CAMERA.direction(320, 240),
                CAMERA.direction(0, 240)));
    Rendering.check(
        AnalyticScenes.insideSphere(Vec3.ZERO),
        view ->
            assertEquals(
                1 - frame / (4 * Math.PI), view.instances().rows().get(0).truncation(), 0.005));
  }

  @Test
  void randomTrianglesAcrossTheFrame() {
    long seed = 20261122;
    Random random = new Random(seed);
    List<List<Vec3>> triangles = new ArrayList<>();
    while (triangles.size() < 40) {
      List<Vec3> corners = List.of(point(random), point(random), point(random));
      double truncation = SolidAngles.truncation(CAMERA, corners);
      if (truncation > 0.02 && truncation < 0.98 && SolidAngles.polygon(corners) > 0.05) {
        triangles.add(corners);
      }
    }
    for (List<Vec3> corners : triangles) {
      assertTruncation(corners);
    }
  }

  private static Vec3 point(Random random) {
    return new Vec3(
        4 * random.nextGaussian(), 4 * random.nextGaussian(), 2 + 4 * random.nextGaussian());
  }

  /** Corners in the camera's frame, of a flat convex polygon. */
  private static void assertTruncation(List<Vec3> corners) {
    float[] positions = new float[9 * (corners.size() - 2)];
    for (int t = 0; t < corners.size() - 2; t++) {
      int[] fan = {0, t + 1, t + 2};
      for (int corner = 0; corner < 3; corner++) {
        for (int axis = 0; axis < 3; axis++) {
          positions[9 * t + 3 * corner + axis] = (float) corners.get(fan[corner]).component(axis);
        }
      }
    }
    InMemoryAssets assets = AnalyticScenes.shapes();
    assets.add("polygon", TestMeshes.triangles(positions), assets.model("box").materials().get(0));
    TestScene scene = new TestScene(assets, new Vec3(5, 6, 7)).camera(CAMERA, Affine3.IDENTITY);
    scene.add("polygon", Affine3.IDENTITY);
    Rendering.check(
        scene,
        view -> {
          InstanceCoverage row = view.instances().rows().get(0);
          double expected = SolidAngles.truncation(CAMERA, corners);
          assertTrue(expected > 0 && expected < 1, "the case crosses the frame: " + expected);
          assertEquals(expected, row.truncation(), 0.005, () -> "corners " + corners);
        });
  }
}
