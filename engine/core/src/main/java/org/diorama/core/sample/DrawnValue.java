package org.diorama.core.sample;

/**
 * One draw, for the record and for explaining a frame.
 *
 * @param path of the parameter
 * @param instance index in the group, or -1 for draws made once a frame or dataset
 * @param value as text: a number in its shortest exact form, a name, or a color as {@code r,g,b}
 */
public record DrawnValue(String path, long instance, String value) {}
