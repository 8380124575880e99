package org.diorama.scenefile.diagnostic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** Collects the problems of one reading. */
public final class Problems {
  private static final int LONGEST = 1200;

  /** Marks that change the direction of text, and halves of characters. */
  private static final Pattern UNSEEN =
      Pattern.compile("[\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069\\ufeff]|\\p{Cs}");

  private static final Pattern LINE_ENDS = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]+");

  private final List<Diagnostic> diagnostics = new ArrayList<>();

  /**
   * Adds a problem; what it quotes from the file can neither break its line, nor turn it around,
   * nor flood it.
   */
  public void add(Location location, String path, String problem, String advice) {
    diagnostics.add(new Diagnostic(location, oneLine(path), oneLine(problem), oneLine(advice)));
  }

  /** Adds a problem of an earlier step. */
  public void add(Diagnostic diagnostic) {
    diagnostics.add(diagnostic);
  }

  private static String oneLine(String text) {
    String start = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "….";
    return UNSEEN.matcher(LINE_ENDS.matcher(start).replaceAll(" ")).replaceAll("\uFFFD");
  }

  public boolean isEmpty() {
    return diagnostics.isEmpty();
  }

  public int size() {
    return diagnostics.size();
  }

  /** Each problem once, in the order of the file. */
  public List<Diagnostic> sorted() {
    return diagnostics.stream()
        .distinct()
        .sorted(Comparator.comparing(Diagnostic::location).thenComparing(Diagnostic::path))
        .toList();
  }
}
