package org.diorama.dataset.verify.foreign;

import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * An image of a COCO file with its annotations.
 *
 * @param width as its entry says; 0 where it says nothing, likewise {@code height}
 * @param entry all of it
 */
record ForeignImage(
    long id, int width, int height, JsonNode entry, List<ForeignAnnotation> annotations) {
  /** Beyond any image: sizes above it are no sizes. */
  private static final int LARGEST = 1 << 15;

  /** What an entry says of a side in pixels; 0 where that is no whole number. */
  static int side(JsonNode said) {
    return said.isIntegralNumber() ? said.asInt(0) : 0;
  }

  boolean hasSize() {
    return width > 0 && height > 0 && width <= LARGEST && height <= LARGEST;
  }
}
