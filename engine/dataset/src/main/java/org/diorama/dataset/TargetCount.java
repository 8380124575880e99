package org.diorama.dataset;

import java.util.Collections;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.diorama.core.sample.TargetVerdict;

/**
 * How often a target of a group's instances was met.
 *
 * @param instances that had it, over all frames that are not later ones of a sequence
 * @param met how many reached it while sampling
 * @param measured how many of those the labels of the target's camera measure, too
 * @param confirmed how many of those the label finds within the tolerance of the wanted value
 * @param causes why it was not met, and how often; of more than {@link #MOST_CAUSES} different ones
 *     the first by their text
 */
public record TargetCount(
    long instances, long met, long measured, long confirmed, SortedMap<String, Long> causes) {
  static final int MOST_CAUSES = 16;

  public TargetCount {
    causes = Collections.unmodifiableSortedMap(new TreeMap<>(causes));
  }

  /**
   * @param measured what the label in the image of the target's camera says; absent where it can't
   */
  static TargetCount of(TargetVerdict verdict, OptionalDouble measured) {
    SortedMap<String, Long> causes = new TreeMap<>();
    if (!verdict.met()) {
      causes.put(verdict.cause(), 1L);
      return new TargetCount(1, 0, 0, 0, causes);
    }
    boolean confirmed =
        measured.isPresent() && TargetCheck.confirms(verdict, measured.getAsDouble());
    return new TargetCount(1, 1, measured.isPresent() ? 1 : 0, confirmed ? 1 : 0, causes);
  }

  /** The first causes of the whole are among the first of each part: no order of adding matters. */
  TargetCount plus(TargetCount other) {
    TreeMap<String, Long> sum = new TreeMap<>(causes);
    other.causes.forEach((cause, count) -> sum.merge(cause, count, Long::sum));
    while (sum.size() > MOST_CAUSES) {
      sum.pollLastEntry();
    }
    return new TargetCount(
        instances + other.instances,
        met + other.met,
        measured + other.measured,
        confirmed + other.confirmed,
        sum);
  }
}
