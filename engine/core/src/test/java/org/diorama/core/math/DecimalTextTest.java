package org.diorama.core.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
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

  @Test
  void infinityHasNoText() {
    assertThrows(NumberFormatException.class, () -> DecimalText.of(Double.POSITIVE_INFINITY));
  }
}
