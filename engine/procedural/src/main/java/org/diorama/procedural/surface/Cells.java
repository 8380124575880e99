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
  /** A cell and its neighbors. */
  private static final int NEAR = 9;

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
    int[] near = new int[NEAR];
    float[] nearX = new float[NEAR];
    float[] squaredY = new float[NEAR];
    for (int row = 0; row < size; row++) {
      float y = (row + 0.5f) * count / size;
      int cellY = (int) y;
      int column = 0;
      for (int cellX = 0; cellX < count; cellX++) {
        for (int i = 0; i < NEAR; i++) {
          int overY = cellY + i / 3 - 1;
          int overX = cellX + i % 3 - 1;
          int cell = wrap(overY, count) * count + wrap(overX, count);
          float offY = overY + pointY[cell] - y;
          near[i] = cell;
          nearX[i] = overX + pointX[cell];
          squaredY[i] = offY * offY;
        }
        for (; column < size; column++) {
          float x = (column + 0.5f) * count / size;
          if (x >= cellX + 1) {
            break;
          }
          float nearest = Float.MAX_VALUE;
          float second = Float.MAX_VALUE;
          int owner = 0;
          for (int i = 0; i < NEAR; i++) {
            float offX = nearX[i] - x;
            float distance = offX * offX + squaredY[i];
            if (distance < nearest) {
              second = nearest;
              nearest = distance;
              owner = i;
            } else if (distance < second) {
              second = distance;
            }
          }
          int texel = row * size + column;
          id[texel] = ids[near[owner]];
          edge[texel] = (float) (Math.sqrt(second) - Math.sqrt(nearest));
        }
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
