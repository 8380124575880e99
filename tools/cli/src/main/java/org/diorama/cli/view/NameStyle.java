package org.diorama.cli.view;

/**
 * How names are written.
 *
 * @param fontSize points
 * @param smallestBox pixels of the canvas: a box whose longer side is shorter has no name
 * @param lines how many lines further down a name may give way to others before it is left out
 */
record NameStyle(int fontSize, int smallestBox, int lines) {
  /** Every name that finds room. */
  static final NameStyle FULL = new NameStyle(12, 0, 8);

  /** Only names that stand with their boxes. */
  static final NameStyle SPARSE = new NameStyle(10, 22, 2);
}
