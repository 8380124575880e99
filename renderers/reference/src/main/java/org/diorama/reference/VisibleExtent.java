package org.diorama.reference;

import org.diorama.core.geometry.PixelBox;

/** What is seen of one instance, pixel by pixel. */
final class VisibleExtent {
  private int pixels;
  private int left = Integer.MAX_VALUE;
  private int top = Integer.MAX_VALUE;
  private int right;
  private int bottom;
  private float nearest = Float.POSITIVE_INFINITY;
  private float farthest;

  void add(int x, int y, float depth) {
    pixels++;
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + 1);
    bottom = Math.max(bottom, y + 1);
    nearest = Math.min(nearest, depth);
    farthest = Math.max(farthest, depth);
  }

  int pixels() {
    return pixels;
  }

  PixelBox box() {
    return pixels == 0 ? PixelBox.EMPTY : new PixelBox(left, top, right, bottom);
  }

  float nearest() {
    return pixels == 0 ? 0 : nearest;
  }

  float farthest() {
    return farthest;
  }
}
