package org.diorama.core.label.pixel;

import java.util.Arrays;
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

  /** So many are looked at one by one, before it is worth more. */
  private static final int FEW = 4;

  private static final byte VISIBLE = (byte) FlowState.VISIBLE.ordinal();
  private static final byte HIDDEN = (byte) FlowState.HIDDEN.ordinal();
  private static final byte OUTSIDE = (byte) FlowState.OUTSIDE.ordinal();

  private final SampledFrame frame;
  private final RenderedView view;
  private final FlowBuffers buffers;
  private final int width;
  private final int height;
  private final NearestPixels nearest;
  private final int[] shown;
  private final float[] far;
  private final float[] doubts;
  private final float[] none;
  private final float[] right;
  private final float[] down;
  private final float[] planar;
  private float[] depth;
  private int[] things;
  private int y;
  private int thing;

  /**
   * @param right by how many pixels each point of a row lies right of its own one, when the row is
   *     looked for; likewise {@code down}
   * @param planar z, of the points then
   */
  SightThen(
      SampledFrame frame,
      RenderedView view,
      FlowBuffers buffers,
      float[] right,
      float[] down,
      float[] planar) {
    this.frame = frame;
    this.view = view;
    this.buffers = buffers;
    this.right = right;
    this.down = down;
    this.planar = planar;
    width = view.width();
    height = view.height();
    nearest = new NearestPixels(width, height);
    shown = new int[width];
    far = new float[width];
    doubts = new float[width];
    none = new float[width];
  }

  /** Copies what it looks at. */
  void read(PlaneArrays planes) {
    planes.read(frame, view);
  }

  /** Finds the pixels that the points of a row come to lie in. */
  void find(int y) {
    this.y = y;
    nearest.find(y, right, down);
  }

  /** Reads what those pixels show. */
  void gather() {
    PlaneArrays planes = buffers.planes(this);
    depth = planes.depth();
    things = planes.things();
    planes.read(nearest.places(), far, shown);
    doubt(planar, far, doubts);
  }

  /**
   * Finds what becomes of those of a run of pixels, which show one thing.
   *
   * @param start first column; {@code end} is behind the last one
   */
  void look(int start, int end, int id, int draw, byte[] states) {
    thing = PlaneArrays.thing(id, draw);
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

  /** Whether what was read for a column shows the thing. */
  private boolean isSame(int x) {
    return shown[x] == thing;
  }

  /** Where those end that show the thing, from a column on. */
  private int endOfSame(int start, int limit) {
    return isSame(start) ? EqualNeighbors.end(shown, start, limit) : start;
  }

  /**
   * Makes 0 of points that are surely ahead and no farther away than what is shown, of others
   * another number: 0 &lt; z &lt; f where |z - f / 2| &lt; f / 2.
   */
  private static void doubt(float[] planar, float[] far, float[] doubts) {
    for (int x = 0; x < doubts.length; x++) {
      float sure = SURE * far[x] - Math.abs(FARTHEST * planar[x] - 0.5f * far[x]) - LEAST;
      doubts[x] = sure - Math.abs(sure);
    }
  }

  private byte state(int x) {
    float u = x + 0.5f + right[x];
    float v = y + 0.5f + down[x];
    float z = planar[x];
    int column = (int) u;
    int row = (int) v;
    boolean isInside = u >= 0 && v >= 0 && column < width && row < height;
    if (!(z > 0) || !isInside) {
      return OUTSIDE;
    }
    return shows(column, row, u - column, v - row, (double) z * FARTHEST) ? VISIBLE : HIDDEN;
  }

  /**
   * Whether the thing is seen at a point.
   *
   * @param x the pixel that it lies in; likewise {@code y}
   * @param right of that pixel's left edge, in pixels; likewise {@code down}
   * @param limit what is nearer hides it
   */
  private boolean shows(int x, int y, float right, float down, double limit) {
    int pixel = y * width + x;
    if (things[pixel] == thing) {
      // Of a plane that passes through the point, one of the pixels around it lies beyond.
      return depth[pixel] >= limit || isAround(x, y, right, down, limit);
    }
    return isAround(x, y, right, down, 0) && !isInFront(x, y, right - 0.5, down - 0.5, limit);
  }

  /**
   * Whether one of the four pixels whose centers are around a point shows its thing so far away.
   */
  private boolean isAround(int x, int y, float right, float down, double least) {
    // 1 in the farther half of the pixel, without a branch that no one could foresee.
    int after = x + (int) (2 * right);
    int below = y + (int) (2 * down);
    int left = Math.max(0, after - 1);
    int top = Math.max(0, below - 1) * width;
    after = Math.min(after, width - 1);
    int bottom = Math.min(below, height - 1) * width;
    return isThere(top + left, least)
        || isThere(top + after, least)
        || isThere(bottom + left, least)
        || isThere(bottom + after, least);
  }

  private boolean isThere(int pixel, double least) {
    return things[pixel] == thing && depth[pixel] >= least;
  }

  /** Whether what a pixel shows is nearer than a limit at a place beside its center. */
  private boolean isInFront(int x, int y, double right, double down, double limit) {
    float planar = depth[y * width + x];
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
    double here = 1.0 / depth[pixel];
    double least = Double.POSITIVE_INFINITY;
    for (int side = -1; side <= 1; side += 2) {
      int column = x + side * stepX;
      int row = y + side * stepY;
      if (column >= 0 && row >= 0 && column < width && row < height) {
        int other = row * width + column;
        if (things[other] == things[pixel]) {
          least = Math.min(least, side * offset * (1.0 / depth[other] - here));
        }
      }
    }
    return least == Double.POSITIVE_INFINITY ? 0 : least;
  }
}
