package org.diorama.assets.bake;

import java.util.Optional;

/**
 * A file that an import asked for.
 *
 * @param name relative to the model's folder
 * @param digest of its content; empty where there was no such file
 */
public record InputFile(String name, Optional<String> digest) {}
