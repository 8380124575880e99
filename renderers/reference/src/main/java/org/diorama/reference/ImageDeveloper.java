package org.diorama.reference;

import org.diorama.core.light.Development;
import org.diorama.core.light.ToneCurve;
import org.diorama.core.light.WhiteBalance;

/** Makes a displayed image of luminance: exposure, glare, white balance and tone curve. */
final class ImageDeveloper {
  private static final double KNEE = 0.8;
  private static final int BINS = 256;
  private static final double LEFT_OUT = 0.05;
  private static final double[] AS_LIT = {1, 0, 0, 0, 1, 0, 0, 0, 1};

  private final Development development;
  private final double[] balance;

  ImageDeveloper(Development development) {
    this.development = development;
    this.balance = development.whiteBalance().map(WhiteBalance::rows).orElse(AS_LIT);
  }

  /**
   * @param luminance cd/m², red, green, blue of each pixel; overwritten by linear values to display
   */
  void develop(float[] luminance, int width, int height) {
    if (development.glare() > 0) {
      new GlareSpread(width, height).add(luminance, development.glare());
    }
    double exposed =
        development.exposure().map(Development::exposureFactor).orElseGet(() -> metered(luminance));
    double factor = exposed * StrictMath.pow(2, development.compensation());
    double[] light = new double[3];
    for (int at = 0; at < luminance.length; at += 3) {
      for (int row = 0; row < 3; row++) {
        double sum = 0;
        for (int k = 0; k < 3; k++) {
          sum += balance[3 * row + k] * luminance[at + k];
        }
        light[row] = Math.max(0, sum * factor);
      }
      if (development.toneCurve() == ToneCurve.FILMIC) {
        FilmicCurve.apply(light);
      } else {
        neutral(light);
      }
      for (int k = 0; k < 3; k++) {
        luminance[at + k] = (float) light[k];
      }
    }
  }

  /** Linear up to the knee, then an exponential shoulder with the same slope. */
  private static void neutral(double[] light) {
    for (int k = 0; k < 3; k++) {
      if (light[k] > KNEE) {
        light[k] = KNEE + (1 - KNEE) * (1 - Math.exp((KNEE - light[k]) / (1 - KNEE)));
      }
    }
  }

  /**
   * Brings the mean logarithm to its gray, without the darkest and the brightest twentieth. What is
   * left out ends in a quarter of a stop of which all count by their mean.
   */
  private static double metered(float[] luminance) {
    int[] bins = new int[BINS];
    double[] positions = new double[BINS];
    for (int at = 0; at < luminance.length; at += 3) {
      double y = 0.2126 * luminance[at] + 0.7152 * luminance[at + 1] + 0.0722 * luminance[at + 2];
      double stops = Math.log(Math.max(y, 1e-9)) / Math.log(2);
      double position = Math.max(0, Math.min(BINS - 0.001, 4 * stops + BINS / 2));
      bins[(int) position]++;
      positions[(int) position] += position;
    }
    double all = luminance.length / 3.0;
    double before = 0;
    double weight = 0;
    double sum = 0;
    for (int bin = 0; bin < BINS; bin++) {
      double after = before + bins[bin];
      double counted =
          Math.max(0, Math.min(after, (1 - LEFT_OUT) * all) - Math.max(before, LEFT_OUT * all));
      if (bins[bin] > 0) {
        sum += counted * (positions[bin] / bins[bin] - BINS / 2) / 4;
      }
      weight += counted;
      before = after;
    }
    double stops = sum / Math.max(1, weight);
    return Development.meteredGray(stops) * Math.pow(2, -stops);
  }
}
