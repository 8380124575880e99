package org.diorama.dataset.coco;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.IntBuffer;
import java.util.Random;
import org.diorama.core.geometry.PixelBox;
import org.diorama.core.render.SilhouetteBits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SilhouetteRunsTest {
  private static SilhouetteBits bits(boolean[] mask, int width, PixelBox box) {
    int perRow = (box.width() + 31) / 32;
    IntBuffer words = IntBuffer.allocate(perRow * box.height());
    for (int y = box.top(); y < box.bottom(); y++) {
      for (int x = box.left(); x < box.right(); x++) {
        int column = x - box.left();
        int at = (y - box.top()) * perRow + column / 32;
        words.put(at, words.get(at) | (mask[y * width + x] ? 1 << column % 32 : 0));
      }
    }
    return new SilhouetteBits(box, words);
  }

  @Test
  void aRingKeepsItsHole() {
    boolean[] ring = {true, true, true, true, false, true, true, true, true};
    RunLengths runs = SilhouetteRuns.of(bits(ring, 3, new PixelBox(0, 0, 3, 3)), 3, 3);
    assertArrayEquals(new int[] {0, 4, 1, 4}, runs.counts());
  }

  @Test
  void aSinglePixelInEachCorner() {
    for (int at : new int[] {0, 4, 10, 14}) {
      boolean[] mask = new boolean[15];
      mask[at] = true;
      RunLengths runs = SilhouetteRuns.of(bits(mask, 5, new PixelBox(0, 0, 5, 3)), 5, 3);
      assertArrayEquals(mask, runs.toMask());
      assertEquals(1, runs.area());
    }
  }

  @Test
  void nothingOfWhatCannotBeSeen() {
    SilhouetteBits none = new SilhouetteBits(PixelBox.EMPTY, IntBuffer.allocate(0));
    assertArrayEquals(new int[] {15}, SilhouetteRuns.of(none, 5, 3).counts());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void agreesWithEveryPixel(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 100; i++) {
      int width = 1 + random.nextInt(80);
      int height = 1 + random.nextInt(12);
      int left = random.nextInt(width);
      int top = random.nextInt(height);
      PixelBox box =
          new PixelBox(
              left,
              top,
              left + 1 + random.nextInt(width - left),
              top + 1 + random.nextInt(height - top));
      boolean[] mask = new boolean[width * height];
      int rarity = 1 + random.nextInt(4);
      for (int y = box.top(); y < box.bottom(); y++) {
        for (int x = box.left(); x < box.right(); x++) {
          mask[y * width + x] = random.nextInt(4) < rarity;
        }
      }
      RunLengths runs = SilhouetteRuns.of(bits(mask, width, box), width, height);
      assertArrayEquals(mask, runs.toMask(), "seed " + seed);
    }
  }
}
