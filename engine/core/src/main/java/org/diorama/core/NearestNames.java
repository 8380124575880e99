package org.diorama.core;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Guesses which name a mistyped one stands for. */
public final class NearestNames {
  private static final int SHOWN = 3;
  private static final int LISTED = 40;

  /** Letters of what may be meant for a name; nothing longer is a slip of the hand. */
  public static final int LONGEST = 100;

  private NearestNames() {}

  /** A sentence that names the likely one, or what there is. */
  public static String advice(String written, Collection<String> known) {
    return find(written, known)
        .map(name -> "Did you mean " + name + "?")
        .orElseGet(() -> "Write one of " + list(known) + ".");
  }

  /** The names one after the other; of many the first, and how many follow. */
  public static String list(Collection<String> known) {
    return known.stream().limit(LISTED).collect(Collectors.joining(", "))
        + (known.size() > LISTED ? " and " + (known.size() - LISTED) + " more" : "");
  }

  /** The nearest name, if any comes near. */
  public static Optional<String> find(String written, Collection<String> known) {
    return of(written, known).stream().findFirst();
  }

  /**
   * At most three names that differ by no more than a third of the letters written, or by one of a
   * short word; nearest first, then by alphabet. Names of one or two letters are too like one
   * another to guess.
   */
  public static List<String> of(String written, Collection<String> known) {
    record Near(String name, int distance) {}
    if (written.length() > LONGEST) {
      return List.of();
    }
    int allowed = Math.max(1, written.length() / 3);
    return known.stream()
        .filter(name -> name.length() > 2 && Math.abs(written.length() - name.length()) <= allowed)
        .map(name -> new Near(name, distance(written, name, allowed)))
        .filter(near -> near.distance() <= allowed)
        .sorted(Comparator.comparingInt(Near::distance).thenComparing(Near::name))
        .limit(SHOWN)
        .map(Near::name)
        .toList();
  }

  /**
   * Insertions, deletions, substitutions and swaps of neighbors between two words, the optimal
   * string alignment variant of Damerau, "A technique for computer detection and correction of
   * spelling errors", CACM 1964. Only two rows before the present one matter.
   *
   * @param most where the distance is larger, any larger number may be the answer
   */
  static int distance(String a, String b, int most) {
    int[] before = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    // A swap reaches back two rows, so one bad row decides nothing yet.
    int nearestBefore = 0;
    int nearest = 0;
    for (int i = 1; i <= a.length() && Math.min(nearestBefore, nearest) <= most; i++) {
      int[] oldest = before;
      before = last;
      last = row;
      row = oldest;
      row[0] = i;
      nearestBefore = nearest;
      nearest = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(last[j - 1] + change, Math.min(last[j], row[j - 1]) + 1);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          row[j] = Math.min(row[j], before[j - 2] + 1);
        }
        nearest = Math.min(nearest, row[j]);
      }
    }
    return Math.min(nearestBefore, nearest) <= most ? row[b.length()] : most + 1;
  }
}
