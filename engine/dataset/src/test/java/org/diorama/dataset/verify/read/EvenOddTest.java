package org.diorama.dataset.verify.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class EvenOddTest {
  private static Mask rows(String... rows) {
    int height = rows.length;
    boolean[] pixels = new boolean[rows[0].length() * height];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = rows[i % height].charAt(i / height) == '#';
    }
    return Mask.of(rows[0].length(), height, pixels);
  }

  private static Mask fill(double... corners) {
    return EvenOdd.fill(5, 4, corners);
  }

  @Test
  void edgesOfPixelsGiveThesePixels() {
    assertEquals(rows(".....", ".##..", ".##..", "....."), fill(1, 1, 3, 1, 3, 3, 1, 3));
    assertEquals(rows("#####", "#####", "#####", "#####"), fill(0, 0, 0, 4, 5, 4, 5, 0));
    assertEquals(rows(".....", ".....", ".....", "....."), fill());
  }

  /** A seam from the outer edge to the hole, walked there and back, slants across pixels. */
  @Test
  void aSeamEnclosesNothing() {
    assertEquals(
        rows("#####", "#..##", "#..##", "#####"),
        fill(0, 0, 1, 1, 1, 3, 3, 3, 3, 1, 1, 1, 0, 0, 5, 0, 5, 4, 0, 4));
  }

  @Test
  void piecesHangOnSeams() {
    assertEquals(
        rows("#....", ".....", "...##", "...##"),
        fill(0, 0, 1, 0, 3, 2, 5, 2, 5, 4, 3, 4, 3, 2, 1, 0, 1, 1, 0, 1));
  }

  /** Against the number of crossings of a ray from each center to the left. */
  @Test
  void isTheRuleForAnyPolygon() {
    Random random = new Random(20261128);
    for (int n = 0; n < 200; n++) {
      double[] corners = random.doubles(2 * (3 + random.nextInt(6)), -1, 9).toArray();
      boolean[] due = new boolean[8 * 7];
      for (int i = 0; i < due.length; i++) {
        due[i] = isInside(corners, i / 7 + 0.5, i % 7 + 0.5);
      }
      assertEquals(Mask.of(8, 7, due), EvenOdd.fill(8, 7, corners), "polygon " + n);
    }
  }

  private static boolean isInside(double[] p, double x, double y) {
    boolean inside = false;
    for (int i = 0; i < p.length; i += 2) {
      int j = (i + 2) % p.length;
      if (p[i + 1] > y != p[j + 1] > y
          && x > p[i] + (y - p[i + 1]) / (p[j + 1] - p[i + 1]) * (p[j] - p[i])) {
        inside = !inside;
      }
    }
    return inside;
  }
}
