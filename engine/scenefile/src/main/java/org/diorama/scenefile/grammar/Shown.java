package org.diorama.scenefile.grammar;

/** What an author wrote, as much of it as a message may quote. */
final class Shown {
  private static final int LONGEST = 60;

  private Shown() {}

  static String text(String written) {
    return written.length() <= LONGEST ? written : written.substring(0, LONGEST) + "…";
  }
}
