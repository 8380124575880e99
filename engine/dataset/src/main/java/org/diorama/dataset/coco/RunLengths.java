package org.diorama.dataset.coco;

import java.util.Arrays;

/**
 * A binary mask in COCO's run-length form: pixels in column-major order (down the first column,
 * then the next), as alternating counts of zeros and ones that begin with zeros. The counts sum to
 * width × height; only the first one may be 0.
 *
 * @param width of the image in pixels; likewise {@code height}
 * @param counts not copied: neither caller nor receiver may change them
 */
public record RunLengths(int width, int height, int[] counts) {
  /**
   * @throws IllegalArgumentException where the counts are no mask of that size
   */
  public RunLengths {
    long sum = 0;
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] < 0 || counts[i] == 0 && i > 0) {
        throw new IllegalArgumentException("run " + i + " is " + counts[i] + " pixels long");
      }
      sum += counts[i];
    }
    if (width < 1 || height < 1 || sum != (long) width * height) {
      throw new IllegalArgumentException(
          "runs of " + sum + " pixels for an image of " + width + " x " + height);
    }
  }

  /** Reads COCO's compressed string, see {@link RunLengthText}. */
  public static RunLengths parse(int width, int height, String text) {
    return new RunLengths(width, height, RunLengthText.decode(text));
  }

  /** COCO's compressed string. */
  public String text() {
    return RunLengthText.encode(counts);
  }

  /** Pixels of the mask. */
  public long area() {
    long area = 0;
    for (int i = 1; i < counts.length; i += 2) {
      area += counts[i];
    }
    return area;
  }

  /** Tight box in pixel edges; {@link Box#EMPTY} for an empty mask. */
  public Box box() {
    int left = width;
    int right = -1;
    int top = height;
    int bottom = -1;
    int position = 0;
    for (int i = 0; i + 1 < counts.length; i += 2) {
      int start = position + counts[i];
      int last = start + counts[i + 1] - 1;
      position = last + 1;
      left = Math.min(left, start / height);
      right = last / height;
      if (start / height == last / height) {
        top = Math.min(top, start % height);
        bottom = Math.max(bottom, last % height);
      } else {
        // A run that goes on in the next column touches the bottom of one and the top of another.
        top = 0;
        bottom = height - 1;
      }
    }
    return right < 0 ? Box.EMPTY : new Box(left, top, right - left + 1, bottom - top + 1);
  }

  /** The mask row by row, {@code mask[y * width + x]}. */
  public boolean[] toMask() {
    boolean[] mask = new boolean[Math.multiplyExact(width, height)];
    int position = 0;
    for (int i = 0; i < counts.length; i++) {
      for (int end = position + counts[i]; position < end; position++) {
        mask[position % height * width + position / height] = i % 2 == 1;
      }
    }
    return mask;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RunLengths o
        && o.width == width
        && o.height == height
        && Arrays.equals(o.counts, counts);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * width + height) + Arrays.hashCode(counts);
  }

  @Override
  public String toString() {
    return "RunLengths[" + width + " x " + height + ", " + Arrays.toString(counts) + "]";
  }
}
