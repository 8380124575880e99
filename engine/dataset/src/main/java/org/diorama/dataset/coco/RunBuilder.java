package org.diorama.dataset.coco;

import java.util.Arrays;

/** Collects the stretches of one mask in column-major order; stretches that touch become one. */
final class RunBuilder {
  private int[] counts = new int[16];
  private int used;
  private int end;

  /**
   * @param from first position of the stretch, not before the last one's end
   * @param to behind its last position
   */
  void add(int from, int to) {
    if (used > 0 && from == end) {
      counts[used - 1] += to - from;
    } else {
      if (used + 3 > counts.length) {
        counts = Arrays.copyOf(counts, counts.length * 2);
      }
      counts[used++] = from - end;
      counts[used++] = to - from;
    }
    end = to;
  }

  boolean isEmpty() {
    return used == 0;
  }

  /** Forgets all stretches; keeps the room. */
  void clear() {
    used = 0;
    end = 0;
  }

  RunLengths build(int width, int height) {
    int rest = Math.multiplyExact(width, height) - end;
    int[] result = Arrays.copyOf(counts, rest > 0 ? used + 1 : used);
    if (rest > 0) {
      result[used] = rest;
    }
    return new RunLengths(width, height, result);
  }
}
