package org.diorama.dataset.coco;

import java.nio.ShortBuffer;
import java.util.Arrays;

/**
 * Finds the run lengths of every instance of an instance image in one pass over its rows. Buffers
 * are reused: one scanner belongs to one thread at a time.
 */
public final class InstanceRuns {
  private static final int IDS = 1 << 16;
  private static final short[] NO_KEYS = {};

  private short[] row = new short[0];
  private short[] above = new short[0];

  /** Per column its first and last change from one row to the next, numbers in the lists below. */
  private int[] first = new int[0];

  private int[] last = new int[0];
  private int[] next = new int[1024];
  private int[] top = new int[1024];
  private short[] value = new short[1024];
  private int changes;
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
    findChanges(plane);
    for (int x = 0; x < width; x++) {
      addColumn(x, keys);
    }
    Arrays.sort(present, 0, presentCount);
  }

  /** Most pixels are what the one above them is, so only where they are not is kept. */
  private void findChanges(ShortBuffer plane) {
    if (row.length != width) {
      row = new short[width];
      above = new short[width];
      first = new int[width];
      last = new int[width];
    }
    changes = 0;
    plane.get(0, above, 0, width);
    for (int x = 0; x < width; x++) {
      first[x] = changes;
      add(x, 0, above[x]);
    }
    for (int y = 1; y < height; y++) {
      plane.get(y * width, row, 0, width);
      int x = 0;
      while (true) {
        int equal = Arrays.mismatch(row, x, width, above, x, width);
        if (equal < 0) {
          break;
        }
        x += equal;
        // Others follow: a new thing's row begins.
        for (; x < width && row[x] != above[x]; x++) {
          next[last[x]] = changes;
          add(x, y, row[x]);
        }
      }
      short[] swap = above;
      above = row;
      row = swap;
    }
  }

  private void add(int x, int y, short id) {
    if (changes == top.length) {
      next = Arrays.copyOf(next, 2 * changes);
      top = Arrays.copyOf(top, 2 * changes);
      value = Arrays.copyOf(value, 2 * changes);
    }
    next[changes] = -1;
    top[changes] = y;
    value[changes] = id;
    last[x] = changes++;
  }

  /** Runs may go on from one column to the next. */
  private void addColumn(int x, short[] keys) {
    for (int change = first[x]; change >= 0; change = next[change]) {
      int id = Short.toUnsignedInt(value[change]);
      int key = keys.length == 0 ? id : Short.toUnsignedInt(key(keys, id));
      if (key != 0) {
        int end = next[change] < 0 ? height : top[next[change]];
        builder(key).add(x * height + top[change], x * height + end);
      }
    }
  }

  private static short key(short[] keys, int id) {
    return id < keys.length ? keys[id] : 0;
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
