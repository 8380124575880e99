package org.diorama.core.weather;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.diorama.core.math.LinearColor;
import org.junit.jupiter.api.Test;

class FogLayerTest {
  private static FogLayer layer(double extinction, double scaleHeight) {
    return new FogLayer(extinction, 3, scaleHeight, LinearColor.WHITE, 0.8);
  }

  /** Black against the horizon has the contrast exp(-βd). */
  @Test
  void blackIsJustSeenAtTheVisibility() {
    for (double visibility : new double[] {10, 200, 40_000}) {
      FogLayer fog = layer(FogLayer.extinctionOfVisibility(visibility), 1e12);
      assertEquals(0.02, Math.exp(-fog.opticalDepth(1, 1, visibility)), 1e-12);
    }
  }

  /** Midpoint sums over small pieces of the way instead of the integral. */
  @Test
  void opticalDepthIsTheIntegralOfTheDensity() {
    SplittableRandom random = new SplittableRandom(11);
    for (int k = 0; k < 300; k++) {
      FogLayer fog = layer(random.nextDouble(1e-4, 0.1), random.nextDouble(1, 500));
      double from = random.nextDouble(-5, 40);
      double to = k % 5 == 0 ? from + 1e-5 : random.nextDouble(-5, 40);
      double distance = Math.abs(to - from) + random.nextDouble(0.1, 300);
      double sum = 0;
      int pieces = 20_000;
      for (int i = 0; i < pieces; i++) {
        double height = from + (to - from) * (i + 0.5) / pieces;
        double density = height <= 3 ? 1 : Math.exp(-(height - 3) / fog.scaleHeight());
        sum += fog.extinction() * density * distance / pieces;
      }
      assertEquals(sum, fog.opticalDepth(from, to, distance), 2e-5 * sum, "seed 11, case " + k);
    }
  }

  @Test
  void wayOutIsALongWay() {
    FogLayer fog = layer(0.02, 30);
    for (double from : new double[] {-2, 3, 25}) {
      for (double sine : new double[] {0.05, 0.4, 1}) {
        double length = 5000 / sine;
        assertEquals(
            fog.opticalDepth(from, from + length * sine, length),
            fog.opticalDepthOut(from, sine, 0),
            1e-9);
      }
    }
    double slant = 4.5 / 0.3;
    assertEquals(fog.opticalDepth(4.5, 0, slant), fog.opticalDepthOut(4.5, -0.3, 0), 1e-12);
  }

  /**
   * The way's optical depth is the one asked for; where it leaves the layer first, there is none.
   */
  @Test
  void wayThroughIsTheInverseOfTheOpticalDepth() {
    SplittableRandom random = new SplittableRandom(12);
    int left = 0;
    for (int k = 0; k < 500; k++) {
      FogLayer fog =
          layer(random.nextDouble(1e-3, 0.1), k % 7 == 0 ? 1e12 : random.nextDouble(1, 90));
      double from = random.nextDouble(-5, 40);
      double sine = k % 5 == 0 ? 0 : random.nextDouble(-1, 1);
      double depth = random.nextDouble(0, 4);
      double way = fog.wayThrough(from, sine, depth);
      if (Double.isInfinite(way)) {
        assertTrue(fog.opticalDepthOut(from, sine, -1e9) <= depth * (1 + 1e-9), "case " + k);
        left++;
      } else {
        double reached = fog.opticalDepth(from, from + way * sine, way);
        assertEquals(depth, reached, 1e-3 * depth + 1e-9, "seed 12, case " + k);
      }
    }
    assertTrue(left > 20, "ways out are among them: " + left);
  }

  @Test
  void phaseFunctionSumsToOneAndHasItsMeanCosine() {
    FogLayer fog = layer(1, 1);
    double sum = 0;
    double mean = 0;
    int steps = 200_000;
    for (int i = 0; i < steps; i++) {
      double cosine = -1 + 2 * (i + 0.5) / steps;
      double share = fog.phase(cosine) * 2 * Math.PI * 2 / steps;
      sum += share;
      mean += cosine * share;
    }
    assertEquals(1, sum, 1e-6);
    assertEquals(0.8, mean, 1e-6);
  }
}
