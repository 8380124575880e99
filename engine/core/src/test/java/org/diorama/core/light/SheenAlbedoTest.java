package org.diorama.core.light;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SheenAlbedoTest {
  private static final int SIZE = SheenAlbedo.SIZE;
  private final SheenAlbedo table = new SheenAlbedo();

  /** The same integral over half vectors in polar angles, and over chance directions of light. */
  @Test
  void isTheIntegralOverTheHalfSphere() {
    Random random = new Random(4);
    for (int roughness = 9; roughness < SIZE; roughness += 7) {
      for (int view = 3; view < SIZE; view += 9) {
        double cosView = (view + 0.5) / SIZE;
        double expected = byChance(random, cosView, (roughness + 0.5) / SIZE);
        String where = "view " + view + ", roughness " + roughness;
        assertEquals(expected, table.entry(view, roughness), 0.01 * expected + 0.001, where);
      }
    }
  }

  private static double byChance(Random random, double cosView, double roughness) {
    double sinView = Math.sqrt(1 - cosView * cosView);
    double inverse = 1 / (roughness * roughness);
    int count = 400_000;
    double sum = 0;
    for (int i = 0; i < count; i++) {
      double z = (i + random.nextDouble()) / count;
      double phi = 2 * Math.PI * random.nextDouble();
      double side = Math.sqrt(1 - z * z);
      double x = side * Math.cos(phi) + sinView;
      double y = side * Math.sin(phi);
      double sine2 = (x * x + y * y) / (x * x + y * y + (z + cosView) * (z + cosView));
      double d = (2 + inverse) * Math.pow(sine2, 0.5 * inverse) / (2 * Math.PI);
      sum += d / (4 * (z + cosView - z * cosView)) * z;
    }
    return sum * 2 * Math.PI / count;
  }

  @Test
  void neverMoreThanAllIsReflectedAndOutlinesShineMost() {
    for (int roughness = 0; roughness < SIZE; roughness++) {
      for (int view = 0; view < SIZE; view++) {
        double share = table.entry(view, roughness);
        assertTrue(share >= 0 && share <= 1, view + ", " + roughness + ": " + share);
      }
      assertTrue(table.entry(1, roughness) > table.entry(SIZE - 1, roughness), "" + roughness);
    }
  }

  @Test
  void betweenEntriesItIsBilinear() {
    assertEquals(table.entry(5, 20), table.at(5.5 / SIZE, 20.5 / SIZE), 1e-6);
    double middle = (table.entry(5, 20) + table.entry(6, 20)) / 2.0;
    assertEquals(middle, table.at(6.0 / SIZE, 20.5 / SIZE), 1e-6);
    assertEquals(table.at(0.5, SheenAlbedo.SMOOTHEST), table.at(0.5, 0), 0);
  }
}
