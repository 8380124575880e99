package org.diorama.core.label.box;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.FloatBuffer;
import java.nio.ShortBuffer;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.label.occlusion.IdRuns;
import org.junit.jupiter.api.Test;

class NearestSurfaceTest {
  private static final PinholeCamera CAMERA = new PinholeCamera(3, 2, 2, 4, 1.5, 0.5);

  private final IdRuns runs = new IdRuns();
  private final NearestSurface nearest = new NearestSurface();

  private void scan(short[] ids, float[] depth) {
    runs.scan(ShortBuffer.wrap(ids), 3, 2);
    nearest.scan(runs, FloatBuffer.wrap(depth), CAMERA);
  }

  /** A pixel aside is farther along its ray than its depth says. */
  @Test
  void alongTheRaysOfPixels() {
    scan(new short[] {1, 2, 1, 0, 2, 2}, new float[] {4, 9, 5, 0, 8, 3});
    assertEquals(4 * Math.sqrt(1 + 0.25), nearest.distance(1), 1e-12);
    assertEquals(3 * Math.sqrt(1 + 0.25 + 0.0625), nearest.distance(2), 1e-12);
    assertEquals(Double.POSITIVE_INFINITY, nearest.distance(3));
  }

  @Test
  void whatHasLeftIsForgotten() {
    scan(new short[] {1, 2, 1, 0, 2, 2}, new float[] {4, 9, 5, 0, 8, 3});
    scan(new short[] {0, 2, 0, 0, 0, 0}, new float[] {0, 9, 0, 0, 0, 0});
    assertEquals(Double.POSITIVE_INFINITY, nearest.distance(1));
    assertEquals(9, nearest.distance(2), 1e-12);
  }
}
