package org.diorama.procedural.surface;

/**
 * Gradient noise on a torus: Perlin, Improving Noise (2002), with a lattice that repeats. Fields
 * are square, row by row.
 */
final class Noise {
  private Noise() {}

  /**
   * Sum of octaves, each of twice the frequency.
   *
   * @param size texels of a side
   * @param cellsX periods of the first octave along a row; a divisor of the size
   * @param cellsY periods along a column
   * @param gain amplitude of each octave relative to the one before
   * @return about -1 to 1, mean near 0
   */
  static float[] fractal(int size, int cellsX, int cellsY, int octaves, float gain, long key) {
    float[] sum = new float[size * size];
    float amplitude = 1;
    float total = 0;
    for (int octave = 0; octave < octaves; octave++) {
      int x = cellsX << octave;
      int y = cellsY << octave;
      if (Math.max(x, y) > size) {
        break;
      }
      add(sum, size, x, y, amplitude, Hash.key(key, octave));
      total += amplitude * amplitude;
      amplitude *= gain;
    }
    // The root of the summed squares: octaves are independent. 1.6 brings one octave to about ±1.
    float scale = 1.6f / (float) Math.sqrt(total);
    for (int i = 0; i < sum.length; i++) {
      sum[i] = Math.max(-1, Math.min(1, sum[i] * scale));
    }
    return sum;
  }

  private static void add(
      float[] sum, int size, int cellsX, int cellsY, float amplitude, long key) {
    float[] gradients = gradients(cellsX, cellsY, key);
    Steps steps = Steps.of(size, cellsX);
    for (int row = 0; row < size; row++) {
      float y = (row + 0.5f) * cellsY / size;
      int y0 = (int) y;
      int y1 = (y0 + 1) % cellsY;
      float fy = y - y0;
      float blendY = fade(fy);
      int upper = 2 * y0 * cellsX;
      int lower = 2 * y1 * cellsX;
      for (int x0 = 0; x0 < cellsX; x0++) {
        int x1 = x0 + 1 == cellsX ? 0 : x0 + 1;
        // All but the way across is the same within a cell's row of texels.
        float g00 = gradients[upper + 2 * x0];
        float g10 = gradients[upper + 2 * x1];
        float g01 = gradients[lower + 2 * x0];
        float g11 = gradients[lower + 2 * x1];
        float down00 = gradients[upper + 2 * x0 + 1] * fy;
        float down10 = gradients[upper + 2 * x1 + 1] * fy;
        float down01 = gradients[lower + 2 * x0 + 1] * (fy - 1);
        float down11 = gradients[lower + 2 * x1 + 1] * (fy - 1);
        int end = steps.starts[x0 + 1];
        for (int column = steps.starts[x0]; column < end; column++) {
          float fx = steps.across[column];
          float blendX = steps.blend[column];
          float top = mix(g00 * fx + down00, g10 * (fx - 1) + down10, blendX);
          float bottom = mix(g01 * fx + down01, g11 * (fx - 1) + down11, blendX);
          sum[row * size + column] += amplitude * mix(top, bottom, blendY);
        }
      }
    }
  }

  /**
   * The texels of a row among the cells of an octave.
   *
   * @param starts first column of each cell, and the row's end
   * @param across the way within its cell of each column, 0 to 1
   * @param blend weight of the cell's right side
   */
  private record Steps(int[] starts, float[] across, float[] blend) {
    static Steps of(int size, int cells) {
      int[] starts = new int[cells + 1];
      float[] across = new float[size];
      float[] blend = new float[size];
      for (int column = size - 1; column >= 0; column--) {
        float x = (column + 0.5f) * cells / size;
        starts[(int) x] = column;
        across[column] = x - (int) x;
        blend[column] = fade(across[column]);
      }
      starts[cells] = size;
      return new Steps(starts, across, blend);
    }
  }

  private static float[] gradients(int cellsX, int cellsY, long key) {
    float[] gradients = new float[2 * cellsX * cellsY];
    for (int y = 0; y < cellsY; y++) {
      for (int x = 0; x < cellsX; x++) {
        long bits = Hash.bits(key, x, y);
        float a = 2 * Hash.unit(bits) - 1;
        float b = 2 * Hash.unit(bits << 24) - 1;
        float length = (float) Math.sqrt(Math.max(1e-6f, a * a + b * b));
        gradients[2 * (y * cellsX + x)] = a / length;
        gradients[2 * (y * cellsX + x) + 1] = b / length;
      }
    }
    return gradients;
  }

  private static float fade(float t) {
    return t * t * t * (t * (t * 6 - 15) + 10);
  }

  static float mix(float a, float b, float t) {
    return a + (b - a) * t;
  }

  /** 0 up to one edge, 1 from the other, smooth between. */
  static float step(float from, float to, float value) {
    float t = Math.max(0, Math.min(1, (value - from) / (to - from)));
    return t * t * (3 - 2 * t);
  }
}
