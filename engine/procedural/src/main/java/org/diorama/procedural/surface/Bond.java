package org.diorama.procedural.surface;

/**
 * Pieces laid in rows, with joints between them, on a tile that repeats.
 *
 * @param piece hash of the texel's piece
 * @param inside from 0 in a joint to 1 on the flat of a piece
 */
record Bond(long[] piece, float[] inside) {
  /** How far rows are shifted, in pieces. */
  interface Shift {
    float of(int row);
  }

  /**
   * @param meters length of the tile's side
   * @param columns pieces in a row
   * @param rows of pieces
   * @param joint width of the gap between two pieces, meters
   * @param bevel width of a piece's rounded border, meters
   */
  static Bond of(
      int size,
      double meters,
      int columns,
      int rows,
      Shift shift,
      double joint,
      double bevel,
      long key) {
    long[] piece = new long[size * size];
    float[] inside = new float[size * size];
    float width = (float) (meters / columns);
    float depth = (float) (meters / rows);
    for (int row = 0; row < size; row++) {
      float y = (row + 0.5f) * rows / size;
      int course = (int) y;
      float alongY = (y - course) * depth;
      float start = shift.of(course) + columns;
      for (int column = 0; column < size; column++) {
        float x = (column + 0.5f) * columns / size + start;
        float alongX = (x - (int) x) * width;
        float border = Math.min(Math.min(alongX, width - alongX), Math.min(alongY, depth - alongY));
        int texel = row * size + column;
        piece[texel] = Hash.bits(key, (int) x % columns, course);
        inside[texel] = Noise.step((float) joint / 2, (float) (joint / 2 + bevel), border);
      }
    }
    return new Bond(piece, inside);
  }

  /** A number in [0, 1) of a texel's piece; each salt gives another. */
  float unit(int texel, int salt) {
    return Hash.unit(Hash.bits(piece[texel], salt, 0));
  }
}
