package org.diorama.core.light;

import org.diorama.core.math.LinearColor;
import org.diorama.core.math.PlanckianLocus;

/**
 * Chromatic adaptation of linear Rec.709 colors from one white to that of the display, D65: von
 * Kries scaling in the sharpened cone space of Bradford (Lam, Metamerism and Colour Constancy,
 * 1985), as ICC profiles use it.
 */
public final class WhiteBalance {
  /** XYZ from linear Rec.709 with D65, IEC 61966-2-1. */
  private static final double[] XYZ_FROM_RGB = {
    0.4124564, 0.3575761, 0.1804375,
    0.2126729, 0.7151522, 0.0721750,
    0.0193339, 0.1191920, 0.9503041
  };

  private static final double[] CONES_FROM_XYZ = {
    0.8951, 0.2664, -0.1614, -0.7502, 1.7135, 0.0367, 0.0389, -0.0685, 1.0296
  };

  private static final double[] CONES_FROM_RGB = product(CONES_FROM_XYZ, XYZ_FROM_RGB);
  private static final double[] RGB_FROM_CONES = inverse(CONES_FROM_RGB);

  private WhiteBalance() {}

  /**
   * Rows of the matrix that shows light of a black body as a neutral gray of the same luminance.
   *
   * @param kelvin within the range of {@link PlanckianLocus}
   * @return nine numbers
   */
  public static double[] rows(double kelvin) {
    LinearColor body = PlanckianLocus.color(kelvin);
    double luminance = body.luminance();
    double[] from = {body.red() / luminance, body.green() / luminance, body.blue() / luminance};
    double[] source = applied(CONES_FROM_RGB, from);
    double[] target = applied(CONES_FROM_RGB, new double[] {1, 1, 1});
    double[] scaled = CONES_FROM_RGB.clone();
    for (int i = 0; i < 9; i++) {
      scaled[i] *= target[i / 3] / source[i / 3];
    }
    return product(RGB_FROM_CONES, scaled);
  }

  private static double[] applied(double[] m, double[] v) {
    double[] result = new double[3];
    for (int i = 0; i < 9; i++) {
      result[i / 3] += m[i] * v[i % 3];
    }
    return result;
  }

  private static double[] product(double[] a, double[] b) {
    double[] result = new double[9];
    for (int i = 0; i < 9; i++) {
      for (int k = 0; k < 3; k++) {
        result[i] += a[i / 3 * 3 + k] * b[3 * k + i % 3];
      }
    }
    return result;
  }

  /** By cofactors. */
  private static double[] inverse(double[] m) {
    double[] cofactors = new double[9];
    for (int i = 0; i < 9; i++) {
      int r1 = (i / 3 + 1) % 3;
      int r2 = (i / 3 + 2) % 3;
      int c1 = (i % 3 + 1) % 3;
      int c2 = (i % 3 + 2) % 3;
      cofactors[i] = m[3 * r1 + c1] * m[3 * r2 + c2] - m[3 * r1 + c2] * m[3 * r2 + c1];
    }
    double determinant = m[0] * cofactors[0] + m[1] * cofactors[1] + m[2] * cofactors[2];
    double[] result = new double[9];
    for (int i = 0; i < 9; i++) {
      result[i] = cofactors[i % 3 * 3 + i / 3] / determinant;
    }
    return result;
  }
}
