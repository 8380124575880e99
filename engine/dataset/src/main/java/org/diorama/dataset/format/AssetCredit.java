package org.diorama.dataset.format;

/**
 * An asset that a dataset may show, and who made it.
 *
 * @param id as in the records
 * @param digest of the baked model
 * @param license SPDX identifier, such as {@code CC0-1.0}; empty for shapes of the engine's own and
 *     for model files that a scene names
 * @param attribution who is to be named, and where it comes from; empty where nobody is
 */
public record AssetCredit(String id, String digest, String license, String attribution) {}
