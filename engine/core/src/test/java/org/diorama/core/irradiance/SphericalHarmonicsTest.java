package org.diorama.core.irradiance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.diorama.core.math.Vec3;
import org.junit.jupiter.api.Test;

class SphericalHarmonicsTest {
  private static final Vec3[] DIRECTIONS = ProbeRays.spread(4000, 0);

  private static double[] at(Vec3 direction) {
    double[] values = new double[SphericalHarmonics.COUNT];
    SphericalHarmonics.evaluate(direction.x(), direction.y(), direction.z(), values);
    return values;
  }

  @Test
  void theyAreOrthonormal() {
    double[][] products = new double[SphericalHarmonics.COUNT][SphericalHarmonics.COUNT];
    for (Vec3 direction : DIRECTIONS) {
      double[] values = at(direction);
      for (int i = 0; i < values.length; i++) {
        for (int j = 0; j < values.length; j++) {
          products[i][j] += values[i] * values[j] * 4 * Math.PI / DIRECTIONS.length;
        }
      }
    }
    for (int i = 0; i < products.length; i++) {
      for (int j = 0; j < products.length; j++) {
        assertEquals(i == j ? 1 : 0, products[i][j], 2e-3, i + ", " + j);
      }
    }
  }

  /**
   * Lux on a surface of normal n: of luminance 1 they are π, of that which follows a line 2π/3 as
   * much as it is along n, of a second-order one a quarter of π.
   */
  @Test
  void luxOfPolynomialsAreTheirClosedForms() {
    Vec3 n = new Vec3(0.48, -0.6, 0.64);
    Vec3 a = new Vec3(0.36, 0.48, 0.8);
    double along = n.dot(a);
    assertEquals(Math.PI, lux(d -> 1, n), 2e-3 * Math.PI);
    assertEquals(2 * Math.PI / 3 * along, lux(d -> d.dot(a), n), 2e-3 * Math.PI);
    double second = Math.PI / 4 * (3 * along * along - 1);
    assertEquals(second, lux(d -> 3 * d.dot(a) * d.dot(a) - 1, n), 2e-3 * Math.PI);
  }

  private static double lux(ToDoubleFunction<Vec3> luminance, Vec3 normal) {
    double[] there = at(normal);
    double sum = 0;
    for (Vec3 direction : List.of(DIRECTIONS)) {
      double[] here = at(direction);
      double light = luminance.applyAsDouble(direction) * 4 * Math.PI / DIRECTIONS.length;
      for (int k = 0; k < SphericalHarmonics.COUNT; k++) {
        sum += light * here[k] * there[k] * SphericalHarmonics.cosineLobe(k);
      }
    }
    return sum;
  }
}
