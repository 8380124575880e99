package org.diorama.core.label.pixel;

import java.util.Arrays;

/**
 * By how many whole pixels the points of a row lie off their own ones, to the nearest, and how many
 * neighbors in a row lie off alike. Between two of them it is the even one.
 */
final class PixelShifts {
  /**
   * Added to a number of less than 2^22, it leaves no bits of a float for what is behind the point.
   */
  private static final float WHOLE = 1.5f * (1 << 23);

  /** So many are held against the first one by one, before it is worth more. */
  private static final int FEW = 16;

  private final float[] columns;
  private final float[] rows;

  PixelShifts(int width) {
    columns = new float[width];
    rows = new float[width];
  }

  /**
   * Finds those of a row.
   *
   * @param right by how many pixels each point lies right of its own one; likewise {@code down}
   */
  void read(float[] right, float[] down) {
    shift(right, columns);
    shift(down, rows);
  }

  private static void shift(float[] by, float[] shifted) {
    for (int x = 0; x < shifted.length; x++) {
      shifted[x] = by[x] + WHOLE;
    }
  }

  /** By how many columns a pixel's point lies further right; beyond any image where it is far. */
  float columns(int x) {
    return columns[x] - WHOLE;
  }

  /** By how many rows it lies further down; likewise. */
  float rows(int x) {
    return rows[x] - WHOLE;
  }

  /**
   * Where the pixels end that lie off like the first one.
   *
   * @param start the first one; {@code limit} is behind the last one
   */
  int end(int start, int limit) {
    float column = columns[start];
    float row = rows[start];
    int few = Math.min(limit, start + FEW);
    for (int x = start + 1; x < few; x++) {
      if (columns[x] != column || rows[x] != row) {
        return x;
      }
    }
    return few == limit ? limit : end(rows, few - 1, end(columns, few - 1, limit));
  }

  private static int end(float[] shifts, int start, int limit) {
    // Each is held against the one before it.
    int equal = Arrays.mismatch(shifts, start + 1, limit, shifts, start, limit - 1);
    return equal < 0 ? limit : start + 1 + equal;
  }
}
