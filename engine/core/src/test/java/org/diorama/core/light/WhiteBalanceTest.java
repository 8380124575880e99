package org.diorama.core.light;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.diorama.core.math.LinearColor;
import org.diorama.core.math.PlanckianLocus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WhiteBalanceTest {
  /**
   * Bradford's adaptation of XYZ from illuminant A to D65, as Lindbloom's table of chromatic
   * adaptations has it (0.8446965, -0.1179225, 0.3948108; -0.1366303, 1.1041226, 0.1291718;
   * 0.0798489, -0.1348999, 3.1924009), between linear colors of Rec.709. A black body of 2856 K is
   * illuminant A to within 0.001 in x and y.
   */
  @Test
  void lightOfABulbIsAdaptedAsByTheTable() {
    double[] expected = {0.761, -0.460, -0.106, 0.021, 1.175, -0.043, 0.051, 0.191, 3.205};
    double[] rows = WhiteBalance.rows(2856);
    for (int i = 0; i < 9; i++) {
      assertEquals(expected[i], rows[i], 0.012, "entry " + i);
    }
  }

  /** What the black body itself lights is gray, as bright as before. */
  @ParameterizedTest
  @ValueSource(doubles = {2000, 3200, 5600, 12000})
  void theBodyIsNeutral(double kelvin) {
    LinearColor body = PlanckianLocus.color(kelvin);
    double[] rows = WhiteBalance.rows(kelvin);
    for (int row = 0; row < 3; row++) {
      double value =
          rows[3 * row] * body.red()
              + rows[3 * row + 1] * body.green()
              + rows[3 * row + 2] * body.blue();
      assertEquals(body.luminance(), value, 1e-9, kelvin + " K, channel " + row);
    }
  }
}
