package org.diorama.core;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Guesses which name a mistyped one stands for. */
public final class NearestNames {
  private static final int SHOWN = 3;

  private NearestNames() {}

  /** A sentence that names the likely one, or all of them. */
  public static String advice(String written, Collection<String> known) {
    return find(written, known)
        .map(name -> "Did you mean " + name + "?")
        .orElseGet(() -> "Write one of " + String.join(", ", known) + ".");
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
    int allowed = Math.max(1, written.length() / 3);
    return known.stream()
        .filter(name -> name.length() > 2 && Math.abs(written.length() - name.length()) <= allowed)
        .map(name -> new Near(name, distance(written, name)))
        .filter(near -> near.distance() <= allowed)
        .sorted(Comparator.comparingInt(Near::distance).thenComparing(Near::name))
        .limit(SHOWN)
        .map(Near::name)
        .toList();
  }

  /**
   * Insertions, deletions, substitutions and swaps of neighbors between two words, the optimal
   * string alignment variant of Damerau, "A technique for computer detection and correction of
   * spelling errors", CACM 1964.
   */
  static int distance(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          cost[i][j] = i + j;
          continue;
        }
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        cost[i][j] =
            Math.min(cost[i - 1][j - 1] + change, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
        }
      }
    }
    return cost[a.length()][b.length()];
  }
}
