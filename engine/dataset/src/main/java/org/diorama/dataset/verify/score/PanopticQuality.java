package org.diorama.dataset.verify.score;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Panoptic quality: segments match where they share more than half of their union; the sum of their
 * overlaps divides by matches and half of what is left over on both sides (Kirillov et al.,
 * "Panoptic Segmentation", CVPR 2019). Void, id 0 of the ground truth, counts for nothing.
 */
public final class PanopticQuality {
  private static final int VOID = 0;

  private final SortedMap<Integer, double[]> sums = new TreeMap<>();

  /**
   * A segment.
   *
   * @param crowd whether it is one: finding it, or not, counts for nothing
   */
  public record Segment(int category, boolean crowd) {}

  /**
   * Segments of an image.
   *
   * @param ids of the pixels, in any order that both sides share
   * @param segments by id; pixels of other ids are void
   */
  public record Image(int[] ids, Map<Integer, Segment> segments) {}

  /** Takes one image. */
  public synchronized void add(Image truth, Image guess) {
    Map<Long, Integer> shared = new HashMap<>();
    Map<Integer, Integer> truthAreas = new HashMap<>();
    Map<Integer, Integer> guessAreas = new HashMap<>();
    int[] dueIds = truth.ids();
    int[] isIds = guess.ids();
    for (int start = 0; start < dueIds.length; ) {
      int due = dueIds[start];
      int is = isIds[start];
      int end = start + 1;
      while (end < dueIds.length && dueIds[end] == due && isIds[end] == is) {
        end++;
      }
      shared.merge(key(due, is), end - start, Integer::sum);
      truthAreas.merge(due, end - start, Integer::sum);
      guessAreas.merge(is, end - start, Integer::sum);
      start = end;
    }
    Set<Integer> foundTruths = new HashSet<>();
    Set<Integer> foundGuesses = new HashSet<>();
    shared.forEach(
        (pair, both) -> {
          int one = (int) (pair >> 32);
          int other = (int) (long) pair;
          Segment due = truth.segments().get(one);
          Segment is = guess.segments().get(other);
          if (due == null || is == null || due.crowd() || due.category() != is.category()) {
            return;
          }
          int unknown = shared.getOrDefault(key(VOID, other), 0);
          double union = guessAreas.get(other) + truthAreas.get(one) - both - unknown;
          if (both / union > 0.5) {
            sumsOf(due.category())[0] += both / union;
            sumsOf(due.category())[1]++;
            foundTruths.add(one);
            foundGuesses.add(other);
          }
        });
    truth
        .segments()
        .forEach(
            (id, segment) -> {
              if (!segment.crowd() && !foundTruths.contains(id)) {
                sumsOf(segment.category())[2]++;
              }
            });
    guess
        .segments()
        .forEach(
            (id, segment) -> {
              int excused = shared.getOrDefault(key(VOID, id), 0);
              for (Map.Entry<Integer, Segment> crowd : truth.segments().entrySet()) {
                boolean same =
                    crowd.getValue().crowd() && crowd.getValue().category() == segment.category();
                excused += same ? shared.getOrDefault(key(crowd.getKey(), id), 0) : 0;
              }
              int area = guessAreas.getOrDefault(id, 0);
              if (!foundGuesses.contains(id) && excused <= 0.5 * area) {
                sumsOf(segment.category())[3]++;
              }
            });
  }

  private static long key(int truth, int guess) {
    return (long) truth << 32 | guess;
  }

  /** Overlaps, matches, objects not found, segments that are none; of one category. */
  private double[] sumsOf(int category) {
    return sums.computeIfAbsent(category, key -> new double[4]);
  }

  /** The mean over all categories that occur; -1 where none does. */
  public synchronized double value() {
    return sums.values().stream()
        .filter(sum -> sum[1] + sum[2] + sum[3] > 0)
        .mapToDouble(sum -> sum[0] / (sum[1] + 0.5 * sum[2] + 0.5 * sum[3]))
        .average()
        .orElse(-1);
  }
}
