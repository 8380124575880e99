package org.diorama.dataset.verify.finding;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How much each check looked at, and what it lacked: nothing is passed over in silence. Safe for
 * use by several threads.
 */
public final class Examined {
  /**
   * Of one check.
   *
   * @param things how many were held against something
   * @param lacking how often something was not there that the check needs, by what it was
   */
  public record Count(long things, SortedMap<String, Long> lacking) {
    private static final Count NONE = new Count(0, new TreeMap<>());

    private Count plus(long more) {
      return new Count(things + more, lacking);
    }

    private Count without(String what) {
      SortedMap<String, Long> more = new TreeMap<>(lacking);
      more.merge(what, 1L, Long::sum);
      return new Count(things, more);
    }
  }

  private final Map<String, Count> counts = new LinkedHashMap<>();
  private final Map<String, Double> scores = new LinkedHashMap<>();

  /** Names a check, so that it appears though nothing was there to look at. */
  public synchronized void announce(String check) {
    counts.putIfAbsent(check, Count.NONE);
  }

  public synchronized void add(String check, long things) {
    counts.merge(check, Count.NONE.plus(things), (old, more) -> old.plus(things));
  }

  public synchronized void lacking(String check, String what) {
    counts.merge(check, Count.NONE.without(what), (old, more) -> old.without(what));
  }

  /** Takes what the ground truth scores against itself, by what is measured. */
  public synchronized void score(String measure, double value) {
    scores.put(measure, value);
  }

  public synchronized Map<String, Double> scores() {
    return new LinkedHashMap<>(scores);
  }

  /** By check, in the order they were announced. */
  public synchronized Map<String, Count> counts() {
    return new LinkedHashMap<>(counts);
  }
}
