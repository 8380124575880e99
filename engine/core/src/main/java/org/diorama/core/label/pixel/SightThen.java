package org.diorama.core.label.pixel;

import java.nio.FloatBuffer;
import java.nio.ShortBuffer;
import java.util.Arrays;
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

  /** A half, less what rounding may make of it. */
  private static final float SURE = 0.5f - 1e-6f;

  /** Less than any length, so that no surface and no way there are doubtful, too. */
  private static final float LEAST = 1e-30f;

  /** From so many pixels on it is worth to copy them together. */
  private static final int MANY = 12;

  /** So many are looked at one by one, before it is worth more. */
  private static final int FEW = 4;

  private static final byte VISIBLE = (byte) FlowState.VISIBLE.ordinal();
  private static final byte HIDDEN = (byte) FlowState.HIDDEN.ordinal();
  private static final byte OUTSIDE = (byte) FlowState.OUTSIDE.ordinal();

  private final int width;
  private final int height;
  private final float[] centers;
  private final FloatBuffer depth;
  private final ShortBuffer ids;
  private final Optional<ShortBuffer> draws;
  private final PixelShifts shifts;
  private final short[] things;
  private final short[] drawn;
  private final float[] far;
  private final float[] doubts;
  private final float[] none;
  private int y;
  private short id;
  private short draw;
  private float[] right;
  private float[] down;
  private float[] planar;

  SightThen(SampledFrame frame, RenderedView view) {
    width = view.width();
    height = view.height();
    centers = new float[width];
    for (int x = 0; x < width; x++) {
      centers[x] = x + 0.5f;
    }
    depth = ViewPixels.floats(view, Channel.DEPTH);
    ids = ViewPixels.ids(view);
    draws = ThingRuns.draws(frame, view);
    shifts = new PixelShifts(width);
    things = new short[width];
    drawn = new short[width];
    far = new float[width];
    doubts = new float[width];
    none = new float[width];
  }

  /**
   * Takes in where the points of a row are.
   *
   * @param right by how many pixels each lies right of its own one; likewise {@code down}
   * @param planar z, of the points then
   */
  void read(int y, float[] right, float[] down, float[] planar) {
    this.y = y;
    this.right = right;
    this.down = down;
    this.planar = planar;
    shifts.read(right, down);
  }

  /**
   * Finds what becomes of those of a run of pixels, which show one thing.
   *
   * @param start first column; {@code end} is behind the last one
   */
  void look(int start, int end, int id, int draw, byte[] states) {
    this.id = (short) id;
    this.draw = (short) draw;
    for (int x = start; x < end; ) {
      int to = shifts.end(x, end);
      gather(x, to);
      x = to;
    }
    doubt(start, end, planar, far, doubts);
    for (int x = start; x < end; ) {
      int same = endOfSame(x, end);
      Arrays.fill(states, x, same, VISIBLE);
      for (x = doubtful(x, same); x < same; x = doubtful(x + 1, same)) {
        states[x] = state(x);
      }
      for (; x < end && !isSame(x); x++) {
        states[x] = state(x);
      }
    }
  }

  /** The first doubtful one of some pixels, or their end. */
  private int doubtful(int start, int end) {
    int few = Math.min(end, start + FEW);
    for (int x = start; x < few; x++) {
      if (doubts[x] != 0) {
        return x;
      }
    }
    int doubtful = Arrays.mismatch(doubts, few, end, none, few, end);
    return doubtful < 0 ? end : few + doubtful;
  }

  /**
   * Reads what is shown where the points of some pixels lie, which all lie off alike, so that they
   * are neighbors then, too. Outside the image it is nothing.
   */
  private void gather(int start, int end) {
    float columns = shifts.columns(start);
    float rows = y + shifts.rows(start);
    int from = end;
    int to = end;
    if (Math.abs(columns) < width && rows >= 0 && rows < height) {
      from = Math.min(end, Math.max(start, -(int) columns));
      to = Math.max(from, Math.min(end, width - (int) columns));
    }
    if (from > start || to < end) {
      Arrays.fill(far, start, from, 0);
      Arrays.fill(far, to, end, 0);
    }
    if (from < to) {
      read((int) rows * width + (int) columns, from, to);
    }
  }

  /**
   * @param shift from a column to the pixel then, row by row
   */
  private void read(int shift, int from, int to) {
    if (to - from >= MANY) {
      ids.get(shift + from, things, from, to - from);
      depth.get(shift + from, far, from, to - from);
    } else {
      for (int x = from; x < to; x++) {
        things[x] = ids.get(shift + x);
        far[x] = depth.get(shift + x);
      }
    }
    if (draws.isPresent()) {
      draws.get().get(shift + from, drawn, from, to - from);
    }
  }

  /** Whether what was read for a column shows the thing. */
  private boolean isSame(int x) {
    return things[x] == id && (draws.isEmpty() || drawn[x] == draw);
  }

  /** Where those end that show the thing, from a column on. */
  private int endOfSame(int start, int limit) {
    if (!isSame(start)) {
      return start;
    }
    int end = EqualNeighbors.end(things, start, limit);
    return draws.isPresent() ? EqualNeighbors.end(drawn, start, end) : end;
  }

  /**
   * Makes 0 of points that are surely ahead and no farther away than what is shown, of others
   * another number: 0 &lt; z &lt; f where |z - f / 2| &lt; f / 2.
   */
  private static void doubt(int start, int end, float[] planar, float[] far, float[] doubts) {
    for (int x = start; x < end; x++) {
      float sure = SURE * far[x] - Math.abs(FARTHEST * planar[x] - 0.5f * far[x]) - LEAST;
      doubts[x] = sure - Math.abs(sure);
    }
  }

  private boolean isInside(float u, float v) {
    return u >= 0 && v >= 0 && (int) u < width && (int) v < height;
  }

  private byte state(int x) {
    float u = centers[x] + right[x];
    float v = y + 0.5f + down[x];
    float z = planar[x];
    if (!(z > 0) || !isInside(u, v)) {
      return OUTSIDE;
    }
    return shows(u, v, z) ? VISIBLE : HIDDEN;
  }

  private boolean shows(double u, double v, double z) {
    int x = (int) u;
    int y = (int) v;
    int pixel = y * width + x;
    double limit = z * FARTHEST;
    if (isOf(pixel)) {
      // Of a plane that passes through the point, one of the pixels around it lies beyond.
      return depth.get(pixel) >= limit || isAround(u, v, limit);
    }
    return isAround(u, v, 0) && !isInFront(x, y, u - (x + 0.5), v - (y + 0.5), limit);
  }

  private boolean isOf(int pixel) {
    return isLike(pixel, id, draw);
  }

  private boolean isLike(int pixel, short id, short draw) {
    return ids.get(pixel) == id && (draws.isEmpty() || draws.get().get(pixel) == draw);
  }

  /**
   * Whether one of the four pixels whose centers are around a point shows its thing so far away.
   */
  private boolean isAround(double u, double v, double least) {
    // No less than -0.5, so that half a pixel more makes floors of casts.
    int right = (int) (u + 0.5);
    int bottom = (int) (v + 0.5);
    int left = Math.max(0, right - 1);
    int top = Math.max(0, bottom - 1);
    right = Math.min(right, width - 1);
    bottom = Math.min(bottom, height - 1);
    return isThere(top * width + left, least)
        || isThere(top * width + right, least)
        || isThere(bottom * width + left, least)
        || isThere(bottom * width + right, least);
  }

  private boolean isThere(int pixel, double least) {
    return isOf(pixel) && depth.get(pixel) >= least;
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
        if (isLike(other, ids.get(pixel), draw(pixel))) {
          least = Math.min(least, side * offset * (1.0 / depth.get(other) - here));
        }
      }
    }
    return least == Double.POSITIVE_INFINITY ? 0 : least;
  }

  private short draw(int pixel) {
    return draws.isEmpty() ? 1 : draws.get().get(pixel);
  }
}
