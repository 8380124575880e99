package org.diorama.core.sample.place;

import java.util.function.Function;

/** How the instances of a group below one parent are placed, one after the other. */
public interface GroupPlaces {
  /** Positions tried for an instance before it is left out. */
  int ATTEMPTS = 100;

  Spots spots(PlaceRequest request);

  /** How one that has its place may be moved. */
  Mobility mobility(Placed placed);

  /** Where all places are given. */
  static GroupPlaces fixed(Function<PlaceRequest, Spots> spots) {
    return free(spots, placed -> Mobility.bound(Mobility.FIXED));
  }

  static GroupPlaces free(
      Function<PlaceRequest, Spots> spots, Function<Placed, Mobility> mobility) {
    return new GroupPlaces() {
      @Override
      public Spots spots(PlaceRequest request) {
        return spots.apply(request);
      }

      @Override
      public Mobility mobility(Placed placed) {
        return mobility.apply(placed);
      }
    };
  }
}
