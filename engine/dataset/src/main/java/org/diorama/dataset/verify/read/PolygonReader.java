package org.diorama.dataset.verify.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Fills polygons as COCO's mask interface does, so that a mask is what a trainer gets: each outline
 * is drawn on a grid five times as fine; where its points step from one fine column to the next, at
 * the middle of a pixel column, the column's pixels turn from out to in or back (Lin et al.,
 * Microsoft COCO, 2014).
 */
public final class PolygonReader {
  private static final double FINE = 5;

  private PolygonReader() {}

  /** The union of polygons: an outline within another makes no hole. */
  public static Mask fill(int width, int height, List<double[]> polygons) {
    List<int[]> spans = new ArrayList<>();
    for (double[] polygon : polygons) {
      int[] turns = turns(width, height, polygon);
      for (int i = 0; i < turns.length; i += 2) {
        int from = Math.min(turns[i], width * height);
        int to = i + 1 < turns.length ? Math.min(turns[i + 1], width * height) : width * height;
        if (from < to) {
          spans.add(new int[] {from, to});
        }
      }
    }
    spans.sort(Comparator.comparingInt(span -> span[0]));
    SpanList union = new SpanList();
    int end = 0;
    for (int[] span : spans) {
      if (span[1] > end) {
        union.add(Math.max(span[0], end), span[1]);
        end = span[1];
      }
    }
    return new Mask(width, height, union.toArray());
  }

  /** Positions at which pixels turn from out to in or back, ascending. */
  private static int[] turns(int width, int height, double[] polygon) {
    Points points = new Points();
    for (int i = 0; i < polygon.length; i += 2) {
      int next = (i + 2) % polygon.length;
      points.edge(
          (int) (FINE * polygon[i] + 0.5),
          (int) (FINE * polygon[i + 1] + 0.5),
          (int) (FINE * polygon[next] + 0.5),
          (int) (FINE * polygon[next + 1] + 0.5));
    }
    int[] turns = points.turns(width, height);
    Arrays.sort(turns);
    return turns;
  }

  /** All points of the fine outline, in their order. */
  private static final class Points {
    private int[] xs = new int[256];
    private int[] ys = new int[256];
    private int used;

    private void add(int x, int y) {
      if (used == xs.length) {
        xs = Arrays.copyOf(xs, 2 * used);
        ys = Arrays.copyOf(ys, 2 * used);
      }
      xs[used] = x;
      ys[used++] = y;
    }

    /** Both ends included; both directions give the same points. */
    private void edge(int x0, int y0, int x1, int y1) {
      int spanX = Math.abs(x1 - x0);
      int spanY = Math.abs(y1 - y0);
      boolean flat = spanX >= spanY;
      boolean backwards = flat ? x0 > x1 : y0 > y1;
      int fromX = backwards ? x1 : x0;
      int fromY = backwards ? y1 : y0;
      int steps = flat ? spanX : spanY;
      int rise = flat ? (backwards ? y0 : y1) - fromY : (backwards ? x0 : x1) - fromX;
      double slope = (double) rise / steps;
      for (int i = 0; i <= steps; i++) {
        int along = backwards ? steps - i : i;
        int across = steps == 0 ? 0 : (int) ((flat ? fromY : fromX) + slope * along + 0.5);
        if (steps == 0) {
          add(fromX, fromY);
        } else if (flat) {
          add(fromX + along, across);
        } else {
          add(across, fromY + along);
        }
      }
    }

    /** Positions at which pixels turn from out to in or back. */
    private int[] turns(int width, int height) {
      int[] turns = new int[used];
      int count = 0;
      for (int i = 1; i < used; i++) {
        if (xs[i] == xs[i - 1]) {
          continue;
        }
        double column = ((xs[i] < xs[i - 1] ? xs[i] : xs[i] - 1) + 0.5) / FINE - 0.5;
        if (column != Math.rint(column) || column < 0 || column > width - 1) {
          continue;
        }
        double row = (Math.min(ys[i], ys[i - 1]) + 0.5) / FINE - 0.5;
        int first = (int) Math.ceil(Math.max(0, Math.min(height, row)));
        turns[count++] = (int) column * height + first;
      }
      return Arrays.copyOf(turns, count);
    }
  }
}
