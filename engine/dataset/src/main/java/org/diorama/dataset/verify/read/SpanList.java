package org.diorama.dataset.verify.read;

import java.util.Arrays;

/** Spans that come in ascending order; those that touch become one. */
final class SpanList {
  private int[] ends = new int[16];
  private int used;

  void add(int from, int to) {
    if (used > 0 && ends[used - 1] == from) {
      ends[used - 1] = to;
      return;
    }
    if (used + 2 > ends.length) {
      ends = Arrays.copyOf(ends, 2 * ends.length);
    }
    ends[used] = from;
    ends[used + 1] = to;
    used += 2;
  }

  int[] toArray() {
    return Arrays.copyOf(ends, used);
  }
}
