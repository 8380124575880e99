package org.diorama.dataset.coco;

import java.util.List;
import java.util.stream.Stream;
import org.diorama.core.geometry.PixelBox;
import org.diorama.dataset.InstanceMeanings;
import org.diorama.dataset.record.InstanceLabel;
import org.diorama.dataset.record.StuffLabel;
import org.diorama.dataset.record.ViewLabels;

/**
 * An entry of COCO's panoptic {@code annotations}.
 *
 * @param fileName relative to {@code annotations/panoptic/}
 */
record PanopticAnnotation(long imageId, String fileName, List<Segment> segmentsInfo) {
  /**
   * @param id of its color; of a thing its instance id, of stuff {@link
   *     InstanceMeanings#stuffSegment}
   */
  record Segment(int id, int categoryId, int area, PixelBox bbox, int iscrowd) {
    static Segment of(InstanceLabel label) {
      return new Segment(
          label.instanceId(),
          label.categoryId(),
          label.area(),
          label.bbox(),
          CocoAnnotation.crowd(label));
    }

    static Segment of(StuffLabel stuff) {
      return new Segment(
          InstanceMeanings.stuffSegment(stuff.categoryId()),
          stuff.categoryId(),
          stuff.area(),
          stuff.bbox(),
          0);
    }
  }

  static PanopticAnnotation of(CocoImage image, ViewLabels view) {
    Stream<Segment> things =
        view.instances().stream().filter(InstanceLabel::isAnnotated).map(Segment::of);
    Stream<Segment> stuff = view.stuff().stream().map(Segment::of);
    return new PanopticAnnotation(
        image.id(), image.fileName(), Stream.concat(things, stuff).toList());
  }
}
