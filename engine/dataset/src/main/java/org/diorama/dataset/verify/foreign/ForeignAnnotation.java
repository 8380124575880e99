package org.diorama.dataset.verify.foreign;

import java.util.List;
import java.util.Optional;
import org.diorama.dataset.verify.finding.Fault;
import org.diorama.dataset.verify.json.Json;
import org.diorama.dataset.verify.label.BoxDiagnosis;
import org.diorama.dataset.verify.label.Segmentation;
import org.diorama.dataset.verify.read.FaultyFile;
import org.diorama.dataset.verify.read.Mask;
import tools.jackson.databind.JsonNode;

/**
 * An annotation of a COCO file.
 *
 * @param id as it says; -1 where it says none
 * @param box {@code [x, y, width, height]}; of another length where it has none
 * @param area NaN where it has none
 * @param mask absent where there is none, or none that can be decoded
 * @param outlines of its polygons; empty where it has run lengths
 * @param fault what its segmentation is wrong in; absent where it could be decoded
 */
record ForeignAnnotation(
    long id,
    JsonNode json,
    double[] box,
    double area,
    Optional<Mask> mask,
    List<double[]> outlines,
    Optional<FaultyFile> fault) {
  /** What a check lacks where a number is none: that was found when the file was opened. */
  static final String FINITE = "finite numbers";

  /**
   * @param width of its image; 0 where nobody knows
   */
  static ForeignAnnotation of(JsonNode json, int width, int height) {
    JsonNode segmentation = json.path("segmentation");
    Optional<Mask> mask = Optional.empty();
    List<double[]> outlines = List.of();
    Optional<FaultyFile> fault = Optional.empty();
    try {
      if (Json.hasNotFinite(segmentation)) {
        throw new FaultyFile(Fault.NUMBER_NOT_FINITE, "its segmentation has such a number");
      }
      if (width > 0 && height > 0) {
        mask = Optional.of(Segmentation.decode(segmentation, width, height));
      }
      if (segmentation.isArray()) {
        outlines = Segmentation.polygons(segmentation);
      }
    } catch (FaultyFile e) {
      fault = Optional.of(e);
    }
    return new ForeignAnnotation(
        json.path("id").asLong(-1),
        json,
        Json.numbers(json.path("bbox")),
        finite(json.path("area")),
        mask,
        outlines,
        fault);
  }

  private static double finite(JsonNode area) {
    return area.isNumber() && Double.isFinite(area.doubleValue()) ? area.doubleValue() : Double.NaN;
  }

  boolean isCrowd() {
    return json.path("iscrowd").asInt(0) == 1;
  }

  boolean hasBox() {
    return box.length == 4 && !hasNotFinite("bbox");
  }

  /** Whether a value of it, such as its box, has a number that is not finite. */
  boolean hasNotFinite(String key) {
    return Json.hasNotFinite(json.path(key));
  }

  /** Whether its polygons hold fractions of the image's sides, as some tools write boxes. */
  boolean hasFractions() {
    boolean all = !outlines.isEmpty();
    for (double[] outline : outlines) {
      all &= BoxDiagnosis.isOfFractions(outline);
    }
    return all;
  }

  /** Whether it names no segmentation at all, as sets of boxes do, or nothing that could be one. */
  boolean isBare() {
    JsonNode segmentation = json.path("segmentation");
    return !segmentation.isObject() && segmentation.isEmpty();
  }

  /** Extent of the polygons as {@code [x, y, width, height]}. */
  double[] extent() {
    double left = Double.MAX_VALUE;
    double top = Double.MAX_VALUE;
    double right = -Double.MAX_VALUE;
    double bottom = -Double.MAX_VALUE;
    for (double[] outline : outlines) {
      for (int i = 0; i < outline.length; i += 2) {
        left = Math.min(left, outline[i]);
        right = Math.max(right, outline[i]);
        top = Math.min(top, outline[i + 1]);
        bottom = Math.max(bottom, outline[i + 1]);
      }
    }
    return new double[] {left, top, right - left, bottom - top};
  }

  /** Area of the polygons by Gauss's formula. */
  double polygonArea() {
    double sum = 0;
    for (double[] outline : outlines) {
      double twice = 0;
      for (int i = 0; i < outline.length; i += 2) {
        int next = (i + 2) % outline.length;
        twice += outline[i] * outline[next + 1] - outline[next] * outline[i + 1];
      }
      sum += Math.abs(twice) / 2;
    }
    return sum;
  }
}
