package org.diorama.core.random;

/**
 * Standard normal draws between two limits, by rejection: Robert, "Simulation of truncated normal
 * variables", Statistics and Computing 5, 1995. The proposals are normal where the limits take in
 * much of the density, else uniform or, in a tail, exponential; about half of them or more are
 * accepted.
 */
final class TruncatedGaussian {
  /** From this width on, around 0, normal proposals are accepted more often than uniform ones. */
  private static final double WIDE = StrictMath.sqrt(2 * StrictMath.PI);

  private TruncatedGaussian() {}

  /**
   * @param low below {@code high}
   */
  static double draw(RandomStream stream, double low, double high) {
    if (low <= 0 && high >= 0) {
      return high - low > WIDE ? normal(stream, low, high) : uniform(stream, low, high, 0);
    }
    return low > 0 ? tail(stream, low, high) : -tail(stream, -high, -low);
  }

  private static double normal(RandomStream stream, double low, double high) {
    double z;
    do {
      z = stream.gaussian();
    } while (z < low || z > high);
    return z;
  }

  /** Both limits positive. */
  private static double tail(RandomStream stream, double low, double high) {
    double root = StrictMath.sqrt(low * low + 4);
    double rate = (low + root) / 2;
    double narrow =
        2
            * StrictMath.sqrt(StrictMath.E)
            / (low + root)
            * StrictMath.exp((low * low - low * root) / 4);
    return high - low <= narrow
        ? uniform(stream, low, high, low)
        : exponential(stream, low, high, rate);
  }

  /**
   * @param mode where the density is highest between the limits
   */
  private static double uniform(RandomStream stream, double low, double high, double mode) {
    double z;
    do {
      z = stream.uniform(low, high);
    } while (stream.uniform() >= StrictMath.exp((mode * mode - z * z) / 2));
    return z;
  }

  private static double exponential(RandomStream stream, double low, double high, double rate) {
    double z;
    double excess;
    do {
      z = low - StrictMath.log(1 - stream.uniform()) / rate;
      excess = z - rate;
    } while (z > high || stream.uniform() >= StrictMath.exp(-excess * excess / 2));
    return z;
  }
}
