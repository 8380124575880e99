package org.diorama.procedural.surface;

import org.diorama.core.math.LinearColor;

/**
 * One period of a surface as fields of size × size texels, row by row from the top; row and column
 * wrap around. Whoever makes it fills the arrays; they are not changed later.
 *
 * @param size texels of a side, a power of two
 * @param meters length of a side
 * @param height above the lowest ground, meters
 * @param color linear base color: red, green, blue per texel
 * @param roughness perceptual, in [0, 1]
 */
record SurfacePatch(int size, double meters, float[] height, float[] color, float[] roughness) {
  SurfacePatch(int size, double meters) {
    this(size, meters, new float[size * size], new float[3 * size * size], new float[size * size]);
  }

  int texels() {
    return size * size;
  }

  void set(int texel, float red, float green, float blue) {
    color[3 * texel] = red;
    color[3 * texel + 1] = green;
    color[3 * texel + 2] = blue;
  }

  LinearColor meanColor() {
    double[] sum = new double[3];
    for (int i = 0; i < color.length; i += 3) {
      sum[0] += color[i];
      sum[1] += color[i + 1];
      sum[2] += color[i + 2];
    }
    return new LinearColor(sum[0] / texels(), sum[1] / texels(), sum[2] / texels());
  }

  /** The greatest value of each channel. */
  LinearColor brightest() {
    float red = 0;
    float green = 0;
    float blue = 0;
    for (int i = 0; i < color.length; i += 3) {
      red = color[i] > red ? color[i] : red;
      green = color[i + 1] > green ? color[i + 1] : green;
      blue = color[i + 2] > blue ? color[i + 2] : blue;
    }
    return new LinearColor(red, green, blue);
  }

  double meanRoughness() {
    double sum = 0;
    for (float value : roughness) {
      sum += value;
    }
    return sum / texels();
  }
}
