package org.diorama.core.scene;

import org.diorama.core.math.Vec3;

/** Three numbers the author may randomize. */
public sealed interface VectorParameter {
  /** One parameter an axis; their paths end in {@code .x}, {@code .y} and {@code .z}. */
  record Axes(Parameter<Double> x, Parameter<Double> y, Parameter<Double> z)
      implements VectorParameter {}

  /** One draw for all three, such as a point in a volume. */
  record Joint(Parameter<Vec3> point) implements VectorParameter {}

  static VectorParameter constant(String path, Vec3 value) {
    return new Axes(
        Parameter.constant(path + ".x", value.x()),
        Parameter.constant(path + ".y", value.y()),
        Parameter.constant(path + ".z", value.z()));
  }
}
