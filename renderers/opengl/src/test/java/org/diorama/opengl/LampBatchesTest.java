package org.diorama.opengl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import org.diorama.core.light.LampShape;
import org.diorama.core.math.Vec3;
import org.diorama.core.sample.SampledLamp;
import org.diorama.opengl.pass.GpuLayout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However many lamps there are, all of them shine and cast shadows. */
class LampBatchesTest {
  private static final int WIDTH = 64;
  private static final int HEIGHT = 48;
  private static final double EV = 6;
  private static final double LUMEN = 2500;

  /** Lamps at one place light as one of all their light does, batch by batch. */
  @ParameterizedTest
  @ValueSource(ints = {GpuLayout.MOST_LAMPS, GpuLayout.MOST_LAMPS + 8})
  void manyLampsAtOnePlaceAreOne(int count) {
    LampLab.Shot one = shoot(1);
    LampLab.Shot many = shoot(count);
    int dark = 0;
    int lit = 0;
    for (int i = 0; i < WIDTH * HEIGHT; i++) {
      int expected = one.code(i % WIDTH, i / WIDTH);
      assertEquals(expected, many.code(i % WIDTH, i / WIDTH), 1, "pixel " + i);
      dark += expected == 0 ? 1 : 0;
      lit += expected > 100 ? 1 : 0;
    }
    assertTrue(dark > 50 && lit > 500, dark + " pixels in shadow, " + lit + " lit");
  }

  private static LampLab.Shot shoot(int count) {
    LampLab lab = new LampLab().box(new Vec3(0.4, 0, 0), new Vec3(0.1, 0.8, 0.9));
    SampledLamp lamp = lab.above(new LampShape.Point(0.05), 2, LUMEN / count);
    return lab.shoot(EV, Collections.nCopies(count, lamp).toArray(SampledLamp[]::new));
  }
}
