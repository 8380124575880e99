package org.diorama.core.label.pixel;

/**
 * The pixels of an image whose centers are nearest to the points of a row, by how far they lie off
 * the centers of their own pixels. Between two of them it is the one an even number of pixels off.
 *
 * <p>Its loops are left so plain that a compiler does several pixels at once, which casts and
 * branches would forbid.
 */
final class NearestPixels {
  /**
   * Added to a number of less than 2^22, it leaves no bits of a float for what is behind the point:
   * those of the sum are its own ones plus the nearest whole number. Of other numbers they are
   * farther off than any image is wide.
   */
  private static final float WHOLE = 1.5f * (1 << 23);

  private static final int WHOLE_BITS = Float.floatToRawIntBits(WHOLE);

  private final int width;
  private final int height;
  private final int[] columns;
  private final float[] sums;
  private final FloatBits bits;
  private final int[] rightBits;
  private final int[] downBits;
  private final int[] places;

  NearestPixels(int width, int height) {
    this.width = width;
    this.height = height;
    columns = new int[width];
    for (int x = 0; x < width; x++) {
      columns[x] = x;
    }
    bits = new FloatBits(width);
    sums = new float[width];
    rightBits = new int[width];
    downBits = new int[width];
    places = new int[width];
  }

  /**
   * Finds those of a row.
   *
   * @param right by how many pixels each point lies right of its own one; likewise {@code down}
   */
  void find(int y, float[] right, float[] down) {
    whole(right, rightBits);
    whole(down, downBits);
    place(y, width, height, columns, rightBits, downBits, places);
  }

  /** Their places in the image, row by row; width × height of points outside of it. */
  int[] places() {
    return places;
  }

  /** The nearest whole numbers plus {@link #WHOLE_BITS}. */
  private void whole(float[] numbers, int[] whole) {
    add(numbers, sums);
    bits.of(sums, whole);
  }

  private static void add(float[] numbers, float[] sums) {
    for (int x = 0; x < sums.length; x++) {
      sums[x] = numbers[x] + WHOLE;
    }
  }

  private static void place(
      int y, int width, int height, int[] columns, int[] right, int[] down, int[] places) {
    int lastColumn = width - 1;
    int lastRow = height - 1;
    int outside = width * height;
    int up = WHOLE_BITS - y;
    for (int x = 0; x < places.length; x++) {
      int column = columns[x] + (right[x] - WHOLE_BITS);
      int row = down[x] - up;
      // All bits where one of them is negative, else none.
      int out = (column | row | (lastColumn - column) | (lastRow - row)) >> 31;
      places[x] = (row * width + column & ~out) | (outside & out);
    }
  }
}
