package org.diorama.core.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanckianLocusTest {
  /** CIE 1931 chromaticities of black bodies, from the definition (Planck's law, 2° observer). */
  @ParameterizedTest
  @CsvSource({
    "2000, 0.5267, 0.4133",
    "2856, 0.4475, 0.4074",
    "4000, 0.3805, 0.3768",
    "5000, 0.3451, 0.3516",
    "6500, 0.3135, 0.3237",
    "10000, 0.2807, 0.2884",
    "20000, 0.2565, 0.2577"
  })
  void liesOnTheLocus(double temperature, double x, double y) {
    double approximated = PlanckianLocus.chromaticityX(temperature);
    assertEquals(x, approximated, 0.001);
    assertEquals(y, PlanckianLocus.chromaticityY(temperature, approximated), 0.001);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1667, 1800, 2222, 3000, 4000, 5500, 6504, 12000, 25000})
  void hasLuminanceOneAndNoNegativeChannel(double temperature) {
    LinearColor color = PlanckianLocus.color(temperature);
    assertEquals(1, color.luminance(), 1e-12);
    assertTrue(Math.min(color.red(), Math.min(color.green(), color.blue())) >= 0);
  }

  @Test
  void warmLightIsRedAndColdLightBlue() {
    LinearColor candle = PlanckianLocus.color(1900);
    LinearColor shade = PlanckianLocus.color(10000);
    assertTrue(candle.red() > 2 * candle.green() && candle.green() > 10 * candle.blue());
    assertTrue(shade.blue() > 1.3 * shade.red());
    // Rec.709's white is D65, a little greener than the black body of 6504 K.
    LinearColor white = PlanckianLocus.color(6504);
    assertEquals(1, white.red(), 0.05);
    assertEquals(1, white.green(), 0.05);
    assertEquals(1, white.blue(), 0.05);
  }

  @Test
  void thePiecesMeet() {
    for (double knot : new double[] {2222, 4000}) {
      LinearColor below = PlanckianLocus.color(knot - 0.01);
      LinearColor above = PlanckianLocus.color(knot + 0.01);
      assertEquals(below.red(), above.red(), 0.005);
      assertEquals(below.blue(), above.blue(), 0.005);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {1666, 25001, Double.NaN})
  void otherTemperaturesAreRefused(double temperature) {
    assertThrows(IllegalArgumentException.class, () -> PlanckianLocus.color(temperature));
  }
}
