package org.diorama.scenefile.grammar;

/** What an author wrote, as it may stand in a one-line message. */
final class Shown {
  private static final int LONGEST = 60;

  private Shown() {}

  static String text(String written) {
    String start = written.length() <= LONGEST ? written : written.substring(0, LONGEST) + "…";
    return start.replaceAll("\\p{Cntrl}", " ");
  }
}
