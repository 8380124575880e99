package org.diorama.core.label.pixel;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Where a pixel of a row differs from the one before it in one of two planes of 16-bit numbers,
 * found four pixels at a time. It belongs to one thread at a time.
 */
final class NeighborChanges {
  /** The first of four neighbors are the lowest bits, whatever order their own bytes have. */
  private static final VarHandle FOUR =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final int LANES = Long.BYTES / Short.BYTES;

  /** How many more columns than the width may be written. */
  static final int SPARE = LANES;

  private final ByteBuffer one;
  private final ByteBuffer other;
  private final byte[] oneRow;
  private final byte[] otherRow;
  private final int width;

  /**
   * @param one of the planes; {@code other} may be the same
   */
  NeighborChanges(ByteBuffer one, ByteBuffer other, int width) {
    this.one = one;
    this.other = other;
    this.width = width;
    int padded = ((width + LANES - 1) / LANES) * Long.BYTES;
    oneRow = new byte[padded];
    otherRow = new byte[padded];
  }

  /**
   * Finds those of a row.
   *
   * @param columns become theirs, from the left, the width behind the last one; {@link #SPARE}
   *     longer than the width
   * @return how many there are, the width included
   */
  int find(int y, int[] columns) {
    int bytes = Short.BYTES * width;
    one.get(y * bytes, oneRow, 0, bytes);
    other.get(y * bytes, otherRow, 0, bytes);
    // The first pixel is held against itself.
    long oneBefore = (long) FOUR.get(oneRow, 0) & 0xffff;
    long otherBefore = (long) FOUR.get(otherRow, 0) & 0xffff;
    int count = 0;
    for (int at = 0; at < oneRow.length; at += Long.BYTES) {
      long four = (long) FOUR.get(oneRow, at);
      long otherFour = (long) FOUR.get(otherRow, at);
      long changes = four ^ (four << 16 | oneBefore) | otherFour ^ (otherFour << 16 | otherBefore);
      oneBefore = four >>> 48;
      otherBefore = otherFour >>> 48;
      while (changes != 0) {
        int lane = Long.numberOfTrailingZeros(changes) >>> 4;
        columns[count++] = at / Short.BYTES + lane;
        changes &= ~(0xffffL << 16 * lane);
      }
    }
    // What fills the last four up is no pixel.
    while (count > 0 && columns[count - 1] >= width) {
      count--;
    }
    columns[count] = width;
    return count + 1;
  }
}
