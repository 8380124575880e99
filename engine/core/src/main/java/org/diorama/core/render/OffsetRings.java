package org.diorama.core.render;

/**
 * Positions around a pixel's center, in rings up to {@link #RADIUS}.
 *
 * @param rings how many, evenly spaced; the last has the full radius
 * @param directions how many on each ring, evenly spaced
 */
public record OffsetRings(int rings, int directions) {
  /** Pixels: the band within which renderers may differ. */
  public static final double RADIUS = 0.01;

  /** Finds curves that cross the band. */
  public static final OffsetRings COARSE = new OffsetRings(1, 8);

  /** Finds slivers inside the band as well. */
  public static final OffsetRings FINE = new OffsetRings(4, 32);

  /** Takes one offset in pixels. */
  @FunctionalInterface
  public interface Visitor {
    void visit(double du, double dv);
  }

  /** Visits the center's surroundings, ring by ring from the inside. */
  public void visit(Visitor visitor) {
    for (int ring = 1; ring <= rings; ring++) {
      double radius = RADIUS * ring / rings;
      for (int i = 0; i < directions; i++) {
        double angle = 2 * Math.PI * (i + 0.5 * (ring % 2)) / directions;
        visitor.visit(radius * StrictMath.cos(angle), radius * StrictMath.sin(angle));
      }
    }
  }
}
