package org.diorama.dataset.foreign;

import java.util.Optional;
import org.diorama.dataset.coco.RunLengths;

/**
 * An annotation whose mask was read.
 *
 * @param entry as it stands in its source
 * @param width of its image in pixels; likewise {@code height}
 * @param mask absent where the annotation has none
 */
record MaskedAnnotation(ForeignEntry entry, int width, int height, Optional<RunLengths> mask) {
  /**
   * Reads the mask of an entry.
   *
   * @param size of its image: width, height
   * @throws org.diorama.core.DioramaException BAD_INPUT where it has one that is none
   */
  static MaskedAnnotation of(ForeignEntry entry, int[] size) {
    try {
      Optional<RunLengths> mask =
          Segmentations.mask(entry.json().path("segmentation"), size[0], size[1]);
      return new MaskedAnnotation(entry, size[0], size[1], mask);
    } catch (IllegalArgumentException e) {
      throw entry.bad("annotation " + entry.json().path("id") + ": " + e.getMessage());
    }
  }

  boolean crowd() {
    return entry.json().path("iscrowd").asInt(0) == 1;
  }
}
