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
        double cosView = SheenAlbedo.cosView(view);
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

  /** At outlines the bare lobe makes light; limited, it and what is below are 1 together. */
  @Test
  void noLightIsMadeOrLost() {
    Random random = new Random(5);
    for (int i = 0; i < 40; i++) {
      double root = random.nextDouble();
      double cosView = 1e-3 + (1 - 1e-3) * root * root;
      double roughness = SheenAlbedo.SMOOTHEST + 0.8 * random.nextDouble();
      double albedo = table.at(cosView, roughness);
      double lobe = byChance(random, cosView, roughness) * SheenAlbedo.limit(albedo);
      double below = 1 - SheenAlbedo.share(albedo);
      assertEquals(1, lobe + below, 0.01, "cosine " + cosView + ", roughness " + roughness);
    }
    assertEquals(1.95, table.at(0.002, SheenAlbedo.SMOOTHEST), 0.02, "of the bare lobe");
  }

  @Test
  void outlinesShineMost() {
    for (int roughness = 0; roughness < SIZE; roughness++) {
      for (int view = 1; view < SIZE; view++) {
        double share = SheenAlbedo.share(table.entry(view, roughness));
        double outer = SheenAlbedo.share(table.entry(view - 1, roughness));
        assertTrue(share >= 0 && share <= outer, view + ", " + roughness + ": " + share);
      }
    }
  }

  @Test
  void betweenEntriesItIsBilinear() {
    assertEquals(table.entry(5, 20), table.at(SheenAlbedo.cosView(5), 20.5 / SIZE), 1e-6);
    double middle = (table.entry(5, 20) + table.entry(6, 20)) / 2.0;
    double root = 5.5 / (SIZE - 1);
    assertEquals(middle, table.at(root * root, 20.5 / SIZE), 1e-6);
    assertEquals(table.entry(SIZE - 1, 20), table.at(1, 20.5 / SIZE), 1e-6);
    assertEquals(table.at(0.5, SheenAlbedo.SMOOTHEST), table.at(0.5, 0), 0);
  }
}
