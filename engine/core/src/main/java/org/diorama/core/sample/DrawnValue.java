package org.diorama.core.sample;

/**
 * One draw, for the record and for explaining a frame.
 *
 * @param path of the parameter
 * @param instance identity of the instance, or of the parent whose children share it, or -1 for
 *     draws that all instances share; see {@link org.diorama.core.random.DrawSite}
 * @param value as text: a number in its shortest exact form, a name, a color or point as {@code
 *     a,b,c}, or a rotation as a quaternion {@code x,y,z,w}
 */
public record DrawnValue(String path, long instance, String value) {}
