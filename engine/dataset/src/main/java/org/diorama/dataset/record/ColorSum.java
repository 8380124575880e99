package org.diorama.dataset.record;

/**
 * What the color image has at the pixels of one id of the instance image: with it an image is that
 * of its labels, whatever its file is called.
 *
 * @param instanceId as the instance image has it: 0 where no surface is, 65535 of small pieces
 * @param red sum of the pixels' values, [0, 255] each; likewise the other channels
 */
public record ColorSum(int instanceId, long red, long green, long blue) {}
