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
  boolean crowd() {
    return entry.json().path("iscrowd").asInt(0) == 1;
  }
}
