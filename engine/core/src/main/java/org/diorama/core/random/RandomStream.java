package org.diorama.core.random;

/**
 * The draws of one parameter: a function of (seed, moment, path, instance, draw number) and of
 * nothing else, so that no other parameter, thread or order of evaluation can change them.
 */
public final class RandomStream {
  /** Stands for "no moment": a draw made once a dataset. */
  public static final long WHOLE_DATASET = -1;

  /** No standard normal draw is farther from 0: the least uniform draw above 0 is 2⁻⁵³. */
  public static final double WIDEST_GAUSSIAN = 8.5717;

  private static final double DOUBLE_UNIT = 0x1.0p-53;

  private final long seed;
  private final long moment;
  private final long instance;
  private final StreamPath path;
  private long drawNumber;

  /**
   * @param path of the parameter
   * @param moment number of the sequence or frame, or {@link #WHOLE_DATASET}
   * @param instance identity of the instance, or -1 for a draw that instances share
   */
  public RandomStream(long seed, StreamPath path, long moment, long instance) {
    this.seed = seed;
    this.moment = moment;
    this.instance = instance;
    this.path = path;
  }

  /** 64 uniform random bits. */
  public long nextBits() {
    long[] counter = {path.hash1(), moment, instance, drawNumber++};
    Philox.apply(counter, seed, path.hash0());
    return counter[0];
  }

  /** Uniform on [0, 1) with 53 bits. */
  public double uniform() {
    return (nextBits() >>> 11) * DOUBLE_UNIT;
  }

  /** Uniform on [min, max); {@code min} where both are equal. */
  public double uniform(double min, double max) {
    double value = min + (max - min) * uniform();
    return value < max ? value : Math.max(min, Math.nextDown(max));
  }

  /**
   * Uniform on the whole numbers min..max, both included, without bias (rejection of the incomplete
   * last run of the range).
   */
  public long uniformInt(long min, long max) {
    if (min > max) {
      throw new IllegalArgumentException("min " + min + " exceeds max " + max);
    }
    long range = max - min + 1;
    if (range == 0) {
      return nextBits();
    }
    long bits;
    long remainder;
    do {
      bits = nextBits();
      remainder = Long.remainderUnsigned(bits, range);
    } while (Long.compareUnsigned(bits - remainder, -range) > 0);
    return min + remainder;
  }

  /**
   * Standard normal: Box and Muller, "A note on the generation of random normal deviates", 1958.
   */
  public double gaussian() {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - uniform()));
    return radius * StrictMath.cos(2 * StrictMath.PI * uniform());
  }

  /**
   * Standard normal between two limits, which may be infinite.
   *
   * @param low below {@code high}, and at most {@link #WIDEST_GAUSSIAN}
   * @param high at least {@code -}{@link #WIDEST_GAUSSIAN}
   */
  public double gaussian(double low, double high) {
    return TruncatedGaussian.draw(
        this, Math.max(low, -WIDEST_GAUSSIAN), Math.min(high, WIDEST_GAUSSIAN));
  }
}
