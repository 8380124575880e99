package org.diorama.core.label.pixel;

import java.util.Arrays;
import org.diorama.core.render.RenderedView;
import org.diorama.core.sample.SampledFrame;

/**
 * Whether an image shows the points of a row of things. Its pixels say so at their centers alone,
 * so the surface that the pixel around a point shows is continued as the plane that it shares with
 * its neighbors: inverse depth is linear in an image of a plane.
 *
 * <p>What is told wrong lies within a pixel of where one surface ends before another.
 */
final class SightThen {
  /**
   * How much nearer than the point, relatively, a surface may be and still not hide it: rounding of
   * two depth planes, and the bend of a surface within a pixel.
   */
  private static final float FARTHEST = 1 - 1e-3f;

  /** The same, more than rounding may make of it. */
  private static final float SURE = FARTHEST + 1e-6f;

  /** Meters, nearer than any surface. */
  private static final float LEAST = 1e-20f;

  /** Makes of the least length, where there is none, more than any. */
  private static final float LARGE = 1e38f;

  private static final byte VISIBLE = (byte) FlowState.VISIBLE.ordinal();
  private static final byte HIDDEN = (byte) FlowState.HIDDEN.ordinal();
  private static final byte OUTSIDE = (byte) FlowState.OUTSIDE.ordinal();

  private final SampledFrame frame;
  private final RenderedView view;
  private final FlowBuffers buffers;
  private final int width;
  private final int height;
  private final NearestPixels nearest;
  private final FloatBits surplusBits;
  private final int[] shown;
  private final float[] far;
  private final float[] surplus;
  private final int[] doubts;
  private final int[] doubtful;
  private final float[] right;
  private final float[] down;
  private final float[] planar;
  private float[] depth;
  private int[] things;

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
    surplusBits = new FloatBits(width);
    shown = new int[width];
    far = new float[width];
    surplus = new float[width];
    doubts = new int[width];
    // One more, as each is written before it is known whether it counts.
    doubtful = new int[width + 1];
  }

  /** Copies what it looks at. */
  void read(PlaneArrays planes) {
    planes.read(frame, view);
  }

  /** Finds the pixels that the points of a row come to lie in. */
  void find(int y) {
    nearest.find(y, right, down);
  }

  /** Reads what those pixels show. */
  void gather() {
    PlaneArrays planes = buffers.planes(this);
    depth = planes.depth();
    things = planes.things();
    planes.read(nearest.places(), far, shown);
    subtract(planar, far, surplus);
    surplusBits.of(surplus, doubts);
  }

  /**
   * Finds what becomes of the points of the row.
   *
   * @param thing that each belongs to; 0 for nothing, of which is said what does not matter
   * @param states of each, as ordinals
   */
  void look(int y, int[] thing, byte[] states) {
    differ(shown, thing, doubts);
    int count = list(doubts, doubtful);
    Arrays.fill(states, VISIBLE);
    for (int i = 0; i < count; i++) {
      int x = doubtful[i];
      states[x] = state(x, y, thing[x]);
    }
  }

  /**
   * By how much what is shown is farther away than points may be and surely be seen: not negative
   * where they surely are, as far as the thing is theirs. Negative for points that are not ahead.
   */
  private static void subtract(float[] planar, float[] far, float[] surplus) {
    for (int x = 0; x < surplus.length; x++) {
      float notAhead = Math.max(0, LEAST - planar[x]);
      surplus[x] = far[x] - (SURE * planar[x] + LARGE * notAhead);
    }
  }

  /**
   * Makes 1 of negative numbers and of places where another thing is shown, else 0; so of places
   * where there is no thing, 0. Without branches, so that a compiler does several at once.
   */
  private static void differ(int[] shown, int[] thing, int[] doubts) {
    for (int x = 0; x < doubts.length; x++) {
      int any = thing[x];
      int other = shown[x] ^ any;
      doubts[x] = ((other | -other | doubts[x]) & (any | -any)) >>> 31;
    }
  }

  /**
   * Lists where ones are among zeros. Without branches, as no one could foresee them.
   *
   * @return how many there are
   */
  private static int list(int[] ones, int[] places) {
    int count = 0;
    for (int x = 0; x < ones.length; x++) {
      places[count] = x;
      count += ones[x];
    }
    return count;
  }

  private byte state(int x, int y, int thing) {
    float u = x + 0.5f + right[x];
    float v = y + 0.5f + down[x];
    float z = planar[x];
    if (!(z > 0 && u >= 0 && v >= 0 && u < width && v < height)) {
      return OUTSIDE;
    }
    return shows(u, v, (double) z * FARTHEST, thing) ? VISIBLE : HIDDEN;
  }

  /**
   * Whether a thing is seen at a point.
   *
   * @param u columns; likewise {@code v}
   * @param limit what is nearer hides it
   */
  private boolean shows(float u, float v, double limit, int thing) {
    int x = (int) u;
    int y = (int) v;
    float right = u - x;
    float down = v - y;
    int around = farthestAround(x, y, right, down, thing);
    if (around < 0) {
      return false;
    }
    // Of a plane that passes through the point, one of the pixels around it lies beyond.
    return things[y * width + x] == thing
        ? Float.intBitsToFloat(around) >= limit
        : !isInFront(x, y, right - 0.5, down - 0.5, limit);
  }

  /**
   * The bits of the greatest depth of a thing in the four pixels whose centers are around a point;
   * negative where none of them shows it. Without branches, as no one could foresee them.
   */
  private int farthestAround(int x, int y, float right, float down, int thing) {
    // 1 in the farther half of the pixel.
    int after = x + (int) (2 * right);
    int below = y + (int) (2 * down);
    int left = Math.max(0, after - 1);
    int top = Math.max(0, below - 1) * width;
    after = Math.min(after, width - 1);
    int bottom = Math.min(below, height - 1) * width;
    return Math.max(
        Math.max(depthBits(top + left, thing), depthBits(top + after, thing)),
        Math.max(depthBits(bottom + left, thing), depthBits(bottom + after, thing)));
  }

  /** The bits of a pixel's depth, in the order of depths; negative where it shows another thing. */
  private int depthBits(int pixel, int thing) {
    int other = things[pixel] ^ thing;
    return Float.floatToRawIntBits(depth[pixel]) | (other | -other) & Integer.MIN_VALUE;
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
