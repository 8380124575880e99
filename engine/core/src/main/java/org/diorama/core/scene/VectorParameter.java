package org.diorama.core.scene;

import org.diorama.core.math.Vec3;

/** Three parameters, one an axis; their paths end in {@code .x}, {@code .y} and {@code .z}. */
public record VectorParameter(Parameter<Double> x, Parameter<Double> y, Parameter<Double> z) {
  public static VectorParameter constant(String path, Vec3 value) {
    return new VectorParameter(
        Parameter.constant(path + ".x", value.x()),
        Parameter.constant(path + ".y", value.y()),
        Parameter.constant(path + ".z", value.z()));
  }
}
