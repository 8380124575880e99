package org.diorama.core.scene;

import org.diorama.core.random.StreamPath;

/**
 * A value the author may randomize.
 *
 * @param path where it stands in the scene, such as {@code objects.cars.yaw}; it keys the random
 *     stream, so it is unique and never changes because something else was added
 * @param distribution how it is drawn
 * @param scope how often it is drawn
 */
public record Parameter<T>(StreamPath path, Distribution<T> distribution, Scope scope) {
  public Parameter(String path, Distribution<T> distribution, Scope scope) {
    this(StreamPath.of(path), distribution, scope);
  }

  public static <T> Parameter<T> constant(String path, T value) {
    return new Parameter<>(path, new Distribution.Constant<>(value), Scope.DATASET);
  }

  /** Whether it is the same in every frame and instance. */
  public boolean isConstant() {
    return distribution instanceof Distribution.Constant;
  }
}
