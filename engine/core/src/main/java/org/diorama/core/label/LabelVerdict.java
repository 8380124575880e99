package org.diorama.core.label;

/** What becomes of an instance in a view, and why. */
public enum LabelVerdict {
  ANNOTATED,
  /** Annotated with {@code iscrowd}: below a bound, and the rules say crowd. */
  CROWD,
  /** No pixel shows it. */
  INVISIBLE,
  /** Fewer visible pixels than the rules ask; its pixels are void. */
  FEW_PIXELS,
  /** Less visible than the rules ask; its pixels are void. */
  MOSTLY_HIDDEN,
  /** The author labels it not; its pixels are background. */
  UNLABELLED
}
