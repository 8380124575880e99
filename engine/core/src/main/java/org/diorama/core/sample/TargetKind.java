package org.diorama.core.sample;

/** What a target speaks of. */
public enum TargetKind {
  /** Share of the silhouette inside the image that is seen. */
  VISIBLE_FRACTION("visible_fraction", 0.05),
  /** Area of the whole silhouette inside the image; the tolerance is a share of it. */
  PIXELS("pixels", 0.1),
  /** Center of the silhouette's box as a share of the image's width. */
  IMAGE_X("image_x", 0.02),
  /** Center of the silhouette's box as a share of the image's height. */
  IMAGE_Y("image_y", 0.02);

  private final String text;
  private final double tolerance;

  TargetKind(String text, double tolerance) {
    this.text = text;
    this.tolerance = tolerance;
  }

  /** As records and manifests write it. */
  public String text() {
    return text;
  }

  /** Largest error of a met target. */
  public double tolerance(double wanted) {
    return this == PIXELS ? tolerance * wanted : tolerance;
  }

  public boolean isMet(double wanted, double reached) {
    return Math.abs(reached - wanted) <= tolerance(wanted);
  }
}
