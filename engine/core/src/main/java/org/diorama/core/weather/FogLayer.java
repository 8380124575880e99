package org.diorama.core.weather;

import org.diorama.core.math.LinearColor;

/**
 * Air that scatters light: even up to a height, thinning out exponentially above it.
 *
 * @param extinction 1/m up to the base, in [0, 100]
 * @param baseHeight meters in the world
 * @param scaleHeight meters above the base over which it thins out to 1/e; infinite for even air
 * @param albedo share of the light met that is scattered, not absorbed, per channel
 * @param asymmetry mean cosine of the scattering angle, in (-1, 1): Henyey and Greenstein, 1941
 */
public record FogLayer(
    double extinction,
    double baseHeight,
    double scaleHeight,
    LinearColor albedo,
    double asymmetry) {
  /** Least contrast that an eye tells apart. */
  private static final double CONTRAST_THRESHOLD = 0.02;

  /**
   * Extinction in 1/m at which a black thing against the horizon is just seen at a distance:
   * Koschmieder, Theorie der horizontalen Sichtweite (1924), with a threshold of 2 %.
   */
  public static double extinctionOfVisibility(double meters) {
    return -StrictMath.log(CONTRAST_THRESHOLD) / meters;
  }

  /**
   * Optical depth between two points.
   *
   * @param fromHeight z of one end in the world, meters; likewise the other
   * @param distance meters between them
   */
  public double opticalDepth(double fromHeight, double toHeight, double distance) {
    double rise = toHeight - fromHeight;
    double mean =
        Math.abs(rise) < 1e-3
            ? density(0.5 * (fromHeight + toHeight))
            : (below(toHeight) - below(fromHeight)) / rise;
    return extinction * mean * distance;
  }

  /**
   * Optical depth from a point out of the layer, or on to the ground for a way down.
   *
   * @param sine of the way's elevation, in [-1, 1]
   * @param ground height of the ground that ends a way down
   */
  public double opticalDepthOut(double fromHeight, double sine, double ground) {
    double steep = Math.max(Math.abs(sine), 1e-6);
    double column =
        sine >= 0
            ? baseHeight + scaleHeight - Math.min(fromHeight, baseHeight) - excess(fromHeight)
            : below(fromHeight) - below(Math.min(fromHeight, ground));
    return extinction * column / steep;
  }

  /**
   * Meters of a way after which its optical depth is reached; infinite where it leaves the layer
   * first.
   *
   * @param fromHeight z of its start in the world, meters
   * @param sine of the way's elevation, in [-1, 1]
   * @param opticalDepth 0 or more
   */
  public double wayThrough(double fromHeight, double sine, double opticalDepth) {
    double thick = opticalDepth / extinction;
    if (Math.abs(sine) < 1e-3) {
      return thick / density(fromHeight);
    }
    double column = below(fromHeight) + thick * sine;
    if (column >= scaleHeight) {
      return Double.POSITIVE_INFINITY;
    }
    double above =
        column <= 0 || Double.isInfinite(scaleHeight)
            ? column
            : -scaleHeight * StrictMath.log1p(-column / scaleHeight);
    return Math.max(0, (baseHeight + above - fromHeight) / sine);
  }

  /** Share of the base's density at a height. */
  private double density(double height) {
    return height <= baseHeight ? 1 : StrictMath.exp((baseHeight - height) / scaleHeight);
  }

  /** Integral of the density from the base up to a height; negative below the base. */
  private double below(double height) {
    return height <= baseHeight ? height - baseHeight : excess(height);
  }

  private double excess(double height) {
    double above = Math.max(0, height - baseHeight);
    return Double.isInfinite(scaleHeight)
        ? above
        : scaleHeight * -StrictMath.expm1(-above / scaleHeight);
  }

  /**
   * Share of scattered light that goes on in a direction, per steradian.
   *
   * @param cosine of the angle between the light's way and the direction
   */
  public double phase(double cosine) {
    double g = asymmetry;
    double d = 1 + g * g - 2 * g * cosine;
    return (1 - g * g) / (4 * Math.PI * d * Math.sqrt(d));
  }
}
