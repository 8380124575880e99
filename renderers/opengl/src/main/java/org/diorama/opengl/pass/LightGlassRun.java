package org.diorama.opengl.pass;

/**
 * How to draw what glass takes of a light in one of its maps.
 *
 * @param projection number of the map's
 * @param layer to draw into
 * @param first of its commands
 */
public record LightGlassRun(int projection, int layer, int first, int count) {}
