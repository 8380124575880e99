package org.diorama.dataset.foreign;

import java.util.Optional;
import org.diorama.dataset.coco.RunLengths;
import tools.jackson.databind.node.ObjectNode;

/**
 * An annotation whose mask was read.
 *
 * @param entry as it stands in its source
 * @param width of its image in pixels; likewise {@code height}
 * @param mask absent where the annotation has none
 */
record MaskedAnnotation(ObjectNode entry, int width, int height, Optional<RunLengths> mask) {
  boolean crowd() {
    return entry.path("iscrowd").asInt(0) == 1;
  }
}
