package org.diorama.dataset.verify.read;

import java.util.Arrays;

/**
 * A set of pixels. Positions go down the first column, then the next: {@code x * height + y}.
 *
 * @param spans first position and the one after the last, of each run; ascending, with gaps
 *     between; not copied
 */
public record Mask(int width, int height, int[] spans) {

  /** Pixels. */
  public long area() {
    long area = 0;
    for (int i = 0; i < spans.length; i += 2) {
      area += spans[i + 1] - spans[i];
    }
    return area;
  }

  public boolean isEmpty() {
    return spans.length == 0;
  }

  /** Tight {@code x, y, width, height} in pixel edges; zeros for an empty mask. */
  public int[] box() {
    if (isEmpty()) {
      return new int[4];
    }
    int left = spans[0] / height;
    int right = (spans[spans.length - 1] - 1) / height;
    int top = height;
    int bottom = 0;
    for (int i = 0; i < spans.length; i += 2) {
      boolean oneColumn = spans[i] / height == (spans[i + 1] - 1) / height;
      top = oneColumn ? Math.min(top, spans[i] % height) : 0;
      bottom = oneColumn ? Math.max(bottom, (spans[i + 1] - 1) % height) : height - 1;
    }
    return new int[] {left, top, right - left + 1, bottom - top + 1};
  }

  /** Pixels that both have. */
  public long intersection(Mask other) {
    if (isEmpty() || other.isEmpty() || isBefore(other) || other.isBefore(this)) {
      return 0;
    }
    long both = 0;
    int i = 0;
    int j = 0;
    while (i < spans.length && j < other.spans.length) {
      int from = Math.max(spans[i], other.spans[j]);
      int to = Math.min(spans[i + 1], other.spans[j + 1]);
      both += Math.max(0, to - from);
      if (spans[i + 1] < other.spans[j + 1]) {
        i += 2;
      } else {
        j += 2;
      }
    }
    return both;
  }

  /** Whether its last pixel comes before the other's first one. */
  private boolean isBefore(Mask other) {
    return spans[spans.length - 1] <= other.spans[0];
  }

  /** Whether all pixels of this mask are the other's, too. */
  public boolean isWithin(Mask other) {
    return intersection(other) == area();
  }

  /** The pixels that its run lengths would name if they went by rows. */
  public Mask readByRows() {
    boolean[] pixels = new boolean[width * height];
    for (int i = 0; i < spans.length; i += 2) {
      for (int position = spans[i]; position < spans[i + 1]; position++) {
        pixels[position % width * height + position / width] = true;
      }
    }
    return of(width, height, pixels);
  }

  /**
   * @param pixels by position
   */
  public static Mask of(int width, int height, boolean[] pixels) {
    SpanList spans = new SpanList();
    for (int position = 0; position < pixels.length; position++) {
      if (pixels[position]) {
        spans.add(position, position + 1);
      }
    }
    return new Mask(width, height, spans.toArray());
  }

  /** Sets this mask's pixels in an array by position. */
  public void paint(boolean[] pixels) {
    for (int i = 0; i < spans.length; i += 2) {
      Arrays.fill(pixels, spans[i], spans[i + 1], true);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Mask mask
        && width == mask.width
        && height == mask.height
        && Arrays.equals(spans, mask.spans);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(spans);
  }

  @Override
  public String toString() {
    return area() + " pixels of " + width + " x " + height;
  }
}
