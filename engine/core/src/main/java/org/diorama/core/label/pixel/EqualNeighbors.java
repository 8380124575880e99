package org.diorama.core.label.pixel;

import java.util.Arrays;

/** How far neighbors in a row of an image are the same, found many at once. */
public final class EqualNeighbors {
  private EqualNeighbors() {}

  /**
   * Where the numbers end that are the same as the first one.
   *
   * @param start of the numbers; {@code limit} is behind the last one
   * @return more than {@code start}, at most {@code limit}
   */
  public static int end(short[] numbers, int start, int limit) {
    // Each is held against the one before it.
    int equal = Arrays.mismatch(numbers, start + 1, limit, numbers, start, limit - 1);
    return equal < 0 ? limit : start + 1 + equal;
  }

  /**
   * Where the vectors of three end that are the same, bit by bit, as the first one.
   *
   * @param start of the first one; {@code limit} is behind the last one
   * @return likewise
   */
  static int endOfVectors(float[] numbers, int start, int limit) {
    int next = start + 3;
    if (next == limit || numbers[next] != numbers[start]) {
      return next;
    }
    int equal = Arrays.mismatch(numbers, next, limit, numbers, start, limit - 3);
    return equal < 0 ? limit : next + equal / 3 * 3;
  }
}
