package org.diorama.core.label.occlusion;

import java.nio.ShortBuffer;
import java.util.Arrays;

/**
 * An instance image as stretches of equal ids, row by row from the top, background too. Buffers are
 * reused: one belongs to one thread at a time.
 */
public final class IdRuns {
  private short[] row = new short[0];
  private int[] rowStarts = {0};
  private int[] starts = new int[1024];
  private char[] ids = new char[1024];
  private int width;
  private int height;
  private int count;

  /**
   * Reads an image; forgets the one before.
   *
   * @param plane unsigned instance ids row by row from index 0, 0 = background; its position is not
   *     moved
   */
  public void scan(ShortBuffer plane, int imageWidth, int imageHeight) {
    width = imageWidth;
    height = imageHeight;
    count = 0;
    row = row.length < width ? new short[width] : row;
    rowStarts = rowStarts.length <= height ? new int[height + 1] : rowStarts;
    for (int y = 0; y < height; y++) {
      rowStarts[y] = count;
      plane.get(y * width, row, 0, width);
      for (int x = 0; x < width; x++) {
        if (x == 0 || row[x] != row[x - 1]) {
          add(x, row[x]);
        }
      }
    }
    rowStarts[height] = count;
  }

  private void add(int start, short id) {
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, 2 * count);
      ids = Arrays.copyOf(ids, 2 * count);
    }
    starts[count] = start;
    ids[count++] = (char) id;
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  /** How many stretches there are. */
  public int count() {
    return count;
  }

  /** The first stretch of a row; of the row below the last one, how many there are. */
  public int firstOf(int y) {
    return rowStarts[y];
  }

  /** Column of a stretch's first pixel. */
  public int start(int run) {
    return starts[run];
  }

  /** Column behind a stretch's last pixel. */
  public int end(int run) {
    return run + 1 < count && starts[run + 1] != 0 ? starts[run + 1] : width;
  }

  public int id(int run) {
    return ids[run];
  }
}
