package org.diorama.core.scene;

import org.diorama.core.math.Rotation;

/** A rotation the author may randomize. */
public sealed interface RotationParameter {
  /**
   * Three angles in degrees: yaw about the parent's (or the world's) +Z, counter-clockwise seen
   * from above, then pitch about the object's own +Y, then roll about its own +X.
   */
  record Angles(Parameter<Double> yaw, Parameter<Double> pitch, Parameter<Double> roll)
      implements RotationParameter {}

  /** One draw for the whole. */
  record Joint(Parameter<Rotation> rotation) implements RotationParameter {}
}
