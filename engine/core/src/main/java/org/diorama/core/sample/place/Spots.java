package org.diorama.core.sample.place;

import java.util.Optional;
import java.util.function.Supplier;
import org.diorama.core.sample.NoPlace;
import org.diorama.core.sample.surface.Spot;

/** Places to try for one instance, one after the other. */
interface Spots {
  /** The next one; empty where there is no other. */
  Optional<Spot> next();

  /** Why there was none at all. */
  default NoPlace reason() {
    return NoPlace.FULL;
  }

  /** The last one would not do. */
  default void refused(NoPlace why) {}

  /** The last one became the instance's. */
  default void taken() {}

  static Spots none(NoPlace reason) {
    return new Spots() {
      @Override
      public Optional<Spot> next() {
        return Optional.empty();
      }

      @Override
      public NoPlace reason() {
        return reason;
      }
    };
  }

  static Spots only(Spot spot) {
    return upTo(1, () -> Optional.of(spot));
  }

  /** Where a source may give another each time; it gives nothing where there is no other. */
  static Spots upTo(int attempts, Supplier<Optional<Spot>> source) {
    return new Spots() {
      private int attempt;

      @Override
      public Optional<Spot> next() {
        return attempt++ < attempts ? source.get() : Optional.empty();
      }
    };
  }
}
