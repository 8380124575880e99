package org.diorama.core.label.pixel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NearestPixelsTest {
  private static final int WIDTH = 97;
  private static final int HEIGHT = 31;
  private static final int OUTSIDE = WIDTH * HEIGHT;

  private final NearestPixels nearest = new NearestPixels(WIDTH, HEIGHT);

  private int[] places(int y, float right, float down) {
    float[] rights = new float[WIDTH];
    float[] downs = new float[WIDTH];
    Arrays.fill(rights, right);
    Arrays.fill(downs, down);
    nearest.find(y, rights, downs);
    return nearest.places();
  }

  private static int place(int x, int y) {
    return x < 0 || x >= WIDTH || y < 0 || y >= HEIGHT ? OUTSIDE : y * WIDTH + x;
  }

  @Test
  void takesWholeAndEvenSteps() {
    assertEquals(place(40, 12), places(12, 0, 0)[40]);
    assertEquals(place(43, 10), places(12, 3.4f, -2.4f)[40]);
    assertEquals(place(42, 12), places(12, 1.5f, 0.5f)[40]);
    assertEquals(place(38, 10), places(12, -2.5f, -1.5f)[40]);
  }

  @Test
  void tellsWhatIsOutside() {
    assertEquals(place(0, 0), places(1, -5, -1)[5]);
    assertEquals(OUTSIDE, places(1, -6, -1)[5]);
    assertEquals(OUTSIDE, places(1, -5, -2)[5]);
    assertEquals(place(WIDTH - 1, HEIGHT - 1), places(HEIGHT - 1, 4, 0)[WIDTH - 5]);
    assertEquals(OUTSIDE, places(HEIGHT - 1, 5, 0)[WIDTH - 5]);
    assertEquals(OUTSIDE, places(HEIGHT - 1, 4, 1)[WIDTH - 5]);
  }

  @Test
  void nothingFarOffIsInside() {
    for (float far = 200; far <= Float.MAX_VALUE; far *= 2) {
      for (float off : new float[] {far, -far, 1.5f * far, -1.5f * far}) {
        assertEquals(OUTSIDE, places(7, off, 0)[11], off + " right");
        assertEquals(OUTSIDE, places(7, 0, off)[11], off + " down");
        assertEquals(OUTSIDE, places(7, off, off)[11], off + " both");
      }
    }
    assertEquals(OUTSIDE, places(7, Float.POSITIVE_INFINITY, 0)[11]);
    assertEquals(OUTSIDE, places(7, 0, Float.NEGATIVE_INFINITY)[11]);
    assertEquals(OUTSIDE, places(7, Float.NaN, 0)[11]);
  }

  @Test
  void isTheNearestOfEach() {
    long seed = 20261129;
    Random random = new Random(seed);
    float[] right = new float[WIDTH];
    float[] down = new float[WIDTH];
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        right[x] = 120 * (random.nextFloat() - 0.5f);
        down[x] = 40 * (random.nextFloat() - 0.5f);
      }
      nearest.find(y, right, down);
      for (int x = 0; x < WIDTH; x++) {
        int column = x + (int) Math.rint(right[x]);
        int row = y + (int) Math.rint(down[x]);
        assertEquals(place(column, row), nearest.places()[x], "seed " + seed + ", " + x + " " + y);
      }
    }
  }
}
