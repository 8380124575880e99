package org.diorama.procedural.surface;

/**
 * Scattered stones on a torus: each lattice cell holds one point, each texel belongs to its nearest
 * point. Worley, A Cellular Texture Basis Function (1996).
 *
 * @param id hash of the texel's stone
 * @param edge from 0 at the border between two stones to about 1 in the middle of one: the
 *     difference of the distances to the two nearest points, in cells
 */
record Cells(long[] id, float[] edge) {
  /**
   * @param count cells along a side
   * @param jitter how far points leave the middles of their cells, 0 to 1
   */
  static Cells of(int size, int count, float jitter, long key) {
    float[] pointX = new float[count * count];
    float[] pointY = new float[count * count];
    long[] ids = new long[count * count];
    for (int y = 0; y < count; y++) {
      for (int x = 0; x < count; x++) {
        long bits = Hash.bits(key, x, y);
        pointX[y * count + x] = 0.5f + jitter * (Hash.unit(bits) - 0.5f);
        pointY[y * count + x] = 0.5f + jitter * (Hash.unit(bits << 24) - 0.5f);
        ids[y * count + x] = Hash.bits(key + 1, x, y);
      }
    }
    long[] id = new long[size * size];
    float[] edge = new float[size * size];
    for (int row = 0; row < size; row++) {
      float y = (row + 0.5f) * count / size;
      int cellY = (int) y;
      for (int column = 0; column < size; column++) {
        float x = (column + 0.5f) * count / size;
        int cellX = (int) x;
        float nearest = Float.MAX_VALUE;
        float second = Float.MAX_VALUE;
        int owner = 0;
        for (int dy = -1; dy <= 1; dy++) {
          int wrappedY = wrap(cellY + dy, count);
          for (int dx = -1; dx <= 1; dx++) {
            int cell = wrappedY * count + wrap(cellX + dx, count);
            float offX = cellX + dx + pointX[cell] - x;
            float offY = cellY + dy + pointY[cell] - y;
            float distance = offX * offX + offY * offY;
            if (distance < nearest) {
              second = nearest;
              nearest = distance;
              owner = cell;
            } else if (distance < second) {
              second = distance;
            }
          }
        }
        int texel = row * size + column;
        id[texel] = ids[owner];
        edge[texel] = (float) (Math.sqrt(second) - Math.sqrt(nearest));
      }
    }
    return new Cells(id, edge);
  }

  private static int wrap(int cell, int count) {
    return cell < 0 ? cell + count : cell >= count ? cell - count : cell;
  }

  /** A number in [0, 1) of a texel's stone; each salt gives another. */
  float unit(int texel, int salt) {
    return Hash.unit(id[texel] * (2L * salt + 1) ^ id[texel] >>> 17);
  }
}
