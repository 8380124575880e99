package org.diorama.dataset.verify.frame;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.diorama.dataset.verify.files.ManifestFacts;
import org.diorama.dataset.verify.finding.Fault;
import org.diorama.dataset.verify.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * Keypoints against the images: each is the projection of its place in space; a visible one lies on
 * a pixel of its instance, or beside one, at its depth, and a hidden one does not.
 */
final class PointCheck implements ViewCheck {
  /** What a drawn surface may be off by, as a share of its distance; pixels' footprints. */
  private static final double RELATIVE = 0.02;

  private static final double FOOTPRINTS = 2;
  private static final double PIXELS = 1e-6;
  private static final int VISIBLE = 2;

  private static final double HALF = 0.5;

  private final ManifestFacts manifest;

  PointCheck(ManifestFacts manifest) {
    this.manifest = manifest;
  }

  @Override
  public String name() {
    return "keypoints";
  }

  @Override
  public void check(ViewEvidence view, CheckReport report) {
    if (view.coco().keypoints().isEmpty()) {
      report.lacking("the annotator keypoints, or an object with points");
      return;
    }
    for (CocoImageEvidence.Entry entry : view.coco().keypoints()) {
      report.examined(1);
      double[] points = Json.numbers(entry.json().path("keypoints"));
      JsonNode places = entry.json().path("keypoints_3d");
      int labelled = 0;
      boolean sound = true;
      for (int i = 0; i + 2 < points.length; i += 3) {
        labelled += points[i + 2] > 0 ? 1 : 0;
        double[] place = Json.numbers(places.path(i / 3));
        boolean absent = points[i] == 0 && points[i + 1] == 0 && points[i + 2] == 0;
        String fault =
            place.length == 3
                ? fault(view, entry.instance(), points[i], points[i + 1], points[i + 2], place)
                : absent ? "" : "it has no place in space";
        if (!fault.isEmpty()) {
          sound = false;
          report.findAnnotation(
              fault.startsWith("visible") ? Fault.KEYPOINT_OFF_MASK : Fault.KEYPOINTS_WRONG,
              entry,
              view.imageId(),
              "point " + (i / 3 + 1) + ": " + fault);
        }
      }
      String others = sound ? others(view, entry, points, places) : "";
      if (!others.isEmpty()) {
        report.findAnnotation(Fault.KEYPOINTS_WRONG, entry, view.imageId(), others);
      }
      if (points.length % 3 != 0 || entry.json().path("num_keypoints").asInt(-1) != labelled) {
        report.findAnnotation(
            Fault.KEYPOINTS_WRONG,
            entry,
            view.imageId(),
            "num_keypoints is %s, %d are labelled"
                .formatted(entry.json().path("num_keypoints"), labelled));
      }
    }
  }

  /**
   * Points and places that are not those of the record, in whichever order; empty where none is.
   */
  private static String others(
      ViewEvidence view, CocoImageEvidence.Entry entry, double[] points, JsonNode places) {
    JsonNode recorded =
        view.label(entry.instance())
            .map(label -> label.json().path("extras").path("keypoints"))
            .orElse(MissingNode.getInstance());
    if (!recorded.isArray()) {
      return "";
    }
    List<String> due = new ArrayList<>();
    for (JsonNode point : recorded) {
      due.add(
          point.path("x").asDouble(-1)
              + " "
              + point.path("y").asDouble(-1)
              + " "
              + point.path("v").asDouble(-1)
              + " "
              + point.path("position"));
    }
    List<String> told = new ArrayList<>();
    for (int i = 0; i + 2 < points.length; i += 3) {
      JsonNode place = places.path(i / 3);
      if (!place.isNull() && !place.isMissingNode()) {
        told.add(points[i] + " " + points[i + 1] + " " + points[i + 2] + " " + place);
      }
    }
    Collections.sort(due);
    Collections.sort(told);
    return due.equals(told) ? "" : "its points are " + told + ", in the record " + due;
  }

  /** What is wrong with a point; empty where nothing is. */
  private String fault(
      ViewEvidence view, int instance, double x, double y, double flag, double[] place) {
    double[] matrix = view.camera().matrix();
    double atX = matrix[0] * place[0] / place[2] + matrix[2];
    double atY = matrix[1] * place[1] / place[2] + matrix[3];
    if (flag == 0) {
      return x == 0 && y == 0 ? "" : "outside, and at %s, %s".formatted(x, y);
    }
    if (Math.abs(atX - x) > PIXELS * (1 + Math.abs(x))
        || Math.abs(atY - y) > PIXELS * (1 + Math.abs(y))) {
      return "at %s, %s, its place in space is seen at %s, %s".formatted(x, y, atX, atY);
    }
    if (x < 0 || y < 0 || x > view.camera().width() || y > view.camera().height()) {
      return "flag %s outside the image".formatted(flag);
    }
    boolean known = view.has(Plane.INSTANCE) && view.has(Plane.DEPTH);
    if (!known) {
      return "";
    }
    Around around = around(view, instance, x, y);
    return flag == VISIBLE ? seen(view, around, x, y, place[2]) : hidden(view, around, place[2]);
  }

  /** Depths of those of the four pixels around a point that show its instance, in meters. */
  private record Around(int pixels, double near, double far) {}

  private Around around(ViewEvidence view, int instance, double x, double y) {
    int[] ids = view.values(Plane.INSTANCE);
    int[] steps = view.values(Plane.DEPTH);
    int width = view.camera().width();
    double near = Double.MAX_VALUE;
    double far = 0;
    int pixels = 0;
    for (int row = (int) Math.floor(y - 0.5); row <= Math.floor(y + 0.5); row++) {
      for (int column = (int) Math.floor(x - 0.5); column <= Math.floor(x + 0.5); column++) {
        boolean inside = row >= 0 && column >= 0 && row < view.camera().height() && column < width;
        if (inside && ids[row * width + column] == instance) {
          double depth = steps[row * width + column] * manifest.depthScale() / 1000;
          pixels++;
          near = Math.min(near, depth);
          far = Math.max(far, depth);
        }
      }
    }
    return new Around(pixels, near, far);
  }

  /** What a pixel covers at a depth, in meters. */
  private static double footprint(ViewEvidence view, double z) {
    return z / Math.min(view.camera().matrix()[0], view.camera().matrix()[1]);
  }

  private String seen(ViewEvidence view, Around around, double x, double y, double z) {
    if (around.pixels() == 0) {
      return "visible, and no pixel around %s, %s is of its instance".formatted(x, y);
    }
    double slack = FOOTPRINTS * footprint(view, z) + RELATIVE * z;
    boolean beyond = around.near() == 0 || z + slack > manifest.depthMax();
    return beyond || z >= around.near() - slack && z <= around.far() + slack
        ? ""
        : "visible at depth %.4f, the image has %.4f to %.4f"
            .formatted(z, around.near(), around.far());
  }

  /** A surface is seen where its instance is at its depth, and be it to less than half a pixel. */
  private String hidden(ViewEvidence view, Around around, double z) {
    double sure = HALF * footprint(view, z) - manifest.depthScale() / 1000;
    return around.pixels() > 0
            && around.near() > 0
            && z >= around.near() - sure
            && z <= around.far() + sure
        ? "hidden, and its instance is seen there at its depth %.4f".formatted(z)
        : "";
  }
}
