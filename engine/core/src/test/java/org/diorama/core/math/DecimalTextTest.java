package org.diorama.core.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecimalTextTest {
  @ParameterizedTest
  @CsvSource({
    "0,0",
    "-0.0,0",
    "1,1",
    "1.50,1.5",
    "-273.15,-273.15",
    "1e2,100",
    "0.1,0.1",
    "2e-3,0.002",
    "2.0E23,2E+23",
    "1e21,1E+21",
    "123456789012345678,123456789012345680",
    "4.9e-324,4.94065645841247E-324",
    "1.7976931348623157e308,1.7976931348623157E+308"
  })
  void shortest(double value, String text) {
    assertEquals(text, DecimalText.of(value));
  }

  @Test
  void everyDoubleReadsBackAndNoShorterDecimalDoes() {
    long seed = 20261122;
    Random random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      double value = Double.longBitsToDouble(random.nextLong());
      if (!Double.isFinite(value) || Math.abs(value) < Double.MIN_NORMAL) {
        continue;
      }
      String text = DecimalText.of(value);
      assertEquals(value, Double.parseDouble(text), "seed " + seed);
      int digits = new BigDecimal(text).stripTrailingZeros().precision();
      int javas = new BigDecimal(Double.toString(value)).stripTrailingZeros().precision();
      assertTrue(digits <= javas, text + " is longer than " + value);
    }
  }

  /** The quick way against the definition: rounded exactly, to 15 digits, or 16, or 17. */
  @Test
  void numbersOfEverydaySizeAreRoundedExactly() {
    long seed = 20261123;
    Random random = new Random(seed);
    for (int i = 0; i < 200_000; i++) {
      double value = Math.scalb(random.nextDouble() - 0.5, random.nextInt(84) - 32);
      value = i % 3 == 0 ? Math.rint(value * 1000) / 1000 : value;
      value = i % 5 == 0 ? Math.nextUp((float) value) : value;
      if (value != 0) {
        assertEquals(defined(value), DecimalText.of(value), "seed " + seed + ": " + value);
      }
    }
  }

  /**
   * Short decimals of any size, which a shorter way finds, and their neighbors, which it doesn't.
   */
  @Test
  void numbersOfAnySizeAreRoundedExactly() {
    long seed = 20261129;
    Random random = new Random(seed);
    for (int i = 0; i < 5_000; i++) {
      long digits = random.nextLong() >>> 1 + random.nextInt(62);
      double value = Double.parseDouble(digits + "e" + (random.nextInt(620) - 330));
      for (double each : new double[] {value, Math.nextUp(value), -value}) {
        if (each != 0 && Double.isFinite(each)) {
          assertEquals(defined(each), DecimalText.of(each), "seed " + seed + ": " + each);
        }
      }
    }
  }

  private static String defined(double value) {
    BigDecimal exact = new BigDecimal(value);
    BigDecimal rounded = exact;
    for (int digits = 15; digits <= 17; digits++) {
      rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
      if (rounded.doubleValue() == value) {
        break;
      }
    }
    BigDecimal stripped = rounded.stripTrailingZeros();
    return Math.abs(stripped.scale()) <= 20 ? stripped.toPlainString() : stripped.toString();
  }

  @Test
  void infinityHasNoText() {
    assertThrows(NumberFormatException.class, () -> DecimalText.of(Double.POSITIVE_INFINITY));
  }
}
