package org.diorama.core.label.pixel;

import java.nio.FloatBuffer;
import java.nio.ShortBuffer;
import java.util.Optional;
import org.diorama.core.render.Channel;
import org.diorama.core.render.RenderedView;
import org.diorama.core.sample.SampledFrame;

/**
 * Whether an image shows a point of a thing. Its pixels say so at their centers alone, so the
 * surface that the pixel around the point shows is continued as the plane that it shares with its
 * neighbors: inverse depth is linear in an image of a plane.
 *
 * <p>What is told wrong lies within a pixel of where one surface ends before another.
 */
final class SightThen {
  /**
   * How much nearer than the point, relatively, a surface may be and still not hide it: rounding of
   * two depth planes, and the bend of a surface within a pixel.
   */
  private static final float FARTHEST = 1 - 1e-3f;

  private static final byte VISIBLE = (byte) FlowState.VISIBLE.ordinal();
  private static final byte HIDDEN = (byte) FlowState.HIDDEN.ordinal();
  private static final byte OUTSIDE = (byte) FlowState.OUTSIDE.ordinal();

  private final int width;
  private final int height;
  private final float[] columns;
  private final FloatBuffer depth;
  private final ShortBuffer ids;
  private final Optional<ShortBuffer> draws;

  SightThen(SampledFrame frame, RenderedView view) {
    width = view.width();
    height = view.height();
    columns = new float[width];
    for (int x = 0; x < width; x++) {
      columns[x] = x + 0.5f;
    }
    depth = ViewPixels.floats(view, Channel.DEPTH);
    ids = ViewPixels.ids(view);
    draws = ThingRuns.draws(frame, view);
  }

  /**
   * Finds what becomes of the points of a run of pixels, which show one thing.
   *
   * @param start first column; {@code end} is behind the last one
   * @param right by how many pixels each goes rightwards; likewise {@code down}
   * @param planar z, of the points then
   */
  void look(
      int y,
      int start,
      int end,
      int id,
      int draw,
      float[] right,
      float[] down,
      float[] planar,
      byte[] states) {
    int x = start;
    while (x < end) {
      x = visibleTo(y, x, end, (short) id, (short) draw, right, down, planar, states);
      if (x < end) {
        states[x] = state(columns[x] + right[x], y + 0.5f + down[x], planar[x], id, draw);
        x++;
      }
    }
  }

  /**
   * Takes what most pixels are: seen as far away as they should be, and each right of the one
   * before.
   *
   * @return the column of the first one that is not, or {@code end}
   */
  private int visibleTo(
      int y,
      int start,
      int end,
      short id,
      short draw,
      float[] right,
      float[] down,
      float[] planar,
      byte[] states) {
    float[] centers = columns;
    float center = y + 0.5f;
    float u = centers[start] + right[start];
    float v = center + down[start];
    if (!isInside(u, v)) {
      return start;
    }
    FloatBuffer far = depth;
    ShortBuffer shown = ids;
    ShortBuffer drawn = draws.orElse(ids);
    boolean whole = draws.isEmpty();
    int column = (int) u;
    int row = (int) v;
    int shift = row * width + column - start;
    float left = column - start - 0.5f;
    float top = row - center;
    int last = Math.min(end, start + width - column);
    for (int x = start; x < last; x++) {
      float z = planar[x];
      float across = right[x];
      float along = down[x];
      if (!(across >= left && across < left + 1 && along >= top && along < top + 1 && z > 0)
          || shown.get(shift + x) != id
          || far.get(shift + x) < z * FARTHEST
          || !whole && drawn.get(shift + x) != draw) {
        return x;
      }
      states[x] = VISIBLE;
    }
    return last;
  }

  private boolean isInside(float u, float v) {
    return u >= 0 && v >= 0 && (int) u < width && (int) v < height;
  }

  private byte state(float u, float v, float z, int id, int draw) {
    if (!(z > 0) || !isInside(u, v)) {
      return OUTSIDE;
    }
    return shows(u, v, z, id, draw) ? VISIBLE : HIDDEN;
  }

  private boolean shows(double u, double v, double z, int id, int draw) {
    int x = (int) u;
    int y = (int) v;
    int pixel = y * width + x;
    double limit = z * FARTHEST;
    if (isOf(pixel, id, draw)) {
      // Of a plane that passes through the point, one of the pixels around it lies beyond.
      return depth.get(pixel) >= limit || isAround(u, v, limit, id, draw);
    }
    return isAround(u, v, 0, id, draw) && !isInFront(x, y, u - (x + 0.5), v - (y + 0.5), limit);
  }

  private boolean isOf(int pixel, int id, int draw) {
    return Short.toUnsignedInt(ids.get(pixel)) == id && draw(pixel) == draw;
  }

  /**
   * Whether one of the four pixels whose centers are around a point shows its thing so far away.
   */
  private boolean isAround(double u, double v, double least, int id, int draw) {
    int left = (int) Math.floor(u - 0.5);
    int top = (int) Math.floor(v - 0.5);
    for (int y = Math.max(0, top); y <= Math.min(height - 1, top + 1); y++) {
      for (int x = Math.max(0, left); x <= Math.min(width - 1, left + 1); x++) {
        int pixel = y * width + x;
        if (isOf(pixel, id, draw) && depth.get(pixel) >= least) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether what a pixel shows is nearer than a limit at a place beside its center. */
  private boolean isInFront(int x, int y, double right, double down, double limit) {
    float planar = depth.get(y * width + x);
    if (!(planar > 0)) {
      return false;
    }
    double inverse = 1.0 / planar + change(x, y, 1, 0, right) + change(x, y, 0, 1, down);
    return inverse * limit > 1;
  }

  /**
   * By how much inverse depth changes off a pixel's center, by those of its two neighbors that show
   * the same: the less where they differ, as surfaces that bend away hide nothing.
   */
  private double change(int x, int y, int stepX, int stepY, double offset) {
    int pixel = y * width + x;
    double here = 1.0 / depth.get(pixel);
    double least = Double.POSITIVE_INFINITY;
    for (int side = -1; side <= 1; side += 2) {
      int column = x + side * stepX;
      int row = y + side * stepY;
      if (column >= 0 && row >= 0 && column < width && row < height) {
        int other = row * width + column;
        if (isOf(other, Short.toUnsignedInt(ids.get(pixel)), draw(pixel))) {
          least = Math.min(least, side * offset * (1.0 / depth.get(other) - here));
        }
      }
    }
    return least == Double.POSITIVE_INFINITY ? 0 : least;
  }

  private int draw(int pixel) {
    return draws.isEmpty() ? 1 : Short.toUnsignedInt(draws.get().get(pixel));
  }
}
