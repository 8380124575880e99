package org.diorama.core.math;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Numbers as text, the same on every Java: {@code Double.toString} gives a longer form than needed
 * before Java 19.
 */
public final class DecimalText {
  /** Places of a fraction up to which a number is written without an exponent. */
  static final int LONGEST_PLAIN_SCALE = 20;

  private DecimalText() {}

  /**
   * The shortest decimal that reads back as the same value, such as {@code 0.1}, {@code 3} or
   * {@code 1E+30}. Negative zero is {@code 0}; subnormal numbers may have more digits than needed.
   *
   * @throws NumberFormatException where the value is not finite
   */
  public static String of(double value) {
    if (value == 0) {
      return "0";
    }
    return QuickDecimal.shortest(value).orElseGet(() -> text(shortest(value)));
  }

  private static BigDecimal shortest(double value) {
    // Of a normal number no other decimal of 15 digits or fewer reads back as the same, and the
    // exact one has hundreds where it is tiny.
    if (Math.abs(value) >= Double.MIN_NORMAL) {
      BigDecimal written = new BigDecimal(Double.toString(value)).stripTrailingZeros();
      if (written.precision() <= 15) {
        return written;
      }
    }
    BigDecimal exact = new BigDecimal(value);
    // 17 significant digits always suffice, and up to 15 are never ambiguous: trailing zeros of
    // the 15-digit form are the digits that are not needed.
    for (int digits = 15; digits < 17; digits++) {
      BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
      if (Double.parseDouble(rounded.toString()) == value) {
        return rounded;
      }
    }
    return exact.round(new MathContext(17, RoundingMode.HALF_EVEN));
  }

  private static String text(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return Math.abs(stripped.scale()) <= LONGEST_PLAIN_SCALE
        ? stripped.toPlainString()
        : stripped.toString();
  }
}
