package org.diorama.dataset.verify.replay;

/** A number that is known within bounds. */
record Span(double least, double greatest) {
  static final Span ZERO = new Span(0, 0);

  /** Widened by a part of itself. */
  Span open(double part) {
    return new Span(least - part * Math.abs(least), greatest + part * Math.abs(greatest));
  }

  Span plus(Span other) {
    return new Span(least + other.least, greatest + other.greatest);
  }

  Span minus(Span other) {
    return new Span(least - other.greatest, greatest - other.least);
  }

  Span times(double factor) {
    double one = factor * least;
    double other = factor * greatest;
    return new Span(Math.min(one, other), Math.max(one, other));
  }

  /** One over it, where it is positive. */
  Span inverse() {
    return new Span(1 / greatest, 1 / least);
  }

  /** The least of both. */
  Span min(Span other) {
    return new Span(Math.min(least, other.least), Math.min(greatest, other.greatest));
  }

  /** Around both. */
  Span union(Span other) {
    return new Span(Math.min(least, other.least), Math.max(greatest, other.greatest));
  }

  /** Of two that overlap, what they share. */
  Span intersection(Span other) {
    return new Span(Math.max(least, other.least), Math.min(greatest, other.greatest));
  }

  boolean overlaps(Span other) {
    return least <= other.greatest && other.least <= greatest;
  }

  Truth isAtLeast(Span limit) {
    return Truth.of(least >= limit.greatest, greatest >= limit.least);
  }
}
