package org.diorama.dataset.yolo;

import org.diorama.core.geometry.PixelBox;

/**
 * What a line of a label file tells.
 *
 * @param imageWidth in pixels; likewise {@code imageHeight}
 * @param box tight around the mask
 * @param mask at least one pixel, as COCO's compressed run lengths
 */
public record YoloInstance(int imageWidth, int imageHeight, PixelBox box, String mask) {}
