package org.diorama.core.geometry;

/** A box in pixel edges: columns left to right - 1, rows top to bottom - 1. */
public record PixelBox(int left, int top, int right, int bottom) {
  public static final PixelBox EMPTY = new PixelBox(0, 0, 0, 0);

  public int width() {
    return right - left;
  }

  public int height() {
    return bottom - top;
  }

  public boolean isEmpty() {
    return right <= left || bottom <= top;
  }

  /** Whether a pixel lies in it. */
  public boolean contains(int x, int y) {
    return x >= left && x < right && y >= top && y < bottom;
  }

  /** The smallest box around both; empty ones add nothing. */
  public PixelBox union(PixelBox other) {
    if (isEmpty() || other.isEmpty()) {
      return isEmpty() ? other : this;
    }
    return new PixelBox(
        Math.min(left, other.left),
        Math.min(top, other.top),
        Math.max(right, other.right),
        Math.max(bottom, other.bottom));
  }
}
