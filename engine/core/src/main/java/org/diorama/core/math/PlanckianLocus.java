package org.diorama.core.math;

/**
 * Color of a black body: the cubic approximation of the Planckian locus of Kim, Kim, Kim, Lee,
 * Park, "Design of advanced color temperature control system for HDTV applications", J. Korean
 * Phys. Soc. 41, 2002 (x(T) and y(x); off the exact locus by less than 0.001 in x and y).
 */
public final class PlanckianLocus {
  /** Kelvin; the approximation's range. */
  public static final double MIN_TEMPERATURE = 1667;

  public static final double MAX_TEMPERATURE = 25000;

  private PlanckianLocus() {}

  /**
   * Linear Rec.709 color of luminance 1. Below about 1900 K the color lies outside Rec.709: its
   * negative blue is cut off.
   *
   * @param temperature kelvin, from {@link #MIN_TEMPERATURE} to {@link #MAX_TEMPERATURE}
   */
  public static LinearColor color(double temperature) {
    if (!(temperature >= MIN_TEMPERATURE && temperature <= MAX_TEMPERATURE)) {
      throw new IllegalArgumentException("no color at " + temperature + " K");
    }
    double x = chromaticityX(temperature);
    double y = chromaticityY(temperature, x);
    // XYZ of luminance 1, then the matrix of Rec. ITU-R BT.709 primaries with D65 white.
    double bigX = x / y;
    double bigZ = (1 - x - y) / y;
    LinearColor color =
        new LinearColor(
            Math.max(0, 3.2404542 * bigX - 1.5371385 - 0.4985314 * bigZ),
            Math.max(0, -0.9692660 * bigX + 1.8760108 + 0.0415560 * bigZ),
            Math.max(0, 0.0556434 * bigX - 0.2040259 + 1.0572252 * bigZ));
    return color.times(1 / color.luminance());
  }

  static double chromaticityX(double temperature) {
    double k = 1000 / temperature;
    return temperature <= 4000
        ? ((-0.2661239 * k - 0.2343589) * k + 0.8776956) * k + 0.179910
        : ((-3.0258469 * k + 2.1070379) * k + 0.2226347) * k + 0.240390;
  }

  static double chromaticityY(double temperature, double x) {
    if (temperature <= 2222) {
      return ((-1.1063814 * x - 1.34811020) * x + 2.18555832) * x - 0.20219683;
    }
    return temperature <= 4000
        ? ((-0.9549476 * x - 1.37418593) * x + 2.09137015) * x - 0.16748867
        : ((3.0817580 * x - 5.87338670) * x + 3.75112997) * x - 0.37001483;
  }
}
