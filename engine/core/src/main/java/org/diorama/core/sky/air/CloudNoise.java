package org.diorama.core.sky.air;

/**
 * Clumps of all sizes in the plane: value noise in five octaves, each half as large and half as
 * strong as the one before. Plain arithmetic, the same on every machine.
 */
final class CloudNoise {
  private static final int OCTAVES = 5;

  /** Of the sum of the octaves' strengths, so that values lie in [0, 1]. */
  private static final double TOTAL = 2 - StrictMath.pow(0.5, OCTAVES - 1);

  /**
   * Values that 0, 1/16, … 1 of the plane lie below, from four million samples; {@code
   * CloudLayerTest} counts again.
   */
  private static final double[] QUANTILES = {
    0.04, 0.2922, 0.3384, 0.3724, 0.4014, 0.4277, 0.4525, 0.4764, 0.5, 0.5234, 0.5473, 0.5721,
    0.5985, 0.6274, 0.6616, 0.7077, 0.96
  };

  private static final double MEAN = 0.5;

  private CloudNoise() {}

  /**
   * @param x in units of the largest clumps; likewise y
   * @param blur in the same units: clumps that are smaller fade to their mean
   */
  static double at(long seed, double x, double y, double blur) {
    double sum = 0;
    double strength = 1 / TOTAL;
    double size = 1;
    for (int octave = 0; octave < OCTAVES; octave++) {
      double kept = Math.max(0, Math.min(1, 1.5 - blur * size));
      double value = kept > 0 ? value(seed + octave, x * size, y * size) : MEAN;
      sum += strength * (MEAN + kept * (value - MEAN));
      strength /= 2;
      size *= 2;
    }
    return sum;
  }

  /** The value that a share of the plane lies above. */
  static double exceededBy(double share) {
    double place = (1 - share) * (QUANTILES.length - 1);
    int at = Math.max(0, Math.min(QUANTILES.length - 2, (int) place));
    return QUANTILES[at] + (place - at) * (QUANTILES[at + 1] - QUANTILES[at]);
  }

  private static double value(long seed, double x, double y) {
    double left = Math.floor(x);
    double top = Math.floor(y);
    double u = fade(x - left);
    double v = fade(y - top);
    long i = (long) left;
    long j = (long) top;
    double upper = corner(seed, i, j) + u * (corner(seed, i + 1, j) - corner(seed, i, j));
    double lower =
        corner(seed, i, j + 1) + u * (corner(seed, i + 1, j + 1) - corner(seed, i, j + 1));
    return upper + v * (lower - upper);
  }

  /** Perlin, Improving Noise (SIGGRAPH 2002). */
  private static double fade(double t) {
    return t * t * t * (t * (t * 6 - 15) + 10);
  }

  /** In [0, 1): the finalizer of Steele, Lea and Flood, Fast Splittable PRNGs (OOPSLA 2014). */
  private static double corner(long seed, long i, long j) {
    long z = seed * 0x9E3779B97F4A7C15L + i * 0xD1B54A32D192ED03L + j * 0x8CB92BA72F3D8DD7L;
    z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
    z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
    return ((z ^ z >>> 31) >>> 11) * 0x1.0p-53;
  }
}
