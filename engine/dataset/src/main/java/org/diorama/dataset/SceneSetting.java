package org.diorama.dataset;

/**
 * A value that the command line put into a scene.
 *
 * @param path dotted path of a key, such as {@code objects.cars.count}
 * @param value YAML, as it was given
 */
public record SceneSetting(String path, String value) {}
