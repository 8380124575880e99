package org.diorama.cli.view;

/** Text within HTML and SVG. */
final class Markup {
  private Markup() {}

  /** Safe as content and in quoted attributes. */
  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
