package org.diorama.core.label.pixel;

import java.nio.ShortBuffer;

/**
 * Where a pixel of a row differs from the one before it in one of two planes of 16-bit numbers,
 * found many pixels at a time. It belongs to one thread at a time.
 */
final class NeighborChanges {
  private final ShortBuffer one;
  private final ShortBuffer other;
  private final short[] oneRow;
  private final short[] otherRow;

  /**
   * @param one of the planes; {@code other} may be the same
   */
  NeighborChanges(ShortBuffer one, ShortBuffer other, int width) {
    this.one = one;
    this.other = other;
    oneRow = new short[width];
    otherRow = new short[width];
  }

  /**
   * Finds those of a row.
   *
   * @param columns become theirs, from the left, the width behind the last one
   * @return how many there are, the width included
   */
  int find(int y, int[] columns) {
    int width = oneRow.length;
    one.get(y * width, oneRow);
    other.get(y * width, otherRow);
    int count = 0;
    int oneEnd = 0;
    int otherEnd = 0;
    for (int start = 0; start < width; ) {
      if (oneEnd == start) {
        oneEnd = EqualNeighbors.end(oneRow, start, width);
      }
      if (otherEnd == start) {
        otherEnd = EqualNeighbors.end(otherRow, start, width);
      }
      start = Math.min(oneEnd, otherEnd);
      columns[count++] = start;
    }
    return count;
  }
}
