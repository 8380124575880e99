package org.diorama.core.random;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The draws of one parameter: a function of (seed, frame, path, instance, draw number) and of
 * nothing else, so that no other parameter, thread or order of evaluation can change them.
 */
public final class RandomStream {
  /** Stands for "no frame": a draw made once a dataset. */
  public static final long WHOLE_DATASET = -1;

  /** Stands for "no instance": a draw made once a frame or dataset. */
  public static final long WHOLE_GROUP = -1;

  private static final double DOUBLE_UNIT = 0x1.0p-53;

  private final long seed;
  private final long frame;
  private final long instance;
  private final long pathHash0;
  private final long pathHash1;
  private long drawNumber;

  /**
   * @param path the parameter's path in the scene
   * @param frame frame number, or {@link #WHOLE_DATASET}
   * @param instance index within the object group, or {@link #WHOLE_GROUP}
   */
  public RandomStream(long seed, String path, long frame, long instance) {
    this.seed = seed;
    this.frame = frame;
    this.instance = instance;
    byte[] digest = sha256(path);
    this.pathHash0 = word(digest, 0);
    this.pathHash1 = word(digest, 8);
  }

  /** 64 uniform random bits. */
  public long nextBits() {
    long[] counter = {pathHash1, frame, instance, drawNumber++};
    Philox.apply(counter, seed, pathHash0);
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

  private static byte[] sha256(String path) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(path.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static long word(byte[] bytes, int offset) {
    long word = 0;
    for (int i = 0; i < 8; i++) {
      word = word << 8 | (bytes[offset + i] & 0xffL);
    }
    return word;
  }
}
