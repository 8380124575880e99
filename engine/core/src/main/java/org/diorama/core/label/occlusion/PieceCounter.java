package org.diorama.core.label.occlusion;

import java.util.Arrays;

/**
 * Counts the pieces in which instances are seen: pixels of one id belong together where they touch,
 * at corners too (8-connectivity). Buffers are reused: one counter belongs to one thread at a time.
 */
public final class PieceCounter {
  private static final int IDS = 1 << 16;

  private final int[] counts = new int[IDS];
  private int[] roots = new int[0];

  /** Counts those of an image; forgets the one before. */
  public void count(IdRuns runs) {
    Arrays.fill(counts, 0);
    roots = roots.length < runs.count() ? new int[runs.count()] : roots;
    for (int run = 0; run < runs.count(); run++) {
      roots[run] = run;
      counts[runs.id(run)]++;
    }
    for (int y = 1; y < runs.height(); y++) {
      joinRows(runs, runs.firstOf(y - 1), runs.firstOf(y), runs.firstOf(y + 1));
    }
  }

  /** Pieces of an instance in the image; 0 where no pixel shows it. */
  public int pieces(int id) {
    return counts[id];
  }

  private void joinRows(IdRuns runs, int above, int here, int end) {
    int up = above;
    int down = here;
    while (up < here && down < end) {
      // Stretches fill their rows: these two share a column.
      if (runs.id(up) == runs.id(down)) {
        join(up, down, runs.id(up));
      }
      // The one that ends first meets no further one, unless the next begins at its corner.
      if (runs.end(up) < runs.end(down)) {
        up++;
      } else if (runs.end(up) > runs.end(down)) {
        down++;
      } else {
        joinCorners(runs, up, down, here, end);
        up++;
        down++;
      }
    }
  }

  /** Both end in one column: each may touch the other's successor at that corner. */
  private void joinCorners(IdRuns runs, int up, int down, int here, int end) {
    if (down + 1 < end && runs.id(up) == runs.id(down + 1)) {
      join(up, down + 1, runs.id(up));
    }
    if (up + 1 < here && runs.id(up + 1) == runs.id(down)) {
      join(up + 1, down, runs.id(down));
    }
  }

  private void join(int first, int second, int id) {
    int a = root(first);
    int b = root(second);
    if (a != b) {
      roots[Math.max(a, b)] = Math.min(a, b);
      counts[id]--;
    }
  }

  private int root(int run) {
    int at = run;
    while (roots[at] != at) {
      roots[at] = roots[roots[at]];
      at = roots[at];
    }
    return at;
  }
}
