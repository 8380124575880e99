package org.diorama.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.diorama.core.math.Vec3;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Few facets stand for all as many do: they lean to all sides, the steepest ones, too. */
class FacetSampleTest {
  private static final double ROUGHNESS = 0.3;

  @ParameterizedTest
  @ValueSource(ints = {16, 64})
  void facetsOfEverySteepnessLeanToAllSides(int count) {
    for (int quarter = 0; quarter < 4; quarter++) {
      double x = 0;
      double y = 0;
      for (int k = quarter * count / 4; k < (quarter + 1) * count / 4; k++) {
        Vec3 lean = lean(k, count);
        double sine = Math.hypot(lean.x(), lean.y());
        x += lean.x() / sine;
        y += lean.y() / sine;
      }
      double mean = Math.hypot(x, y) / (count / 4.0);
      assertTrue(mean < 0.4, "quarter " + quarter + " of " + count + " leans by " + mean);
    }
  }

  /**
   * Half of GGX's facets lean by less than alpha: its cumulative distribution is t² / (α² + t²).
   */
  @ParameterizedTest
  @ValueSource(ints = {16, 64})
  void halfOfThemLeanByLessThanAlpha(int count) {
    int less = 0;
    for (int k = 0; k < count; k++) {
      Vec3 normal = lean(k, count);
      less += Math.hypot(normal.x(), normal.y()) / normal.z() < ROUGHNESS * ROUGHNESS ? 1 : 0;
    }
    assertEquals(count / 2, less);
  }

  private static Vec3 lean(int number, int count) {
    return new FacetSample(number, count).normal(Vec3.UNIT_Z, ROUGHNESS);
  }
}
