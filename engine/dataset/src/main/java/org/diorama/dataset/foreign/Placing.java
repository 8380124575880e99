package org.diorama.dataset.foreign;

/** How files come from one dataset into another. */
public enum Placing {
  /** A second name of the same file: no room is taken. */
  LINK,
  COPY,
  /** As {@link #LINK}, and the first name goes when the new dataset is in place. */
  MOVE
}
