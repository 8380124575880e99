package org.diorama.core.sky;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Vec3;
import org.junit.jupiter.api.Test;

class HorizonTableTest {
  /** Smooth above and below, with a step between them that no direction near it may blur. */
  @Test
  void horizonIsSharpAndTheRestIsSmooth() {
    SkyRadiance sky =
        d ->
            d.z() < 0
                ? new LinearColor(1 + d.x(), 2, 3 + d.y() * d.z())
                : new LinearColor(100 + 10 * d.y(), 50 + 20 * d.z(), 70 + 5 * d.x() * d.y());
    HorizonTable table = new HorizonTable(sky);
    SplittableRandom random = new SplittableRandom(21);
    for (int k = 0; k < 20_000; k++) {
      double height = k % 2 == 0 ? random.nextDouble(-1, 1) : random.nextDouble(-0.003, 0.003);
      Vec3 direction =
          new Vec3(random.nextDouble(-1, 1), random.nextDouble(-1, 1), height).normalize();
      LinearColor expected = sky.luminance(direction);
      LinearColor found = table.lookup(direction);
      String what = "seed 21, case " + k + ": " + direction;
      // The last centers lie half a texel within the border.
      double scale = direction.z() < 0 ? 1 : 20;
      assertEquals(expected.red(), found.red(), 0.012 * scale, what);
      assertEquals(expected.green(), found.green(), 0.012 * scale, what);
      assertEquals(expected.blue(), found.blue(), 0.012 * scale, what);
    }
  }
}
