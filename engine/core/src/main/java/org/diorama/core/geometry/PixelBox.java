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
}
