package org.diorama.scenefile;

/**
 * A file of the scene.
 *
 * @param name relative to the scene's folder, with slashes; {@code diorama/NAME.yaml} for a library
 *     that ships with Diorama
 * @param bytes as they were read; the array is shared: do not change it
 */
public record SourceFile(String name, byte[] bytes) {}
