package org.diorama.core.scene;

import java.util.List;

/**
 * What the draws of a distribution can be, known before any is made. Rounding keeps order, so that
 * sums and products of bounds bound those of draws to the last bit.
 *
 * @param min no draw is below
 * @param max no draw is above
 * @param whole whether every draw is a whole number, exact as such
 */
public record NumberBounds(double min, double max, boolean whole) {
  private static final double EXACT = 1L << 53;

  public static NumberBounds of(Distribution<Double> distribution) {
    if (distribution instanceof Distribution.Constant<Double> constant) {
      return between(constant.value(), constant.value(), isWhole(constant.value()));
    }
    if (distribution instanceof Distribution.Reference<Double> reference) {
      return of(reference.parameter().distribution());
    }
    if (distribution instanceof Distribution.Uniform uniform) {
      return between(uniform.min(), uniform.max(), false);
    }
    if (distribution instanceof Distribution.UniformInt uniform) {
      return between(uniform.min(), uniform.max(), true);
    }
    if (distribution instanceof Distribution.Normal normal) {
      return between(normal.least(), normal.greatest(), false);
    }
    if (distribution instanceof NumberDistribution.LogUniform uniform) {
      return between(uniform.min(), uniform.max(), false);
    }
    if (distribution instanceof NumberDistribution.Strata strata) {
      return between(strata.min(), strata.max(), false);
    }
    if (distribution instanceof NumberDistribution.Sum sum) {
      return sum(sum.terms());
    }
    if (distribution instanceof NumberDistribution.Product product) {
      return product(product.factors());
    }
    return union(Alternatives.of(distribution));
  }

  private static NumberBounds sum(List<Distribution<Double>> terms) {
    NumberBounds total = new NumberBounds(0, 0, true);
    for (Distribution<Double> term : terms) {
      NumberBounds next = of(term);
      total = between(total.min + next.min, total.max + next.max, total.whole && next.whole);
    }
    return total;
  }

  private static NumberBounds product(List<Distribution<Double>> factors) {
    NumberBounds total = new NumberBounds(1, 1, true);
    for (Distribution<Double> factor : factors) {
      NumberBounds next = of(factor);
      double a = total.min * next.min;
      double b = total.min * next.max;
      double c = total.max * next.min;
      double d = total.max * next.max;
      total =
          between(
              Math.min(Math.min(a, b), Math.min(c, d)),
              Math.max(Math.max(a, b), Math.max(c, d)),
              total.whole && next.whole);
    }
    return total;
  }

  private static NumberBounds union(List<Distribution<Double>> alternatives) {
    double min = Double.POSITIVE_INFINITY;
    double max = Double.NEGATIVE_INFINITY;
    boolean whole = true;
    for (Distribution<Double> alternative : alternatives) {
      NumberBounds next = of(alternative);
      min = Math.min(min, next.min);
      max = Math.max(max, next.max);
      whole &= next.whole;
    }
    return between(min, max, whole);
  }

  private static NumberBounds between(double min, double max, boolean whole) {
    return new NumberBounds(min, max, whole && Math.max(Math.abs(min), Math.abs(max)) <= EXACT);
  }

  private static boolean isWhole(double value) {
    return value == Math.rint(value);
  }
}
