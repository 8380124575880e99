package org.diorama.core.label;

/** What becomes of an instance in a view, and why. */
public enum LabelVerdict {
  ANNOTATED(Pixels.OWN),
  /** Annotated with {@code iscrowd}: below a bound, and the rules say crowd. */
  CROWD(Pixels.OWN),
  /** Its pixels belong to the one segment of its category. */
  STUFF(Pixels.SHARED),
  /** No pixel shows it. */
  INVISIBLE(Pixels.BACKGROUND),
  /** Fewer visible pixels than the rules ask. */
  FEW_PIXELS(Pixels.VOID),
  /** Less visible than the rules ask. */
  MOSTLY_HIDDEN(Pixels.VOID),
  /** More of it lies outside the image than the rules allow. */
  TRUNCATED(Pixels.VOID),
  /** The author wants no loss from its category. */
  VOID(Pixels.VOID),
  /** The author labels it not. */
  UNLABELLED(Pixels.BACKGROUND);

  /** What its pixels are in semantic and panoptic images. */
  private enum Pixels {
    OWN,
    SHARED,
    VOID,
    BACKGROUND
  }

  private final Pixels pixels;

  LabelVerdict(Pixels pixels) {
    this.pixels = pixels;
  }

  /** Whether it has an annotation of its own. */
  public boolean isAnnotated() {
    return pixels == Pixels.OWN;
  }

  /** Whether its pixels have its category. */
  public boolean isLabelled() {
    return pixels == Pixels.OWN || pixels == Pixels.SHARED;
  }

  /** Whether its pixels are void. */
  public boolean isVoid() {
    return pixels == Pixels.VOID;
  }
}
