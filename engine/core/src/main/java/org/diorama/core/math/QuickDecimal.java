package org.diorama.core.math;

import java.util.Optional;

/**
 * The decimals of {@link DecimalText} for numbers of everyday size, by exact arithmetic on 128 bits
 * instead of arbitrarily many: a frame logs thousands of numbers.
 */
final class QuickDecimal {
  private static final double LEAST = 1e-9;
  private static final double GREATEST = 1e14;
  private static final int MANTISSA_BITS = 52;
  private static final double LOG10_OF_2 = 0.30102999566398120;
  private static final long[] POWERS_OF_5 = powers(5, 28);
  private static final long[] POWERS_OF_10 = powers(10, 19);

  private QuickDecimal() {}

  /**
   * The number rounded to 15 digits, or 16 or 17 where fewer don't read back as the same; half to
   * even. Empty beyond the sizes that fit.
   */
  static Optional<String> shortest(double value) {
    double size = Math.abs(value);
    long mantissa = Double.doubleToLongBits(size) & ((1L << MANTISSA_BITS) - 1);
    // Below a power of two the doubles lie closer than above it.
    if (!(size >= LEAST && size < GREATEST) || mantissa == 0) {
      return Optional.empty();
    }
    int exponent = Math.getExponent(size) - MANTISSA_BITS;
    long bits = mantissa | 1L << MANTISSA_BITS;
    int magnitude = magnitude(bits, exponent);
    for (int digits = 15; digits < 17; digits++) {
      Scaled scaled = new Scaled(bits, exponent, digits - 1 - magnitude);
      if (scaled.readsBack()) {
        return scaled.text(value < 0);
      }
    }
    return new Scaled(bits, exponent, 16 - magnitude).text(value < 0);
  }

  /** Power of ten of the first digit of {@code bits · 2^exponent}. */
  private static int magnitude(long bits, int exponent) {
    int guess = (int) Math.floor((exponent + MANTISSA_BITS) * LOG10_OF_2);
    long floor = new Scaled(bits, exponent, 16 - guess).floor();
    return floor >= POWERS_OF_10[17] ? guess + 1 : guess;
  }

  /** {@code bits · 2^exponent · 10^scale} as a whole number and a rest. */
  private static final class Scaled {
    private final int scale;
    private final int shift;
    private final long floor;
    private final long rest;

    Scaled(long bits, int exponent, int scale) {
      this.scale = scale;
      this.shift = -(exponent + scale);
      long factor = POWERS_OF_5[scale];
      long low = bits * factor;
      long high = Math.multiplyHigh(bits, factor);
      this.floor = high << (64 - shift) | low >>> shift;
      this.rest = low & ((1L << shift) - 1);
    }

    long floor() {
      return floor;
    }

    /** Whether the rounded number lies within half a step of doubles, {@code 5^scale / 2}. */
    boolean readsBack() {
      long off = roundsUp() ? (1L << shift) - rest : rest;
      return off < (POWERS_OF_5[scale] + 1) / 2;
    }

    /** Without zeros at the end of a fraction; empty where that has too many places. */
    Optional<String> text(boolean negative) {
      long digits = roundsUp() ? floor + 1 : floor;
      int places = scale;
      while (places > 0 && digits % 10 == 0) {
        digits /= 10;
        places--;
      }
      if (places > DecimalText.LONGEST_PLAIN_SCALE) {
        return Optional.empty();
      }
      String all = Long.toString(places < 0 ? digits * POWERS_OF_10[-places] : digits);
      StringBuilder text = new StringBuilder(places + all.length() + 3);
      text.append(negative ? "-" : "");
      int whole = all.length() - Math.max(0, places);
      if (whole > 0) {
        text.append(all, 0, whole);
      } else {
        text.append('0');
      }
      if (places > 0) {
        text.append('.')
            .append("0".repeat(Math.max(0, -whole)))
            .append(all, Math.max(0, whole), all.length());
      }
      return Optional.of(text.toString());
    }

    private boolean roundsUp() {
      long half = 1L << (shift - 1);
      return rest > half || rest == half && (floor & 1) == 1;
    }
  }

  private static long[] powers(long base, int count) {
    long[] powers = new long[count];
    powers[0] = 1;
    for (int i = 1; i < count; i++) {
      powers[i] = powers[i - 1] * base;
    }
    return powers;
  }
}
