package org.diorama.core.scene;

/**
 * A value the author may randomize.
 *
 * @param path where it stands in the scene, such as {@code objects.cars.yaw}; it keys the random
 *     stream, so it is unique and never changes because something else was added
 * @param distribution how it is drawn
 * @param scope how often it is drawn
 */
public record Parameter<T>(String path, Distribution<T> distribution, Scope scope) {
  public static <T> Parameter<T> constant(String path, T value) {
    return new Parameter<>(path, new Distribution.Constant<>(value), Scope.DATASET);
  }
}
