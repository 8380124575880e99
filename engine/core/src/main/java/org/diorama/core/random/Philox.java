package org.diorama.core.random;

/**
 * Philox4x64-10, a counter-based generator: a keyed bijection of 256-bit counters. Salmon, Moraes,
 * Dror, Shaw: "Parallel random numbers: as easy as 1, 2, 3", SC 2011.
 */
final class Philox {
  private static final int ROUNDS = 10;
  private static final long MULTIPLIER_0 = 0xD2E7470EE14C6C93L;
  private static final long MULTIPLIER_1 = 0xCA5A826395121157L;
  private static final long WEYL_0 = 0x9E3779B97F4A7C15L;
  private static final long WEYL_1 = 0xBB67AE8584CAA73BL;

  private Philox() {}

  /** Replaces the four words of {@code counter} by their image under the key. */
  static void apply(long[] counter, long key0, long key1) {
    long c0 = counter[0];
    long c1 = counter[1];
    long c2 = counter[2];
    long c3 = counter[3];
    for (int round = 0; round < ROUNDS; round++) {
      long high0 = multiplyHighUnsigned(MULTIPLIER_0, c0);
      long low0 = MULTIPLIER_0 * c0;
      long high1 = multiplyHighUnsigned(MULTIPLIER_1, c2);
      long low1 = MULTIPLIER_1 * c2;
      // What waits for the products comes last: each round starts with the one before.
      c0 = high1 ^ (c1 ^ key0);
      c1 = low1;
      c2 = high0 ^ (c3 ^ key1);
      c3 = low0;
      key0 += WEYL_0;
      key1 += WEYL_1;
    }
    counter[0] = c0;
    counter[1] = c1;
    counter[2] = c2;
    counter[3] = c3;
  }

  private static long multiplyHighUnsigned(long a, long b) {
    return Math.multiplyHigh(a, b) + (((a >> 63) & b) + ((b >> 63) & a));
  }
}
