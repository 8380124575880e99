package org.diorama.reference;

/**
 * AgX: Sobotka, 2022; the sigmoid as fitted by Wrensch, Minimal AgX Implementation, 2023. The
 * second matrix undoes the first.
 */
final class FilmicCurve {
  private static final double LEAST_STOPS = -12.47393;
  private static final double MOST_STOPS = 4.026069;
  private static final double[] INSET = {
    0.842479062253094, 0.0784335999999992, 0.0792237451477643,
    0.0423282422610123, 0.878468636469772, 0.0791661274605434,
    0.0423756549057051, 0.0784336, 0.879142973793104
  };
  private static final double[] OUTSET = {
    1.19687900512017, -0.0980208811401368, -0.0990297440797205,
    -0.0528968517574562, 1.15190312990417, -0.0989611768448433,
    -0.0529716355144438, -0.0980434501171241, 1.15107367264116
  };
  private static final double[] SIGMOID = {-0.00232, 0.1191, 0.4298, -6.868, 31.96, -40.14, 15.5};

  private FilmicCurve() {}

  /** Exposed linear values to linear values of the display, in place. */
  static void apply(double[] light) {
    double[] inner = product(INSET, light);
    for (int k = 0; k < 3; k++) {
      double stops = Math.log(Math.max(inner[k], 1e-10)) / Math.log(2);
      double t = Math.max(LEAST_STOPS, Math.min(MOST_STOPS, stops));
      t = (t - LEAST_STOPS) / (MOST_STOPS - LEAST_STOPS);
      double value = 0;
      for (int power = SIGMOID.length - 1; power >= 0; power--) {
        value = value * t + SIGMOID[power];
      }
      inner[k] = value;
    }
    double[] outer = product(OUTSET, inner);
    for (int k = 0; k < 3; k++) {
      light[k] = Math.pow(Math.max(0, outer[k]), 2.2);
    }
  }

  private static double[] product(double[] m, double[] v) {
    double[] result = new double[3];
    for (int i = 0; i < 9; i++) {
      result[i / 3] += m[i] * v[i % 3];
    }
    return result;
  }
}
