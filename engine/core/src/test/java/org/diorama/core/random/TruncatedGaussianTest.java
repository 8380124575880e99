package org.diorama.core.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.hipparchus.distribution.continuous.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TruncatedGaussianTest {
  private static final int DRAWS = 100_000;
  private static final NormalDistribution NORMAL = new NormalDistribution();

  /** Wide and narrow, around the mean and in either tail: each of the three proposals. */
  @ParameterizedTest
  @CsvSource({
    "-1, 2",
    "-3, 0",
    "0, 0.3",
    "-0.01, 0.02",
    "-Infinity, 0.4",
    "0.5, Infinity",
    "2, 2.1",
    "3, 5",
    "6, Infinity",
    "-7.5, -7",
    "-Infinity, -4"
  })
  void drawsFollowTheDensityBetweenTheLimits(double low, double high) {
    double[] sample = sample(low, high);
    // Of the upper tail, where differences of the distribution function keep their digits.
    double least = Math.max(low, -RandomStream.WIDEST_GAUSSIAN);
    double mirror = least > 0 ? -1 : 1;
    double below = NORMAL.cumulativeProbability(mirror * least);
    double above = NORMAL.cumulativeProbability(mirror * Math.min(high, 8.5717));
    Statistics.assertKolmogorov(
        sample, z -> (NORMAL.cumulativeProbability(mirror * z) - below) / (above - below));
    for (double z : sample) {
      assertTrue(z >= low && z <= high, z + " is outside");
    }
  }

  @Test
  void limitsThatNoDrawMeetsChangeNothing() {
    for (int frame = 0; frame < 1000; frame++) {
      assertEquals(stream(frame).gaussian(), stream(frame).gaussian(-9, 9));
    }
  }

  @Test
  void noDrawIsWiderThanStated() {
    assertTrue(StrictMath.sqrt(-2 * StrictMath.log(0x1.0p-53)) <= RandomStream.WIDEST_GAUSSIAN);
  }

  private static double[] sample(double low, double high) {
    double[] sample = new double[DRAWS];
    for (int frame = 0; frame < DRAWS; frame++) {
      sample[frame] = stream(frame).gaussian(low, high);
    }
    return sample;
  }

  private static RandomStream stream(int frame) {
    return new RandomStream(4, StreamPath.of("z"), frame, -1);
  }
}
