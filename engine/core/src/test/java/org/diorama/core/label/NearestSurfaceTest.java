package org.diorama.core.label;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.FloatBuffer;
import java.util.OptionalDouble;
import org.diorama.core.geometry.PinholeCamera;
import org.junit.jupiter.api.Test;

class NearestSurfaceTest {
  private static final PinholeCamera CAMERA = new PinholeCamera(3, 2, 2, 4, 1.5, 0.5);

  /** A pixel aside is farther along its ray than its depth says. */
  @Test
  void alongTheRaysOfPixels() {
    float[] depths = {4, 9, 5, 0, 8, 3};
    NearestSurface nearest =
        new NearestSurface(
            IdImage.of("121", "022").pieces(), id -> id < 3, FloatBuffer.wrap(depths), CAMERA);
    assertEquals(4 * Math.sqrt(1 + 0.25), nearest.distance(1).getAsDouble(), 1e-12);
    assertEquals(3 * Math.sqrt(1 + 0.25 + 0.0625), nearest.distance(2).getAsDouble(), 1e-12);
    assertEquals(OptionalDouble.empty(), nearest.distance(3));
  }
}
