package org.diorama.dataset.verify.score;

/**
 * What a detector says is there.
 *
 * @param area in pixels
 * @param <T> its shape
 */
public record Detection<T>(double score, double area, T shape) {}
