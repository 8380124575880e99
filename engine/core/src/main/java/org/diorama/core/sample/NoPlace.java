package org.diorama.core.sample;

/** Why an instance found no place; the later, the nearer it came to one. */
public enum NoPlace {
  /** Nothing it could stand in or on was placed. */
  NO_CARRIER,
  /** What it should stand on has no such surface, or what it should lie in has no room inside. */
  NO_SURFACE,
  /** All places of the pattern were given away. */
  FULL,
  /** It would reach over a border. */
  OUTSIDE,
  /** There is too little height above. */
  TOO_TALL,
  /** It would meet something that was placed before. */
  OCCUPIED,
  /** It fell out of the world. */
  FELL,
  /** It fell and still moved when the time was over. */
  NOT_AT_REST;

  /** Whether no other instance of the group will find a place either. */
  public boolean isFinal() {
    return compareTo(FULL) <= 0;
  }
}
