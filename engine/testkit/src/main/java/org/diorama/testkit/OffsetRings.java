package org.diorama.testkit;

/**
 * Positions around a pixel's center, in rings up to {@link #RADIUS}.
 *
 * @param rings how many, evenly spaced; the last has the full radius
 * @param directions how many on each ring, evenly spaced
 */
record OffsetRings(int rings, int directions) {
  /** Pixels: the band within which renderers may differ. */
  static final double RADIUS = 0.01;

  /** Finds curves that cross the band. */
  static final OffsetRings COARSE = new OffsetRings(1, 8);

  /** Finds slivers inside the band as well. */
  static final OffsetRings FINE = new OffsetRings(4, 32);

  /** Takes one offset in pixels. */
  interface Visitor {
    void visit(double du, double dv);
  }

  void visit(Visitor visitor) {
    for (int ring = 1; ring <= rings; ring++) {
      double radius = RADIUS * ring / rings;
      for (int i = 0; i < directions; i++) {
        double angle = 2 * Math.PI * (i + 0.5 * (ring % 2)) / directions;
        visitor.visit(radius * Math.cos(angle), radius * Math.sin(angle));
      }
    }
  }
}
