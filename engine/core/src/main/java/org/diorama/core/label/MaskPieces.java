package org.diorama.core.label;

import java.nio.ShortBuffer;
import java.util.Arrays;
import org.diorama.core.label.pixel.EqualNeighbors;

/**
 * The pieces of every mask of an instance image: pixels of one id that touch, be it at a corner (8
 * neighbors). One pass over the rows' runs with a disjoint-set forest, after Rosenfeld and Pfaltz,
 * "Sequential Operations in Digital Picture Processing", 1966. Buffers are reused: one object
 * belongs to one thread at a time.
 */
public final class MaskPieces {
  private int[] start = new int[1024];
  private int[] end = new int[1024];
  private int[] id = new int[1024];
  private int[] parent = new int[1024];
  private int[] area = new int[1024];
  private int[] firstInRow = new int[0];
  private int runs;
  private short[] row = new short[0];

  /**
   * Finds the pieces of an image; forgets the one before.
   *
   * @param plane unsigned instance ids row by row from index 0, 0 = none; its position is not moved
   */
  public void scan(ShortBuffer plane, int width, int height) {
    runs = 0;
    if (row.length < width) {
      row = new short[width];
    }
    if (firstInRow.length <= height) {
      firstInRow = new int[height + 1];
    }
    int above = 0;
    for (int y = 0; y < height; y++) {
      int first = runs;
      firstInRow[y] = first;
      plane.get(y * width, row, 0, width);
      addRuns(y * width, width);
      join(above, first, width);
      above = first;
    }
    firstInRow[height] = runs;
    for (int run = 0; run < runs; run++) {
      int root = root(run);
      if (root != run) {
        area[root] += area[run];
      }
    }
  }

  private void addRuns(int origin, int width) {
    int x = 0;
    while (x < width) {
      short value = row[x];
      int from = x;
      x = EqualNeighbors.end(row, from, width);
      if (value != 0) {
        add(origin + from, origin + x, Short.toUnsignedInt(value));
      }
    }
  }

  private void add(int from, int to, int value) {
    if (runs == start.length) {
      start = Arrays.copyOf(start, 2 * runs);
      end = Arrays.copyOf(end, 2 * runs);
      id = Arrays.copyOf(id, 2 * runs);
      parent = Arrays.copyOf(parent, 2 * runs);
      area = Arrays.copyOf(area, 2 * runs);
    }
    start[runs] = from;
    end[runs] = to;
    id[runs] = value;
    parent[runs] = runs;
    area[runs] = to - from;
    runs++;
  }

  /** Joins runs of one row, from {@code first} on, with those of the row above that they touch. */
  private void join(int above, int first, int width) {
    int upper = above;
    for (int lower = first; lower < runs; lower++) {
      while (upper < first && end[upper] + width < start[lower]) {
        upper++;
      }
      for (int near = upper; near < first && start[near] + width <= end[lower]; near++) {
        if (id[near] == id[lower]) {
          int one = root(near);
          int other = root(lower);
          parent[Math.max(one, other)] = Math.min(one, other);
        }
      }
    }
  }

  /** The first run of a piece stands for it. */
  private int root(int run) {
    int at = run;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }

  /** Runs of pixels along rows, in the order of the image. */
  public int runs() {
    return runs;
  }

  /** The first run of a row or of one further down; {@link #runs()} for the row below the image. */
  public int firstInRow(int y) {
    return firstInRow[y];
  }

  /** Instance that a run shows. */
  public int id(int run) {
    return id[run];
  }

  /** Index of a run's first pixel, row by row. */
  public int start(int run) {
    return start[run];
  }

  /** Index behind its last pixel. */
  public int end(int run) {
    return end[run];
  }

  /** The piece that a run belongs to: the number of the piece's first run. */
  public int piece(int run) {
    return root(run);
  }

  /** Pixels of a piece. */
  public int area(int piece) {
    return area[piece];
  }
}
