package org.diorama.opengl.resident;

/**
 * A texture in the texel arena.
 *
 * @param firstTexel word of level 0's first texel; the levels follow one another
 * @param words that all levels take
 * @param alphaWord first word of level 0's alpha bytes, or -1 where no material tests them
 * @param alphaWords that they take
 */
public record ResidentImage(
    int firstTexel, int words, int width, int height, int levels, int alphaWord, int alphaWords) {}
