package org.diorama.dataset.verify.score;

import java.util.ArrayList;
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

  /** An object that a detection may find: it is like it enough for the least threshold. */
  private record Near(int object, double like) {}

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
    List<List<Near>> near =
        best.stream().map(detection -> near(detection, objects, likeness)).toList();
    int[][] outcomes = new int[AreaRange.values().length][];
    int[] positives = new int[outcomes.length];
    for (AreaRange range : AreaRange.values()) {
      boolean[] ignored = new boolean[objects.size()];
      for (int g = 0; g < ignored.length; g++) {
        ignored[g] = objects.get(g).ignored() || !range.has(objects.get(g).area());
        positives[range.ordinal()] += ignored[g] ? 0 : 1;
      }
      outcomes[range.ordinal()] = outcomes(objects, best, near, ignored, range);
    }
    return new Matching(best.stream().mapToDouble(Detection::score).toArray(), outcomes, positives);
  }

  private static <T> List<Near> near(
      Detection<T> detection, List<ObjectTruth<T>> objects, Likeness<T> likeness) {
    List<Near> near = new ArrayList<>();
    for (int g = 0; g < objects.size(); g++) {
      double like = likeness.of(detection.shape(), objects.get(g));
      if (like >= threshold(0)) {
        near.add(new Near(g, like));
      }
    }
    return near;
  }

  private static <T> int[] outcomes(
      List<ObjectTruth<T>> objects,
      List<Detection<T>> best,
      List<List<Near>> near,
      boolean[] ignored,
      AreaRange range) {
    List<List<Near>> order = near.stream().map(some -> countedFirst(some, ignored)).toList();
    int[] outcomes = new int[best.size()];
    for (int t = 0; t < THRESHOLDS; t++) {
      boolean[] taken = new boolean[objects.size()];
      for (int d = 0; d < outcomes.length; d++) {
        int match = -1;
        double least = Math.min(threshold(t), ALMOST_ONE);
        for (Near one : order.get(d)) {
          if (taken[one.object()] && !objects.get(one.object()).crowd()) {
            continue;
          }
          if (match >= 0 && !ignored[match] && ignored[one.object()]) {
            break;
          }
          if (one.like() >= least) {
            least = one.like();
            match = one.object();
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

  private static List<Near> countedFirst(List<Near> near, boolean[] ignored) {
    return near.size() < 2
        ? near
        : near.stream().sorted(Comparator.comparing(one -> ignored[one.object()])).toList();
  }

  static double threshold(int index) {
    return index == THRESHOLDS - 1 ? 0.95 : 0.5 + index * ((0.95 - 0.5) / (THRESHOLDS - 1));
  }
}
