package org.diorama.core.sample;

/**
 * What a factor is in one frame.
 *
 * @param level name of the level, or the number of a continuous factor in its shortest exact form
 */
public record FactorLevel(String factor, String level) {}
