package org.diorama.scenefile.diagnostic;

import java.util.Collection;
import java.util.Optional;
import org.diorama.core.NearestNames;

/** Guesses of what mistyped names stand for, as many as a reading can afford. */
final class Guesses {
  /**
   * Pairs of letters that may be compared in all. A scene of 500 wrong labels and the 80 categories
   * of COCO has 3,000,000.
   */
  private static final long MOST_PAIRS = 5_000_000;

  private long left = MOST_PAIRS;

  Optional<String> nearest(String written, Collection<String> known) {
    long letters = known.stream().mapToLong(String::length).sum();
    left -= letters * Math.min(written.length(), NearestNames.LONGEST);
    return left < 0 ? Optional.empty() : NearestNames.find(written, known);
  }
}
