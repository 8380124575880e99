package org.diorama.core.sample.place;

/** The numbers from one to another, both included; none where the first is greater. */
public record Span(double min, double max) {
  static final Span NOTHING = new Span(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);

  static Span only(double value) {
    return new Span(value, value);
  }

  public boolean holds(double value) {
    return value >= min && value <= max;
  }

  /** 0 for one number, and for none. */
  public double length() {
    return Math.max(0, max - min);
  }

  Span around(Span other) {
    return new Span(Math.min(min, other.min), Math.max(max, other.max));
  }
}
