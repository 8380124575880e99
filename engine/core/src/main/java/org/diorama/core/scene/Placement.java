package org.diorama.core.scene;

/** Where an object's instances go. Their lowest point rests at the given height. */
public sealed interface Placement {
  /** At one point in meters: x and y of the asset's origin, z of its lowest point. */
  record At(VectorParameter position) implements Placement {}

  /**
   * Somewhere in a rectangle, drawn uniformly, clear of what was placed before.
   *
   * @param x distribution of the world x of the origin, meters
   * @param y distribution of the world y of the origin, meters
   * @param z height of the surface, meters
   * @param separate whether the upright box around an instance, turned by its yaw, must not overlap
   *     those of earlier separate instances; boxes above one another do not overlap
   * @param clearance free horizontal distance between such boxes, meters
   */
  record Area(
      Parameter<Double> x,
      Parameter<Double> y,
      Parameter<Double> z,
      boolean separate,
      double clearance)
      implements Placement {}
}
