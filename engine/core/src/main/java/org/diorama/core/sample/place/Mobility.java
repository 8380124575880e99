package org.diorama.core.sample.place;

import java.util.Optional;

/**
 * Whether an instance may be moved.
 *
 * @param freedom how
 * @param bond what keeps it where it is; empty where it may be moved
 */
public record Mobility(Optional<Freedom> freedom, String bond) {
  /** What keeps an instance that was given its place. */
  static final String FIXED = "its place is fixed";

  public static Mobility bound(String bond) {
    return new Mobility(Optional.empty(), bond);
  }

  /** Bound by its fixed place where nothing varies. */
  static Mobility of(Freedom freedom) {
    return freedom.varies() ? new Mobility(Optional.of(freedom), "") : bound(FIXED);
  }
}
