package org.diorama.dataset.verify.score;

import java.util.Comparator;
import java.util.List;

/**
 * Which detections of one category in one image find which object, by COCO's rule: the best ones
 * first, each takes the likest object that is left, ignored objects last (Lin et al., Microsoft
 * COCO, 2014, and the evaluation that its authors publish).
 *
 * @param scores of the detections, falling
 * @param outcomes by area range, then by detection: bit t says that it found an object at threshold
 *     t, bit 10 + t that it counts for nothing
 * @param positives objects that count, by area range
 */
public record Matching(double[] scores, int[][] outcomes, int[] positives) {
  /** Thresholds of likeness: 0.50, 0.55 … 0.95. */
  static final int THRESHOLDS = 10;

  private static final double ALMOST_ONE = 1 - 1e-10;

  /** Likeness of a detection's and an object's shapes. */
  public interface Likeness<T> {
    double of(T detection, ObjectTruth<T> object);
  }

  /**
   * Matches.
   *
   * @param <T> the shapes
   */
  public static <T> Matching of(
      List<ObjectTruth<T>> objects, List<Detection<T>> detections, Likeness<T> likeness) {
    List<Detection<T>> best =
        detections.stream()
            .sorted(Comparator.comparingDouble((Detection<T> one) -> one.score()).reversed())
            .toList();
    double[][] like = new double[best.size()][objects.size()];
    for (int d = 0; d < best.size(); d++) {
      for (int g = 0; g < objects.size(); g++) {
        like[d][g] = likeness.of(best.get(d).shape(), objects.get(g));
      }
    }
    int[][] outcomes = new int[AreaRange.values().length][];
    int[] positives = new int[outcomes.length];
    for (AreaRange range : AreaRange.values()) {
      boolean[] ignored = new boolean[objects.size()];
      for (int g = 0; g < ignored.length; g++) {
        ignored[g] = objects.get(g).ignored() || !range.has(objects.get(g).area());
        positives[range.ordinal()] += ignored[g] ? 0 : 1;
      }
      outcomes[range.ordinal()] = outcomes(objects, best, like, ignored, range);
    }
    return new Matching(best.stream().mapToDouble(Detection::score).toArray(), outcomes, positives);
  }

  private static <T> int[] outcomes(
      List<ObjectTruth<T>> objects,
      List<Detection<T>> best,
      double[][] like,
      boolean[] ignored,
      AreaRange range) {
    int[] order = countedFirst(ignored);
    int[] outcomes = new int[best.size()];
    for (int t = 0; t < THRESHOLDS; t++) {
      boolean[] taken = new boolean[objects.size()];
      for (int d = 0; d < outcomes.length; d++) {
        int match = -1;
        double least = Math.min(threshold(t), ALMOST_ONE);
        for (int g : order) {
          if (taken[g] && !objects.get(g).crowd()) {
            continue;
          }
          if (match >= 0 && !ignored[match] && ignored[g]) {
            break;
          }
          if (like[d][g] >= least) {
            least = like[d][g];
            match = g;
          }
        }
        boolean found = match >= 0 && objects.get(match).id() != 0;
        boolean nothing = match >= 0 && ignored[match] || !found && !range.has(best.get(d).area());
        if (match >= 0) {
          taken[match] = true;
        }
        outcomes[d] |= (found ? 1 << t : 0) | (nothing ? 1 << THRESHOLDS + t : 0);
      }
    }
    return outcomes;
  }

  private static int[] countedFirst(boolean[] ignored) {
    int[] order = new int[ignored.length];
    int used = 0;
    for (int pass = 0; pass < 2; pass++) {
      for (int g = 0; g < ignored.length; g++) {
        if (ignored[g] == (pass == 1)) {
          order[used++] = g;
        }
      }
    }
    return order;
  }

  static double threshold(int index) {
    return index == THRESHOLDS - 1 ? 0.95 : 0.5 + index * ((0.95 - 0.5) / (THRESHOLDS - 1));
  }
}
