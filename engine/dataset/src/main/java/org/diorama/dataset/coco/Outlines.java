package org.diorama.dataset.coco;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The edges of a mask as closed polygons along pixel edges, corners only: x0, y0, x1, y1 …, (0, 0)
 * the image's top-left corner. Filling them by the even-odd rule gives the mask back, to the pixel.
 *
 * <p>Pixels that touch at a corner only are pieces of their own; a hole that touches the outside at
 * a corner is a bay.
 *
 * @param pieces outer edges, clockwise as seen, by their first row and column
 * @param holes inner edges, counterclockwise, in the same order
 */
public record Outlines(List<int[]> pieces, List<int[]> holes) {
  public Outlines {
    pieces = List.copyOf(pieces);
    holes = List.copyOf(holes);
  }

  /** Of an empty mask there are none. */
  public static Outlines of(RunLengths mask) {
    return new Tracer(mask).trace();
  }

  /**
   * All edges as one polygon: each further one is reached by a seam, walked there and back, from
   * the corner nearest to its first one. Seams enclose nothing, so filling by the even-odd rule
   * still gives the mask.
   *
   * @return no numbers for an empty mask
   */
  public int[] joined() {
    List<int[]> loops = new ArrayList<>(pieces);
    loops.addAll(holes);
    int[] all = loops.isEmpty() ? new int[0] : loops.get(0);
    for (int[] loop : loops.subList(Math.min(1, loops.size()), loops.size())) {
      all = splice(all, loop);
    }
    return all;
  }

  private static int[] splice(int[] polygon, int[] loop) {
    int nearest = 0;
    long least = Long.MAX_VALUE;
    for (int i = 0; i < polygon.length; i += 2) {
      long x = polygon[i] - loop[0];
      long y = polygon[i + 1] - loop[1];
      if (x * x + y * y < least) {
        least = x * x + y * y;
        nearest = i;
      }
    }
    int[] joined = Arrays.copyOf(polygon, polygon.length + loop.length + 4);
    int after = nearest + 2;
    System.arraycopy(loop, 0, joined, after, loop.length);
    System.arraycopy(loop, 0, joined, after + loop.length, 2);
    System.arraycopy(polygon, nearest, joined, after + loop.length + 2, 2);
    System.arraycopy(polygon, after, joined, after + loop.length + 4, polygon.length - after);
    return joined;
  }

  /** Walks along edges with the mask on the right hand. */
  private static final class Tracer {
    /** Right, down, left, up. */
    private static final int[] STEP_X = {1, 0, -1, 0};

    private static final int[] STEP_Y = {0, 1, 0, -1};

    private final int left;
    private final int top;
    private final int width;
    private final int height;
    private final boolean[] inside;
    private final boolean[] walked;
    private int[] corners = new int[16];
    private int used;

    Tracer(RunLengths mask) {
      Box box = mask.box();
      left = (int) box.x();
      top = (int) box.y();
      width = (int) box.width();
      height = (int) box.height();
      inside = new boolean[width * height];
      walked = new boolean[width * height];
      int position = 0;
      for (int i = 0; i < mask.counts().length; i++) {
        int end = position + mask.counts()[i];
        for (; i % 2 == 1 && position < end; position++) {
          int x = position / mask.height() - left;
          inside[(position % mask.height() - top) * width + x] = true;
        }
        position = end;
      }
    }

    private boolean inside(int x, int y) {
      return x >= 0 && y >= 0 && x < width && y < height && inside[y * width + x];
    }

    /** Every edge has a part that runs to the right, above a pixel of the mask. */
    Outlines trace() {
      List<int[]> pieces = new ArrayList<>();
      List<int[]> holes = new ArrayList<>();
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          if (inside(x, y) && !inside(x, y - 1) && !walked[y * width + x]) {
            boolean outer = walk(x, y) > 0;
            (outer ? pieces : holes).add(Arrays.copyOf(corners, used));
          }
        }
      }
      return new Outlines(pieces, holes);
    }

    /**
     * Walks from a pixel's top-left corner until it is back, and keeps the corners.
     *
     * @return the enclosed area, negative where the mask lies outside
     */
    private long walk(int startX, int startY) {
      used = 0;
      long area = 0;
      int x = startX;
      int y = startY;
      int direction = 0;
      do {
        if (direction == 0) {
          walked[y * width + x] = true;
        }
        x += STEP_X[direction];
        y += STEP_Y[direction];
        area += (long) x * STEP_Y[direction];
        int turn = turn(x, y, direction);
        if (turn != 0) {
          keep(x, y);
          direction = direction + turn & 3;
        }
      } while (x != startX || y != startY || direction != 0);
      return area;
    }

    /**
     * Where the edge goes on: 1 to the right, -1 to the left, 0 straight. To the right first, so
     * that pixels that share a corner only are kept apart.
     */
    private int turn(int x, int y, int direction) {
      boolean right =
          switch (direction) {
            case 0 -> inside(x, y);
            case 1 -> inside(x - 1, y);
            case 2 -> inside(x - 1, y - 1);
            default -> inside(x, y - 1);
          };
      if (!right) {
        return 1;
      }
      boolean ahead =
          switch (direction) {
            case 0 -> inside(x, y - 1);
            case 1 -> inside(x, y);
            case 2 -> inside(x - 1, y);
            default -> inside(x - 1, y - 1);
          };
      return ahead ? -1 : 0;
    }

    private void keep(int x, int y) {
      if (used + 2 > corners.length) {
        corners = Arrays.copyOf(corners, corners.length * 2);
      }
      corners[used++] = x + left;
      corners[used++] = y + top;
    }
  }
}
