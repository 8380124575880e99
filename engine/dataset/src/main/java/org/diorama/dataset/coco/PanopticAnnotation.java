package org.diorama.dataset.coco;

import java.util.List;
import org.diorama.core.geometry.PixelBox;
import org.diorama.dataset.record.InstanceLabel;
import org.diorama.dataset.record.ViewLabels;

/**
 * An entry of COCO's panoptic {@code annotations}.
 *
 * @param fileName relative to {@code annotations/panoptic/}
 */
record PanopticAnnotation(long imageId, String fileName, List<Segment> segmentsInfo) {
  /**
   * @param id of its color; of a thing its instance id
   */
  record Segment(int id, int categoryId, int area, PixelBox bbox, int iscrowd) {}

  static PanopticAnnotation of(CocoImage image, ViewLabels view) {
    List<Segment> segments =
        view.instances().stream()
            .filter(InstanceLabel::isAnnotated)
            .map(
                label ->
                    new Segment(
                        label.instanceId(),
                        label.categoryId(),
                        label.area(),
                        label.bbox(),
                        CocoAnnotation.crowd(label)))
            .toList();
    return new PanopticAnnotation(image.id(), image.fileName(), segments);
  }
}
