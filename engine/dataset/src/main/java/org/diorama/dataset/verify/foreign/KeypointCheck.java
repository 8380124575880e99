package org.diorama.dataset.verify.foreign;

import java.util.Arrays;
import org.diorama.dataset.verify.finding.Fault;
import org.diorama.dataset.verify.json.Json;
import org.diorama.dataset.verify.label.BoxDiagnosis;
import org.diorama.dataset.verify.score.KeypointLikeness;
import tools.jackson.databind.JsonNode;

/** Keypoints: three numbers each, as many as counted, flags 0 to 2, inside the image. */
final class KeypointCheck implements ForeignCheck {
  @Override
  public String name() {
    return "keypoints";
  }

  @Override
  public void check(ForeignImage image, ForeignAnnotation annotation, ForeignReport report) {
    JsonNode json = annotation.json().path("keypoints");
    if (json.isMissingNode()) {
      report.lacking("keypoints");
      return;
    }
    if (annotation.hasNotFinite("keypoints")) {
      report.lacking(ForeignAnnotation.FINITE);
      return;
    }
    report.examined(1);
    double[] points = Json.numbers(json);
    if (points.length == 0 || points.length % 3 != 0) {
      report.find(
          Fault.KEYPOINTS_WRONG, image, annotation, points.length + " numbers are no points");
      return;
    }
    int labelled = KeypointLikeness.labelled(points);
    if (annotation.json().path("num_keypoints").asInt(-1) != labelled) {
      report.find(
          Fault.KEYPOINTS_WRONG,
          image,
          annotation,
          "num_keypoints is %s, %d are labelled"
              .formatted(annotation.json().path("num_keypoints"), labelled));
    }
    if (areFractions(points, annotation)) {
      report.find(
          Fault.KEYPOINTS_WRONG,
          image,
          annotation,
          "no x or y is above 1: they are fractions of the image's sides, where pixels belong");
      return;
    }
    for (int i = 0; i < points.length; i += 3) {
      String fault = fault(image, points[i], points[i + 1], points[i + 2]);
      if (!fault.isEmpty()) {
        report.find(Fault.KEYPOINTS_WRONG, image, annotation, "point " + i / 3 + ": " + fault);
        return;
      }
    }
  }

  /** Of an object that is larger than a pixel, two points or more. */
  private static boolean areFractions(double[] points, ForeignAnnotation annotation) {
    double[] places = new double[points.length / 3 * 2];
    int labelled = 0;
    for (int i = 0; i < points.length; i += 3) {
      if (points[i + 2] > 0) {
        places[2 * labelled] = points[i];
        places[2 * labelled + 1] = points[i + 1];
        labelled++;
      }
    }
    boolean large = annotation.hasBox() && Math.max(annotation.box()[2], annotation.box()[3]) > 1;
    return labelled > 1 && large && BoxDiagnosis.isOfFractions(Arrays.copyOf(places, 2 * labelled));
  }

  private static String fault(ForeignImage image, double x, double y, double flag) {
    if (flag != 0 && flag != 1 && flag != 2) {
      return "its flag is " + flag;
    }
    if (flag == 0) {
      return x == 0 && y == 0 ? "" : "not labelled, and at " + x + ", " + y;
    }
    boolean inside = x >= 0 && y >= 0 && x <= image.width() && y <= image.height();
    return inside || !image.hasSize() ? "" : "outside the image, at " + x + ", " + y;
  }
}
