package org.diorama.cli.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.label.box.Box3d;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Vec3;
import org.junit.jupiter.api.Test;

class BoxEdgesTest {
  private static final PinholeCamera CAMERA = new PinholeCamera(64, 48, 10, 10, 32, 24);

  private static List<double[]> edges(double depth) {
    Affine3 pose = Affine3.translation(new Vec3(0, 0, depth));
    return BoxEdges.of(new Box3d(new Vec3(2, 2, 2), pose, pose), CAMERA);
  }

  /** Faces at depths 4 and 6: 2.5 and 1.67 pixels from the center. */
  @Test
  void twelveEdgesBetweenTheProjectedCorners() {
    List<double[]> edges = edges(5);
    assertEquals(12, edges.size());
    for (double[] edge : edges) {
      for (int i = 0; i < 4; i++) {
        double off = Math.abs(edge[i] - (i % 2 == 0 ? 32 : 24));
        assertTrue(
            Math.abs(off - 10.0 / 4) < 1e-9 || Math.abs(off - 10.0 / 6) < 1e-9, "off by " + off);
      }
    }
  }

  @Test
  void edgesAreCutBeforeTheCamera() {
    assertEquals(0, edges(-5).size(), "behind the camera there is nothing");
    List<double[]> edges = edges(0);
    assertEquals(8, edges.size(), "the near face lies behind: its four edges are gone");
    for (double[] edge : edges) {
      for (double each : edge) {
        assertTrue(Double.isFinite(each));
      }
    }
  }
}
