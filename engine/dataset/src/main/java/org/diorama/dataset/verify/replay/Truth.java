package org.diorama.dataset.verify.replay;

/**
 * Whether something holds, where what it follows from is known within bounds: the strong logic of
 * three values of Kleene, "On Notation for Ordinal Numbers", 1938.
 */
enum Truth {
  NO,
  MAYBE,
  YES;

  static Truth of(boolean surely, boolean possibly) {
    return surely ? YES : possibly ? MAYBE : NO;
  }

  Truth and(Truth other) {
    return compareTo(other) < 0 ? this : other;
  }

  Truth or(Truth other) {
    return compareTo(other) > 0 ? this : other;
  }

  Truth not() {
    return values()[YES.ordinal() - ordinal()];
  }
}
