package org.diorama.scenefile.grammar;

import org.diorama.core.math.DecimalText;

/** A closed range of finite numbers. */
record NumberRange(double min, double max) {
  boolean contains(double value) {
    return value >= min && value <= max;
  }

  @Override
  public String toString() {
    return min == max
        ? DecimalText.of(min)
        : "from " + DecimalText.of(min) + " to " + DecimalText.of(max);
  }
}
