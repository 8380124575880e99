package org.diorama.core.label.pixel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Against a search one by one, on random planes of every width with long and short runs. */
class NeighborChangesTest {
  private static final int ROUNDS = 600;
  private static final int HEIGHT = 3;

  private static ShortBuffer plane(Random random, int width, int seldom) {
    ShortBuffer plane =
        ByteBuffer.allocateDirect(Short.BYTES * width * HEIGHT)
            .order(ByteOrder.nativeOrder())
            .asShortBuffer();
    short last = 0;
    for (int pixel = 0; pixel < width * HEIGHT; pixel++) {
      // Of many bits and of few, the lower and the upper byte alone included.
      int bits = random.nextInt(3) == 0 ? 0xffff : 1 << random.nextInt(16);
      last = random.nextInt(seldom) == 0 ? (short) (random.nextInt() & bits) : last;
      plane.put(pixel, last);
    }
    return plane;
  }

  private static boolean differs(ShortBuffer plane, int pixel) {
    return plane.get(pixel) != plane.get(pixel - 1);
  }

  @Test
  void findsEach() {
    for (long seed = 0; seed < ROUNDS; seed++) {
      Random random = new Random(seed);
      int width = 1 + (int) seed % 141;
      int seldom = 1 + random.nextInt(30);
      ShortBuffer one = plane(random, width, seldom);
      ShortBuffer other = random.nextInt(3) == 0 ? one : plane(random, width, 1 + seldom / 2);
      NeighborChanges changes = new NeighborChanges(one, other, width);
      int[] columns = new int[width];
      for (int y : new int[] {2, 0, 1}) {
        List<Integer> expected = new ArrayList<>();
        for (int x = 1; x < width; x++) {
          if (differs(one, y * width + x) || differs(other, y * width + x)) {
            expected.add(x);
          }
        }
        expected.add(width);
        int count = changes.find(y, columns);
        List<Integer> found = Arrays.stream(columns, 0, count).boxed().toList();
        assertEquals(expected, found, "seed " + seed + ", row " + y);
      }
    }
  }
}
