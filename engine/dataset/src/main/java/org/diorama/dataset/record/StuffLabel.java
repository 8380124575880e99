package org.diorama.dataset.record;

import org.diorama.core.geometry.PixelBox;

/**
 * All pixels of one category of stuff in one image; there is at least one.
 *
 * @param bbox tight, written as {@code [x, y, width, height]}
 * @param rle its pixels as COCO's compressed run lengths
 */
public record StuffLabel(int categoryId, int area, PixelBox bbox, String rle) {}
