package org.diorama.dataset.verify.score;

/**
 * An object of the ground truth.
 *
 * @param id COCO's; a match with 0 counts as none, which is what its evaluator makes of it
 * @param area in pixels
 * @param crowd whether it is one
 * @param ignored whether finding it, or not, counts for nothing; crowds are
 * @param <T> its shape
 */
public record ObjectTruth<T>(long id, double area, boolean crowd, boolean ignored, T shape) {}
