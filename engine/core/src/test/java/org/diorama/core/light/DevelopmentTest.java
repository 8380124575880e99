package org.diorama.core.light;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DevelopmentTest {
  private static double stops(double luminance) {
    return Math.log(luminance) / Math.log(2);
  }

  /** Middle gray by day; a quarter of the stops below 5 cd/m² stays dark, down to 0.005. */
  @ParameterizedTest
  @CsvSource({"100000, 0", "5, 0", "1.25, 0.5", "0.3125, 1", "0.005, 2.491446", "1e-9, 2.491446"})
  void dimLightStaysDarker(double luminance, double stopsLess) {
    assertEquals(0.18 * Math.pow(2, -stopsLess), Development.meteredGray(stops(luminance)), 1e-6);
  }
}
