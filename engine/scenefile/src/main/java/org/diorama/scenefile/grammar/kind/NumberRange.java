package org.diorama.scenefile.grammar.kind;

import org.diorama.core.math.DecimalText;

/** A closed range of finite numbers. */
public record NumberRange(double min, double max) {
  /** As wide as a number that has no key of its own may be: a definition, or a term of a sum. */
  public static final NumberRange ANY = new NumberRange(-1e15, 1e15);

  /** Meters from the origin that double precision and a world of one scene ask for. */
  public static final NumberRange COORDINATE = new NumberRange(-1e7, 1e7);

  /** Degrees: ten turns either way. */
  public static final NumberRange ANGLE = new NumberRange(-3600, 3600);

  public static final NumberRange UNIT_INTERVAL = new NumberRange(0, 1);

  public boolean contains(double value) {
    return value >= min && value <= max;
  }

  @Override
  public String toString() {
    return min == max
        ? DecimalText.of(min)
        : "from " + DecimalText.of(min) + " to " + DecimalText.of(max);
  }
}
