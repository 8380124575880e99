package org.diorama.procedural;

/** A smooth closed line around the horizon: a sum of waves with phases of its own. */
final class Undulation {
  private static final double GOLDEN = 0.6180339887498949;

  private final int variant;

  Undulation(int variant) {
    this.variant = variant;
  }

  /**
   * @param turns direction as a share of the full turn
   * @param slowest waves of the slowest part around the horizon
   * @param parts each of about 1.7 times as many waves and 0.7 times the height
   * @return in [-1, 1]
   */
  double at(double turns, int slowest, int parts) {
    double sum = 0;
    double total = 0;
    double height = 1;
    double waves = slowest;
    for (int part = 0; part < parts; part++) {
      double phase = GOLDEN * (part + 1) * (1 + 7 * (variant + 1)) + 0.37 * part * part;
      sum += height * Revolution.sine(turns * Math.rint(waves) + phase);
      total += height;
      height *= 0.7;
      waves *= 1.7;
    }
    return sum / total;
  }
}
