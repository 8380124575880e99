package org.diorama.dataset.coco;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Optional;
import org.diorama.core.geometry.PixelBox;
import org.diorama.core.label.LabelVerdict;
import org.diorama.core.render.InstanceContrast;
import org.diorama.core.sample.SampledNode;
import org.diorama.dataset.record.InstanceLabel;

/**
 * An entry of COCO's {@code annotations}.
 *
 * @param segmentation see {@link MaskEncoding}
 * @param area pixels of the mask
 * @param bbox {@code [x, y, width, height]} in pixel edges
 * @param iscrowd 1 where the rules made a crowd of it
 */
record CocoAnnotation(
    long id,
    long imageId,
    int categoryId,
    Object segmentation,
    int area,
    PixelBox bbox,
    int iscrowd,
    Extras diorama) {

  /**
   * What COCO has no key for.
   *
   * @param trackId the same in every image of a sequence and its twins
   * @param visibleFraction [0, 1], as {@code truncation}
   * @param contrast against its surroundings, with and without what is in the air
   * @param values what annotators say
   */
  record Extras(
      int instanceId,
      int trackId,
      double visibleFraction,
      double truncation,
      Optional<InstanceContrast> contrast,
      @JsonUnwrapped CocoExtras values) {}

  /**
   * @param node the instance that the label is of
   */
  static CocoAnnotation of(
      CocoImage image, InstanceLabel label, SampledNode node, MaskEncoding encoding) {
    int crowd = crowd(label);
    CocoExtras values =
        CocoExtras.of(
            label.extras(), text -> encoding.encode(image.width(), image.height(), text, false));
    return new CocoAnnotation(
        CocoIds.annotation(image.id(), label.instanceId()),
        image.id(),
        label.categoryId(),
        encoding.encode(image.width(), image.height(), label.rle().orElseThrow(), crowd == 1),
        label.area(),
        label.bbox(),
        crowd,
        new Extras(
            label.instanceId(),
            node.trackId(),
            label.visibleFraction(),
            label.truncation(),
            label.contrast(),
            values));
  }

  /** COCO's flag. */
  static int crowd(InstanceLabel label) {
    return label.verdict() == LabelVerdict.CROWD ? 1 : 0;
  }
}
