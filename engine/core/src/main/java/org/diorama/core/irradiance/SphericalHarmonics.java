package org.diorama.core.irradiance;

/**
 * Real spherical harmonics up to the second band, in which irradiance is almost exact: Ramamoorthi
 * and Hanrahan, An Efficient Representation for Irradiance Environment Maps (SIGGRAPH 2001).
 */
final class SphericalHarmonics {
  static final int COUNT = 9;

  private SphericalHarmonics() {}

  /** Values of all functions in the direction of a unit vector. */
  static void evaluate(double x, double y, double z, double[] out) {
    out[0] = 0.282095;
    out[1] = 0.488603 * y;
    out[2] = 0.488603 * z;
    out[3] = 0.488603 * x;
    out[4] = 1.092548 * x * y;
    out[5] = 1.092548 * y * z;
    out[6] = 0.315392 * (3 * z * z - 1);
    out[7] = 1.092548 * x * z;
    out[8] = 0.546274 * (x * x - y * y);
  }

  /** What a function is multiplied by when it is convolved with a clamped cosine. */
  static double cosineLobe(int index) {
    return index == 0 ? Math.PI : index < 4 ? 2 * Math.PI / 3 : Math.PI / 4;
  }
}
