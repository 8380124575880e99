package org.diorama.dataset.foreign;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.diorama.dataset.coco.Polygons;
import org.diorama.dataset.coco.RunLengths;
import tools.jackson.databind.JsonNode;

/** Reads COCO's {@code segmentation} in any of its forms. */
final class Segmentations {
  private Segmentations() {}

  /**
   * @param segmentation may be absent (a missing node)
   * @return the mask; absent where the annotation has none
   * @throws IllegalArgumentException with what is wrong with it
   */
  static Optional<RunLengths> mask(JsonNode segmentation, int width, int height) {
    if (segmentation.isArray()) {
      return segmentation.isEmpty()
          ? Optional.empty()
          : Optional.of(Polygons.fill(width, height, polygons(segmentation)));
    }
    if (segmentation.isObject()) {
      return Optional.of(runs(segmentation, width, height));
    }
    if (segmentation.isMissingNode() || segmentation.isNull()) {
      return Optional.empty();
    }
    throw new IllegalArgumentException("its segmentation is no list and no object");
  }

  private static List<double[]> polygons(JsonNode segmentation) {
    List<double[]> polygons = new ArrayList<>();
    for (JsonNode polygon : segmentation) {
      polygons.add(numbers(polygon));
    }
    return polygons;
  }

  private static double[] numbers(JsonNode list) {
    if (!list.isArray() || !list.valueStream().allMatch(JsonNode::isNumber)) {
      throw new IllegalArgumentException("a polygon is no list of numbers");
    }
    return list.valueStream().mapToDouble(JsonNode::asDouble).toArray();
  }

  private static RunLengths runs(JsonNode segmentation, int width, int height) {
    JsonNode size = segmentation.path("size");
    if (size.path(0).asInt(0) != height || size.path(1).asInt(0) != width) {
      throw new IllegalArgumentException(
          "its mask has the size " + size + ", its image [" + height + "," + width + "]");
    }
    JsonNode counts = segmentation.path("counts");
    if (counts.isString()) {
      return RunLengths.parse(width, height, counts.asString());
    }
    if (!counts.isArray() || !counts.valueStream().allMatch(JsonNode::canConvertToInt)) {
      throw new IllegalArgumentException("its counts are no text and no list of numbers");
    }
    return new RunLengths(width, height, joined(counts));
  }

  /** Some writers leave empty runs inside: what lies on both sides is one run. */
  private static int[] joined(JsonNode counts) {
    int[] joined = new int[counts.size()];
    int used = 0;
    for (int i = 0; i < counts.size(); i++) {
      int count = counts.get(i).asInt();
      boolean ones = i % 2 == 1;
      if (used > 0 && (used % 2 == 0) == ones) {
        joined[used - 1] += count;
      } else if (count != 0 || used == 0) {
        joined[used++] = count;
      }
    }
    return Arrays.copyOf(joined, used);
  }
}
