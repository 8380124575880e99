package org.diorama.dataset.verify.score;

import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * COCO's average precision: precision at 101 levels of recall, its envelope, averaged over ten
 * thresholds and all categories (cocodataset.org, "Detection Evaluation"). Matches may come in any
 * order and from several threads.
 */
public final class AveragePrecision {
  private static final int RECALLS = 101;
  private static final double EPSILON = Math.ulp(1.0);
  private static final int ALL_DETECTIONS = Integer.MAX_VALUE;

  private final SortedMap<Long, MatchLog> logs = new TreeMap<>();
  private final int mostDetections;

  /**
   * Averages of a whole set; -1 where there is nothing to average.
   *
   * @param ap over all thresholds; {@code ap50} and {@code ap75} at one
   * @param unlimited like {@code ap}, of all detections, however many an image has
   * @param small {@code ap} of small objects; likewise {@code medium} and {@code large}
   * @param recall greatest recall, averaged like {@code ap}
   */
  public record Scores(
      double ap,
      double ap50,
      double ap75,
      double unlimited,
      double small,
      double medium,
      double large,
      double recall) {}

  /**
   * @param mostDetections of one category in one image that count: 100, of keypoints 20
   */
  public AveragePrecision(int mostDetections) {
    this.mostDetections = mostDetections;
  }

  /** Takes the matches of one category in one image. */
  public synchronized void add(long image, long category, Matching matching) {
    logs.computeIfAbsent(category, key -> new MatchLog()).add(image, matching);
  }

  /** The averages over all that was added. */
  public synchronized Scores scores() {
    double[] all = averages(AreaRange.ALL, mostDetections);
    return new Scores(
        mean(all, 0, Matching.THRESHOLDS),
        mean(all, 0, 1),
        mean(all, 5, 6),
        mean(averages(AreaRange.ALL, ALL_DETECTIONS), 0, Matching.THRESHOLDS),
        mean(averages(AreaRange.SMALL, mostDetections), 0, Matching.THRESHOLDS),
        mean(averages(AreaRange.MEDIUM, mostDetections), 0, Matching.THRESHOLDS),
        mean(averages(AreaRange.LARGE, mostDetections), 0, Matching.THRESHOLDS),
        mean(all, Matching.THRESHOLDS, 2 * Matching.THRESHOLDS));
  }

  /** Ten precisions, then ten recalls, by threshold; NaN where no category has an object. */
  private double[] averages(AreaRange range, int most) {
    double[] sums = new double[2 * Matching.THRESHOLDS];
    int categories = 0;
    for (MatchLog log : logs.values()) {
      if (log.positives(range) == 0) {
        continue;
      }
      categories++;
      int[] outcomes = log.outcomes(range, most);
      for (int t = 0; t < Matching.THRESHOLDS; t++) {
        double[] values = precision(outcomes, t, log.positives(range));
        sums[t] += values[0];
        sums[Matching.THRESHOLDS + t] += values[1];
      }
    }
    for (int i = 0; i < sums.length; i++) {
      sums[i] /= categories;
    }
    return sums;
  }

  private static double mean(double[] values, int from, int to) {
    double mean = Arrays.stream(values, from, to).average().orElse(Double.NaN);
    return Double.isNaN(mean) ? -1 : mean;
  }

  /** Mean precision over the levels of recall, and the greatest recall. */
  private static double[] precision(int[] outcomes, int threshold, long positives) {
    double[] recalls = new double[outcomes.length];
    double[] precisions = new double[outcomes.length];
    long hits = 0;
    long misses = 0;
    for (int i = 0; i < outcomes.length; i++) {
      boolean counts = (outcomes[i] >> Matching.THRESHOLDS + threshold & 1) == 0;
      boolean found = (outcomes[i] >> threshold & 1) == 1;
      hits += counts && found ? 1 : 0;
      misses += counts && !found ? 1 : 0;
      recalls[i] = (double) hits / positives;
      precisions[i] = hits / (hits + misses + EPSILON);
    }
    for (int i = outcomes.length - 1; i > 0; i--) {
      precisions[i - 1] = Math.max(precisions[i - 1], precisions[i]);
    }
    double sum = 0;
    int at = 0;
    for (int level = 0; level < RECALLS; level++) {
      double wanted = level == RECALLS - 1 ? 1 : level * 0.01;
      while (at < recalls.length && recalls[at] < wanted) {
        at++;
      }
      sum += at < recalls.length ? precisions[at] : 0;
    }
    double recall = recalls.length == 0 ? 0 : recalls[recalls.length - 1];
    return new double[] {sum / RECALLS, recall};
  }
}
