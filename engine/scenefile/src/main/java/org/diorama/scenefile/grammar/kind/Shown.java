package org.diorama.scenefile.grammar.kind;

/** What an author wrote, as much of it as a message may quote. */
public final class Shown {
  private static final int LONGEST = 60;

  private Shown() {}

  public static String text(String written) {
    return written.length() <= LONGEST ? written : written.substring(0, LONGEST) + "…";
  }
}
