package org.diorama.core.sky;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Vec3;
import org.junit.jupiter.api.Test;

class SphereTableTest {
  private static final SkyRadiance SMOOTH =
      d -> new LinearColor(2 + d.x() + 0.5 * d.y() * d.z(), 1 + d.z() * d.z(), 3 + d.x() * d.y());

  @Test
  void solidAnglesSumToTheSphere() {
    for (int size : new int[] {2, 8, 64, 96, 256}) {
      double sum = 0;
      for (float angle : SolidAngles.of(size)) {
        sum += angle;
      }
      assertEquals(4 * Math.PI, sum, 1e-5, "size " + size);
    }
    // The eight faces of an octahedron, halved.
    assertEquals(Math.PI, SolidAngles.of(2)[0], 1e-6);
  }

  @Test
  void lookupAtATexelsCenterIsTheTexel() {
    SphereTable table = SphereTable.of(SMOOTH, 16);
    for (int j = 0; j < 16; j++) {
      for (int i = 0; i < 16; i++) {
        LinearColor found = table.lookup(SphereTable.direction(16, i, j).times(7));
        assertEquals(table.texel(i, j, 0), found.red(), 1e-5, i + ", " + j);
        assertEquals(table.texel(i, j, 2), found.blue(), 1e-5, i + ", " + j);
      }
    }
  }

  /** Over the map's edges and corners too: a wrong mirroring there is off by tenths. */
  @Test
  void lookupIsCloseToASmoothFunctionEverywhere() {
    SphereTable table = SphereTable.of(SMOOTH, 64);
    SplittableRandom random = new SplittableRandom(4);
    for (int k = 0; k < 20_000; k++) {
      double spread = k % 2 == 0 ? 1 : 0.02;
      Vec3 direction =
          new Vec3(
                  spread * random.nextDouble(-1, 1),
                  spread * random.nextDouble(-1, 1),
                  k % 2 == 0 ? random.nextDouble(-1, 1) : -1)
              .normalize();
      LinearColor expected = SMOOTH.luminance(direction);
      LinearColor found = table.lookup(direction);
      assertEquals(expected.red(), found.red(), 0.02, "seed 4, case " + k + ": " + direction);
      assertEquals(expected.green(), found.green(), 0.02, "seed 4, case " + k);
      assertEquals(expected.blue(), found.blue(), 0.02, "seed 4, case " + k);
    }
  }

  @Test
  void halvingKeepsTheIntegral() {
    SphereTable table = SphereTable.of(SMOOTH, 64);
    double[] whole = integral(table);
    double[] half = integral(table.halved().halved());
    for (int channel = 0; channel < 3; channel++) {
      assertEquals(whole[channel], half[channel], 1e-6 * whole[channel]);
    }
  }

  private static double[] integral(SphereTable table) {
    double[] sum = new double[3];
    for (int j = 0; j < table.size(); j++) {
      for (int i = 0; i < table.size(); i++) {
        for (int channel = 0; channel < 3; channel++) {
          sum[channel] +=
              SolidAngles.of(table.size())[j * table.size() + i] * table.texel(i, j, channel);
        }
      }
    }
    return sum;
  }
}
