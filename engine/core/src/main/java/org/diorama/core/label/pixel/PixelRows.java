package org.diorama.core.label.pixel;

/** An image of floating point numbers, made row by row. It belongs to one thread at a time. */
@FunctionalInterface
public interface PixelRows {
  /**
   * Fills in one row.
   *
   * @param y 0 at the top; rows may be asked for more than once, in any order
   * @param row its first width × channels elements are filled: a pixel's channels side by side
   */
  void fill(int y, float[] row);
}
