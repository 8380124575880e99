package org.diorama.opengl.resident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RangeAllocatorTest {
  /** Ranges never overlap, and all freed is one range again. */
  @Test
  void rangesAreDisjointAndMerge() {
    long seed = 11;
    SplittableRandom random = new SplittableRandom(seed);
    RangeAllocator allocator = new RangeAllocator(1000);
    List<int[]> held = new ArrayList<>();
    for (int step = 0; step < 5000; step++) {
      if (random.nextInt(3) > 0) {
        int units = 1 + random.nextInt(60);
        int offset = allocator.allocate(units);
        if (offset < 0 && allocator.capacity() < 4000) {
          allocator.growTo(allocator.capacity() + 500);
        } else if (offset >= 0) {
          for (int[] other : held) {
            assertTrue(
                offset + units <= other[0] || other[0] + other[1] <= offset,
                "overlap, seed " + seed + " step " + step);
          }
          assertTrue(offset + units <= allocator.capacity());
          held.add(new int[] {offset, units});
        }
      } else if (!held.isEmpty()) {
        int[] range = held.remove(random.nextInt(held.size()));
        allocator.free(range[0], range[1]);
      }
    }
    assertEquals(held.stream().mapToInt(range -> range[1]).sum(), allocator.used());
    held.forEach(range -> allocator.free(range[0], range[1]));
    assertEquals(0, allocator.allocate(allocator.capacity()), "seed " + seed);
  }

  @Test
  void aFullRangeSaysSo() {
    RangeAllocator allocator = new RangeAllocator(10);
    assertEquals(0, allocator.allocate(6));
    assertEquals(-1, allocator.allocate(5));
    allocator.growTo(11);
    assertEquals(6, allocator.allocate(5));
  }
}
