package org.diorama.opengl.pass;

/**
 * How to draw one shadow map.
 *
 * @param projection number of the one that it has
 * @param layer to draw into
 * @param from layer whose copy it begins as; negative: it begins empty
 * @param first of its commands: opaque ones, then alpha-tested ones
 */
public record ShadowRun(
    int projection, int layer, int from, int first, int opaque, int alphaTested) {}
