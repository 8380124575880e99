package org.diorama.core.random;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * Goodness-of-fit tests at a significance of one in a million. Seeds are fixed, so a test that
 * passes once always passes; the level says how surprising the fixed sample may be.
 */
public final class Statistics {
  private static final double SIGNIFICANCE = 1e-6;

  /** Standard normal quantile of 1 - SIGNIFICANCE. */
  private static final double QUANTILE = 4.753424;

  private Statistics() {}

  /** Pearson's test; the critical value by Wilson and Hilferty's approximation, 1931. */
  public static void assertChiSquare(long[] observed, double[] probabilities) {
    long total = Arrays.stream(observed).sum();
    double statistic = 0;
    for (int i = 0; i < observed.length; i++) {
      double expected = total * probabilities[i];
      assertTrue(expected >= 5, "too few draws for cell " + i);
      statistic += (observed[i] - expected) * (observed[i] - expected) / expected;
    }
    double freedom = observed.length - 1;
    double spread = 2 / (9 * freedom);
    double critical = freedom * Math.pow(1 - spread + QUANTILE * Math.sqrt(spread), 3);
    assertTrue(statistic < critical, "chi-square " + statistic + " exceeds " + critical);
  }

  /** Kolmogorov's test against a continuous distribution. */
  public static void assertKolmogorov(double[] sample, DoubleUnaryOperator cumulative) {
    double[] sorted = sample.clone();
    Arrays.sort(sorted);
    double largest = 0;
    for (int i = 0; i < sorted.length; i++) {
      double expected = cumulative.applyAsDouble(sorted[i]);
      largest = Math.max(largest, Math.abs(expected - (double) i / sorted.length));
      largest = Math.max(largest, Math.abs(expected - (i + 1.0) / sorted.length));
    }
    double critical = Math.sqrt(-Math.log(SIGNIFICANCE / 2) / (2 * sorted.length));
    assertTrue(largest < critical, "distance " + largest + " exceeds " + critical);
  }

  /** Pearson's correlation; of independent samples it is nearly normal with variance 1 / n. */
  public static void assertUncorrelated(double[] one, double[] other) {
    double meanOne = Arrays.stream(one).average().orElseThrow();
    double meanOther = Arrays.stream(other).average().orElseThrow();
    double both = 0;
    double squaresOne = 0;
    double squaresOther = 0;
    for (int i = 0; i < one.length; i++) {
      both += (one[i] - meanOne) * (other[i] - meanOther);
      squaresOne += (one[i] - meanOne) * (one[i] - meanOne);
      squaresOther += (other[i] - meanOther) * (other[i] - meanOther);
    }
    double correlation = both / Math.sqrt(squaresOne * squaresOther);
    double critical = QUANTILE / Math.sqrt(one.length);
    assertTrue(
        Math.abs(correlation) < critical, "correlation " + correlation + " exceeds " + critical);
  }

  /** Standard normal distribution function; Abramowitz and Stegun 7.1.26, error below 1.5e-7. */
  public static double normalCumulative(double z) {
    double x = Math.abs(z) / Math.sqrt(2);
    double t = 1 / (1 + 0.3275911 * x);
    double tail =
        t
            * (0.254829592
                + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
            * Math.exp(-x * x);
    return z < 0 ? tail / 2 : 1 - tail / 2;
  }
}
