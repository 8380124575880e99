package org.diorama.cli.bench;

import java.util.List;

/**
 * What a feature costs, in CPU milliseconds a frame.
 *
 * @param inScene whether the scene's own frames have it; others are given it for the comparison
 * @param milliseconds median of the differences of pairs of frames with and without it
 * @param lowQuartile of these differences
 * @param highQuartile likewise: both together say how far the median is to be trusted
 */
record FeatureCost(
    String feature, boolean inScene, double milliseconds, double lowQuartile, double highQuartile) {

  static FeatureCost of(String feature, boolean inScene, List<Double> differences) {
    return new FeatureCost(
        feature,
        inScene,
        quantile(differences, 0.5),
        quantile(differences, 0.25),
        quantile(differences, 0.75));
  }

  /** Between the values beside it, as a share of the way. */
  static double quantile(List<Double> values, double share) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    if (sorted.length == 0) {
      throw new IllegalArgumentException("no values");
    }
    double place = share * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(sorted.length - 1, below + 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
