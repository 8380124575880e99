package org.diorama.scenefile;

/**
 * A value that replaces or adds one of the scene's.
 *
 * @param path dotted path of a key, such as {@code objects.cars.count}
 * @param value YAML, such as {@code 3} or {@code {uniform_int: [1, 4]}}
 * @param source how messages name it
 */
public record SceneOverride(String path, String value, String source) {

  /** The command line's {@code --set path=value}. */
  public static SceneOverride set(String path, String value) {
    return new SceneOverride(path, value, "--set " + path);
  }
}
