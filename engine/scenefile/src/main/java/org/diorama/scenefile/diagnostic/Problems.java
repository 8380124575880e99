package org.diorama.scenefile.diagnostic;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.diorama.core.NearestNames;

/**
 * Collects the problems of one reading. A file may have a problem in each of its values: only the
 * first in its order are kept, the others are counted.
 */
public final class Problems {
  private static final int LONGEST = 1200;

  /** Marks that change the direction of text, and halves of characters. */
  private static final Pattern UNSEEN =
      Pattern.compile("[\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069\\ufeff]|\\p{Cs}");

  private static final Pattern LINE_ENDS = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]+");

  private static final Comparator<Diagnostic> IN_FILE =
      Comparator.comparing(Diagnostic::location).thenComparing(Diagnostic::path);

  private final List<Diagnostic> kept = new ArrayList<>();
  private final Guesses guesses;
  private long more;

  public Problems() {
    this(new Guesses());
  }

  private Problems(Guesses guesses) {
    this.guesses = guesses;
  }

  /** Collects others of the same reading, which shares what it may spend on guesses. */
  public Problems apart() {
    return new Problems(guesses);
  }

  /**
   * Adds a problem; what it quotes from the file can neither break its line, nor turn it around,
   * nor flood it.
   */
  public void add(Location location, String path, String problem, String advice) {
    add(new Diagnostic(location, oneLine(path), oneLine(problem), oneLine(advice)));
  }

  /** Adds a problem of an earlier step. */
  public void add(Diagnostic diagnostic) {
    int place = kept.size();
    while (place > 0 && IN_FILE.compare(kept.get(place - 1), diagnostic) > 0) {
      place--;
    }
    for (int i = place - 1; i >= 0 && IN_FILE.compare(kept.get(i), diagnostic) == 0; i--) {
      if (kept.get(i).equals(diagnostic)) {
        return;
      }
    }
    kept.add(place, diagnostic);
    if (kept.size() > Findings.MOST_SHOWN) {
      kept.remove(Findings.MOST_SHOWN);
      more++;
    }
  }

  /** Adds those of an earlier step. */
  public void add(Findings findings) {
    findings.shown().forEach(this::add);
    more += findings.more();
  }

  private static String oneLine(String text) {
    String start = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "….";
    return isPlain(start)
        ? start
        : UNSEEN.matcher(LINE_ENDS.matcher(start).replaceAll(" ")).replaceAll("\uFFFD");
  }

  /** Whether a text is printable ASCII, as nearly all are. */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
        return false;
      }
    }
    return true;
  }

  public boolean isEmpty() {
    return kept.isEmpty();
  }

  public long size() {
    return kept.size() + more;
  }

  /** Whether there are more than are shown: then looking for others is of no use to the author. */
  public boolean isFull() {
    return more > 0;
  }

  /** The nearest of some names, if any comes near and the reading can afford to look. */
  public Optional<String> nearest(String written, Collection<String> known) {
    return isFull() ? Optional.empty() : guesses.nearest(written, known);
  }

  /** A sentence that names the likely one, or what there is; nothing amid a flood of problems. */
  public String advice(String written, Collection<String> known) {
    if (isFull()) {
      return "";
    }
    return nearest(written, known)
        .map(name -> "Did you mean " + name + "?")
        .orElseGet(() -> "Write one of " + NearestNames.list(known) + ".");
  }

  /** Each problem once, in the order of the file. */
  public Findings findings() {
    return new Findings(kept, more);
  }
}
