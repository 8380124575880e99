package org.diorama.dataset.coco;

import java.nio.ShortBuffer;
import java.util.Arrays;

/**
 * Finds the run lengths of every instance of an instance image in one column-major pass. Buffers
 * are reused: one scanner belongs to one thread at a time.
 */
public final class InstanceRuns {
  /** Columns read together: 32 values of two bytes are one cache line. */
  private static final int BAND = 32;

  private static final int IDS = 1 << 16;
  private static final short[] NO_KEYS = {};

  private short[] band = new short[0];
  private final short[] rowPart = new short[BAND];
  private RunBuilder[] builders = new RunBuilder[64];
  private int[] present = new int[64];
  private int presentCount;
  private int width;
  private int height;

  /**
   * Scans an image; forgets the one before.
   *
   * @param plane unsigned instance ids row by row from index 0, 0 = background; its position is not
   *     moved
   */
  public void scan(ShortBuffer plane, int imageWidth, int imageHeight) {
    scan(plane, NO_KEYS, imageWidth, imageHeight);
  }

  /**
   * Scans an image for something else that its ids stand for.
   *
   * @param keys by id what {@link #runs} is asked for, 0 for nothing; of length 0 the ids
   *     themselves
   */
  public void scan(ShortBuffer plane, short[] keys, int imageWidth, int imageHeight) {
    for (int i = 0; i < presentCount; i++) {
      builders[present[i]].clear();
    }
    presentCount = 0;
    width = imageWidth;
    height = imageHeight;
    if (band.length < BAND * height) {
      band = new short[BAND * height];
    }
    for (int left = 0; left < width; left += BAND) {
      int columns = Math.min(BAND, width - left);
      transpose(plane, keys, left, columns);
      scanBand(left * height, columns * height);
    }
    Arrays.sort(present, 0, presentCount);
  }

  private void transpose(ShortBuffer plane, short[] keys, int left, int columns) {
    for (int y = 0; y < height; y++) {
      plane.get(y * width + left, rowPart, 0, columns);
      for (int x = 0; x < columns; x++) {
        short id = rowPart[x];
        band[x * height + y] = keys.length == 0 ? id : key(keys, Short.toUnsignedInt(id));
      }
    }
  }

  private static short key(short[] keys, int id) {
    return id < keys.length ? keys[id] : 0;
  }

  /** Pixels of a band lie in column-major order: runs may go on from one column to the next. */
  private void scanBand(int origin, int count) {
    int start = 0;
    while (start < count) {
      short value = band[start];
      int end = start + 1;
      while (end < count && band[end] == value) {
        end++;
      }
      if (value != 0) {
        builder(Short.toUnsignedInt(value)).add(origin + start, origin + end);
      }
      start = end;
    }
  }

  private RunBuilder builder(int id) {
    if (id >= builders.length) {
      builders = Arrays.copyOf(builders, Math.min(IDS, Math.max(id + 1, builders.length * 2)));
    }
    RunBuilder builder = builders[id];
    if (builder == null) {
      builder = new RunBuilder();
      builders[id] = builder;
    }
    if (builder.isEmpty()) {
      if (presentCount == present.length) {
        present = Arrays.copyOf(present, present.length * 2);
      }
      present[presentCount++] = id;
    }
    return builder;
  }

  /** The ids that have pixels, ascending. */
  public int[] ids() {
    return Arrays.copyOf(present, presentCount);
  }

  /** The mask of an instance; an empty one for an id without pixels. */
  public RunLengths runs(int id) {
    RunBuilder builder = id < builders.length ? builders[id] : null;
    return (builder == null ? new RunBuilder() : builder).build(width, height);
  }
}
