package org.diorama.core.sky.air;

import java.util.function.DoubleUnaryOperator;
import org.diorama.core.math.LinearColor;

/**
 * The channels of linear Rec.709 as responses to a spectrum: the observer of Wyman, Sloan and
 * Shirley, Simple Analytic Approximations to the CIE XYZ Color Matching Functions (JCGT 2013), in
 * the light of a black body of 5778 K.
 */
final class Channels {
  private Channels() {}

  /** Mean of a function of nanometers over each channel. */
  static LinearColor mean(DoubleUnaryOperator value) {
    LinearColor weighted = sum(value);
    LinearColor plain = sum(nm -> 1);
    return new LinearColor(
        weighted.red() / plain.red(),
        weighted.green() / plain.green(),
        weighted.blue() / plain.blue());
  }

  /** The body's color, of luminance 1. */
  static LinearColor light() {
    LinearColor light = sum(nm -> 1);
    return light.times(1 / light.luminance());
  }

  private static LinearColor sum(DoubleUnaryOperator value) {
    LinearColor sum = LinearColor.BLACK;
    for (int nm = 361; nm < 829; nm++) {
      double x =
          lobe(nm, 0.362, 442, 0.0624, 0.0374)
              + lobe(nm, 1.056, 599.8, 0.0264, 0.0323)
              - lobe(nm, 0.065, 501.1, 0.0490, 0.0382);
      double y = lobe(nm, 0.821, 568.8, 0.0213, 0.0247) + lobe(nm, 0.286, 530.9, 0.0613, 0.0322);
      double z = lobe(nm, 1.217, 437, 0.0845, 0.0278) + lobe(nm, 0.681, 459, 0.0385, 0.0725);
      LinearColor response =
          new LinearColor(
              3.2404542 * x - 1.5371385 * y - 0.4985314 * z,
              -0.9692660 * x + 1.8760108 * y + 0.0415560 * z,
              0.0556434 * x - 0.2040259 * y + 1.0572252 * z);
      double planck = Math.pow(nm, -5) / Math.expm1(1.4388e7 / (nm * 5778.0));
      sum = sum.plus(response.times(planck * value.applyAsDouble(nm)));
    }
    return sum;
  }

  private static double lobe(double nm, double height, double at, double left, double right) {
    double t = (nm - at) * (nm < at ? left : right);
    return height * Math.exp(-0.5 * t * t);
  }
}
