package org.diorama.core.sample.place;

/** How the instances of a group below one parent are placed, one after the other. */
public interface GroupPlaces {
  /** Positions tried for an instance before it is left out. */
  int ATTEMPTS = 100;

  Spots spots(PlaceRequest request);
}
