package org.diorama.dataset.coco;

import org.diorama.core.geometry.PixelBox;
import org.diorama.dataset.record.StuffLabel;

/**
 * An entry of {@code annotations} in COCO's file of stuff.
 *
 * @param id image id × 65536 + category id
 * @param segmentation see {@link MaskEncoding}
 * @param area pixels of the mask
 * @param bbox {@code [x, y, width, height]} in pixel edges
 * @param iscrowd always 0
 */
record StuffAnnotation(
    long id,
    long imageId,
    int categoryId,
    Object segmentation,
    int area,
    PixelBox bbox,
    int iscrowd) {

  static StuffAnnotation of(CocoImage image, StuffLabel label, MaskEncoding encoding) {
    return new StuffAnnotation(
        CocoIds.annotation(image.id(), label.categoryId()),
        image.id(),
        label.categoryId(),
        encoding.encode(image.width(), image.height(), label.rle(), false),
        label.area(),
        label.bbox(),
        0);
  }
}
