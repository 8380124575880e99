package org.diorama.dataset.verify.frame;

import org.diorama.dataset.verify.files.ManifestFacts;
import org.diorama.dataset.verify.finding.Fault;
import org.diorama.dataset.verify.json.Json;
import tools.jackson.databind.JsonNode;

/**
 * Keypoints against the images: each is the projection of its place in space; a visible one lies on
 * a pixel of its instance, or beside one, at its depth.
 */
final class PointCheck implements ViewCheck {
  /** What a drawn surface may be off by, as a share of its distance; pixels' footprints. */
  private static final double RELATIVE = 0.02;

  private static final double FOOTPRINTS = 2;
  private static final double PIXELS = 1e-6;
  private static final int VISIBLE = 2;

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
      for (int i = 0; i + 2 < points.length; i += 3) {
        labelled += points[i + 2] > 0 ? 1 : 0;
        double[] place = Json.numbers(places.path(i / 3));
        String fault =
            place.length == 3
                ? fault(view, entry.instance(), points[i], points[i + 1], points[i + 2], place)
                : "";
        if (!fault.isEmpty()) {
          report.findAnnotation(
              fault.startsWith("visible") ? Fault.KEYPOINT_OFF_MASK : Fault.KEYPOINTS_WRONG,
              entry,
              view.imageId(),
              "point " + (i / 3 + 1) + ": " + fault);
        }
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
    return flag == VISIBLE && known ? seen(view, instance, x, y, place[2]) : "";
  }

  private String seen(ViewEvidence view, int instance, double x, double y, double z) {
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
    if (pixels == 0) {
      return "visible, and no pixel around %s, %s is of its instance".formatted(x, y);
    }
    double slack =
        FOOTPRINTS * z / Math.min(view.camera().matrix()[0], view.camera().matrix()[1])
            + RELATIVE * z;
    boolean beyond = near == 0 || z + slack > manifest.depthMax();
    return beyond || z >= near - slack && z <= far + slack
        ? ""
        : "visible at depth %.4f, the image has %.4f to %.4f".formatted(z, near, far);
  }
}
