package org.diorama.dataset.verify.read;

import java.util.Optional;

/**
 * Fills one polygon by the even-odd rule: a pixel is inside where a ray from its center meets the
 * outline an odd number of times. What is walked there and back encloses nothing.
 */
public final class EvenOdd {
  /** Half of the last of six decimals, in shares of the image. */
  private static final double PRINTED = 0.51e-6;

  private EvenOdd() {}

  /**
   * A line of YOLO's: corners are whole pixel edges, as exact as they are printed.
   *
   * @param shares x0, y0, x1, y1 … of the image's width and height
   * @return absent where they are no such corners
   */
  public static Optional<Mask> ofShares(int width, int height, double[] shares) {
    double[] corners = new double[shares.length];
    for (int i = 0; i < shares.length; i++) {
      int size = i % 2 == 0 ? width : height;
      corners[i] = Math.rint(shares[i] * size);
      if (Math.abs(corners[i] / size - shares[i]) > PRINTED) {
        return Optional.empty();
      }
    }
    return shares.length >= 8 && shares.length % 2 == 0
        ? Optional.of(fill(width, height, corners))
        : Optional.empty();
  }

  /**
   * @param corners x0, y0, x1, y1 … in pixels, (0, 0) the image's top left corner
   */
  public static Mask fill(int width, int height, double[] corners) {
    boolean[] turns = new boolean[width * height];
    for (int i = 0; i < corners.length; i += 2) {
      int next = (i + 2) % corners.length;
      boolean rightwards = corners[i] <= corners[next];
      int from = rightwards ? i : next;
      int to = rightwards ? next : i;
      double slope = (corners[to + 1] - corners[from + 1]) / (corners[to] - corners[from]);
      int last = (int) Math.min(width, Math.ceil(corners[to] - 0.5));
      for (int x = (int) Math.max(0, Math.ceil(corners[from] - 0.5)); x < last; x++) {
        double y = corners[from + 1] + slope * (x + 0.5 - corners[from]);
        int row = (int) Math.max(0, Math.ceil(y - 0.5));
        if (row < height) {
          turns[x * height + row] ^= true;
        }
      }
    }
    boolean inside = false;
    for (int position = 0; position < turns.length; position++) {
      inside = position % height != 0 && inside;
      inside ^= turns[position];
      turns[position] = inside;
    }
    return Mask.of(width, height, turns);
  }
}
