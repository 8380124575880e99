package org.diorama.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.diorama.core.math.Vec3;
import org.junit.jupiter.api.Test;

class SolidAnglesTest {
  /** An octant, and a square of side 2 at distance 1: a cube's face. */
  @Test
  void knownAngles() {
    assertEquals(Math.PI / 2, SolidAngles.triangle(Vec3.UNIT_X, Vec3.UNIT_Y, Vec3.UNIT_Z), 1e-12);
    assertEquals(
        4 * Math.PI / 6,
        SolidAngles.polygon(
            List.of(
                new Vec3(-1, -1, 1), new Vec3(1, -1, 1), new Vec3(1, 1, 1), new Vec3(-1, 1, 1))),
        1e-12);
  }

  @Test
  void aQuadHalvedByTheFrameEdge() {
    Vec3 edge = AnalyticScenes.CAMERA.direction(320, 120).normalize();
    Vec3 across = Vec3.UNIT_Y.cross(edge);
    List<Vec3> quad =
        List.of(
            edge.times(5).minus(across).minus(Vec3.UNIT_Y),
            edge.times(5).plus(across).minus(Vec3.UNIT_Y),
            edge.times(5).plus(across).plus(Vec3.UNIT_Y),
            edge.times(5).minus(across).plus(Vec3.UNIT_Y));
    assertEquals(0.5, SolidAngles.truncation(AnalyticScenes.CAMERA, quad), 1e-12);
  }

  @Test
  void insideAndBehind() {
    List<Vec3> triangle = List.of(new Vec3(0, 0, 9), new Vec3(1, 0, 9), new Vec3(0, 1, 9));
    assertEquals(0, SolidAngles.truncation(AnalyticScenes.CAMERA, triangle), 1e-12);
    List<Vec3> behind = triangle.stream().map(Vec3::negate).toList();
    assertEquals(1, SolidAngles.truncation(AnalyticScenes.CAMERA, behind), 1e-12);
  }
}
