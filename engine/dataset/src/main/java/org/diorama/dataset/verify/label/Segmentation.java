package org.diorama.dataset.verify.label;

import java.util.ArrayList;
import java.util.List;
import org.diorama.dataset.verify.finding.Fault;
import org.diorama.dataset.verify.json.Json;
import org.diorama.dataset.verify.read.FaultyFile;
import org.diorama.dataset.verify.read.Mask;
import org.diorama.dataset.verify.read.PolygonReader;
import org.diorama.dataset.verify.read.RunLengthReader;
import tools.jackson.databind.JsonNode;

/** Decodes the three forms of COCO's {@code segmentation}. */
public final class Segmentation {
  private Segmentation() {}

  /**
   * The pixels of a segmentation.
   *
   * @param width of the image; likewise {@code height}
   * @throws FaultyFile with what is wrong
   */
  public static Mask decode(JsonNode segmentation, int width, int height) throws FaultyFile {
    if (segmentation.isArray()) {
      return PolygonReader.fill(width, height, polygons(segmentation));
    }
    if (!segmentation.isObject()) {
      throw new FaultyFile(Fault.SEGMENTATION_MISSING, "there is no segmentation");
    }
    double[] size = Json.numbers(segmentation.path("size"));
    if (size.length != 2 || size[0] != height || size[1] != width) {
      throw new FaultyFile(
          Fault.MASK_SIZE,
          "its size is %s, [height, width] of the image is [%d, %d]"
              .formatted(segmentation.path("size"), height, width));
    }
    JsonNode counts = segmentation.path("counts");
    if (counts.isString()) {
      return RunLengthReader.compressed(width, height, counts.asString());
    }
    long[] runs = new long[counts.size()];
    for (int i = 0; i < runs.length; i++) {
      if (!counts.get(i).isIntegralNumber()) {
        throw new FaultyFile(Fault.MASK_UNREADABLE, "count " + i + " is " + counts.get(i));
      }
      runs[i] = counts.get(i).asLong();
    }
    return RunLengthReader.ofCounts(width, height, runs, runs.length);
  }

  /**
   * The outlines of a segmentation by polygons.
   *
   * @throws FaultyFile POLYGON_SHORT, POLYGON_ODD or MASK_UNREADABLE
   */
  public static List<double[]> polygons(JsonNode segmentation) throws FaultyFile {
    List<double[]> polygons = new ArrayList<>();
    for (JsonNode outline : segmentation) {
      double[] numbers = Json.numbers(outline);
      if (outline.isNumber()) {
        throw new FaultyFile(
            Fault.MASK_UNREADABLE, "it is one list of numbers, where a list of such lists belongs");
      }
      if (outline.path(0).isArray() || outline.size() == 2 && segmentation.size() > 2) {
        throw new FaultyFile(
            Fault.MASK_UNREADABLE, "its corners are pairs, where COCO has x and y in turns");
      }
      if (numbers.length == 0 && outline.size() > 0 || !outline.isArray()) {
        throw new FaultyFile(Fault.MASK_UNREADABLE, "an outline is no list of numbers");
      }
      if (numbers.length < 6) {
        throw new FaultyFile(Fault.POLYGON_SHORT, "an outline of " + numbers.length + " numbers");
      }
      if (numbers.length % 2 != 0) {
        throw new FaultyFile(Fault.POLYGON_ODD, "an outline of " + numbers.length + " numbers");
      }
      polygons.add(numbers);
    }
    if (polygons.isEmpty()) {
      throw new FaultyFile(Fault.SEGMENTATION_MISSING, "the segmentation is an empty list");
    }
    return polygons;
  }
}
