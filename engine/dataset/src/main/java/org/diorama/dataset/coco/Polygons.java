package org.diorama.dataset.coco;

import java.util.Arrays;
import java.util.List;

/**
 * Fills polygons by the rule of COCO's mask interface, so that masks agree with its to the pixel:
 * outlines are walked on a grid five times as fine, and a pixel column's mask changes where the
 * outline crosses the line through its pixels' centers (T.-Y. Lin et al., Microsoft COCO, 2014).
 */
public final class Polygons {
  private static final int FINE = 5;

  private final int width;
  private final int height;
  private int[] toggles = new int[32];
  private int used;

  private Polygons(int width, int height) {
    this.width = width;
    this.height = height;
  }

  /**
   * The union of polygons. Holes can't be told by this form: a polygon within another adds nothing.
   *
   * @param polygons corners x0, y0, x1, y1 … in pixel edges, each at least three
   */
  public static RunLengths fill(int width, int height, List<double[]> polygons) {
    RunLengths union = Masks.ofToggles(width, height, new int[0]);
    for (double[] polygon : polygons) {
      union = Masks.union(union, fill(width, height, polygon));
    }
    return union;
  }

  /** One polygon, closed from its last corner to the first. */
  public static RunLengths fill(int width, int height, double[] polygon) {
    if (polygon.length < 6 || polygon.length % 2 != 0) {
      throw new IllegalArgumentException("a polygon of " + polygon.length + " numbers");
    }
    Polygons outline = new Polygons(width, height);
    int corners = polygon.length / 2;
    for (int i = 0; i < corners; i++) {
      int next = (i + 1) % corners;
      outline.edge(
          fine(polygon[2 * i]),
          fine(polygon[2 * i + 1]),
          fine(polygon[2 * next]),
          fine(polygon[2 * next + 1]));
    }
    return Masks.ofToggles(width, height, Arrays.copyOf(outline.toggles, outline.used));
  }

  private static int fine(double coordinate) {
    return (int) (FINE * coordinate + 0.5);
  }

  /** Walks an edge in unit steps of its longer axis and crosses pixel columns on the way. */
  private void edge(int x0, int y0, int x1, int y1) {
    int spanX = Math.abs(x1 - x0);
    int spanY = Math.abs(y1 - y0);
    int steps = Math.max(spanX, spanY);
    boolean alongX = spanX >= spanY;
    // Always from the lower end of the longer axis, so that both directions round alike.
    boolean flip = alongX ? x0 > x1 : y0 > y1;
    int startX = flip ? x1 : x0;
    int startY = flip ? y1 : y0;
    int endX = flip ? x0 : x1;
    int endY = flip ? y0 : y1;
    double slope =
        steps == 0 ? 0 : (alongX ? (double) (endY - startY) : (double) (endX - startX)) / steps;
    int x = 0;
    int y = 0;
    for (int step = 0; step <= steps; step++) {
      int t = flip ? steps - step : step;
      int nextX = alongX ? startX + t : (int) (startX + slope * t + 0.5);
      int nextY = alongX ? (int) (startY + slope * t + 0.5) : startY + t;
      if (step > 0 && nextX != x) {
        cross(Math.min(x, nextX), Math.min(y, nextY));
      }
      x = nextX;
      y = nextY;
    }
  }

  /**
   * The outline goes from fine column {@code x} to the next or back, its upper end at {@code y}.
   */
  private void cross(int x, int y) {
    // Fine column x covers the column's center where x = 5 · column + 2.
    if (Math.floorMod(x, FINE) != FINE / 2) {
      return;
    }
    int column = Math.floorDiv(x, FINE);
    if (column < 0 || column >= width) {
      return;
    }
    double row = Math.ceil(Math.min(height, Math.max(0, (y + 0.5) / FINE - 0.5)));
    if (used == toggles.length) {
      toggles = Arrays.copyOf(toggles, used * 2);
    }
    toggles[used++] = column * height + (int) row;
  }
}
