package org.diorama.dataset.verify.frame;

import java.util.Arrays;
import org.diorama.dataset.verify.finding.Fault;
import org.diorama.dataset.verify.json.Json;
import org.diorama.dataset.verify.label.BoxDiagnosis;
import org.diorama.dataset.verify.read.Mask;
import tools.jackson.databind.JsonNode;

/**
 * How far and how large: the full box holds the silhouette that is in the image and lies in the
 * loose box; distance, nearest surface and size are those of 3D box, depth and full box.
 */
final class ExtentCheck implements ViewCheck {
  private static final double DIGITS = 1e-9;
  private static final double PIXELS = 1e-6;

  /** A silhouette shows where it covers a pixel's center. */
  /** Less than anything that reaches out of an image by a pixel's width leaves. */
  private static final double TRUNCATED = 1e-3;

  private static final double CENTER = 0.5;

  @Override
  public String name() {
    return "full boxes, distances and sizes";
  }

  @Override
  public void check(ViewEvidence view, CheckReport report) {
    for (CocoImageEvidence.Entry entry : view.coco().annotations()) {
      JsonNode extras = entry.json().path("diorama");
      if (!extras.has("bbox_full") && !extras.has("extent")) {
        report.lacking("the annotators bbox_full or extent");
        continue;
      }
      if (view.label(entry.instance()).filter(RecordedLabel::isAnnotated).isEmpty()) {
        // Annotations without a label are told as such.
        continue;
      }
      report.examined(1);
      double[] full = Json.numbers(extras.path("bbox_full"));
      if (full.length == 4) {
        full(view, entry, full, extras, report);
      }
      if (extras.has("extent")) {
        extent(view, entry, full, extras, report);
      }
    }
  }

  private static void full(
      ViewEvidence view,
      CocoImageEvidence.Entry entry,
      double[] full,
      JsonNode extras,
      CheckReport report) {
    double[] seen = BoxDiagnosis.numbers(view.instanceMask(entry.instance()).box());
    double[] loose = Json.numbers(extras.path("bbox_loose"));
    if (!holds(full, seen)) {
      report.findAnnotation(
          Fault.BOX_FULL_WRONG,
          entry,
          view.imageId(),
          BoxDiagnosis.text(full) + ", its mask reaches " + BoxDiagnosis.text(seen));
    } else if (loose.length == 4
        && holds(loose, seen)
        && !holds(loose, full, PIXELS * (1 + loose[2] + loose[3]))) {
      report.findAnnotation(
          Fault.BOX_FULL_WRONG,
          entry,
          view.imageId(),
          BoxDiagnosis.text(full) + ", its loose box is " + BoxDiagnosis.text(loose));
    } else if (isWithin(full, view.camera()) && extras.path("truncation").asDouble(0) > TRUNCATED) {
      report.findAnnotation(
          Fault.EXTRAS_WRONG,
          entry,
          view.imageId(),
          "truncation is %s, and all of its full box %s lies in the image"
              .formatted(extras.path("truncation"), BoxDiagnosis.text(full)));
    }
  }

  private static boolean isWithin(double[] box, CameraPose camera) {
    return box[0] > CENTER
        && box[1] > CENTER
        && box[0] + box[2] < camera.width() - CENTER
        && box[1] + box[3] < camera.height() - CENTER;
  }

  /** Whether a box holds the centers of a mask's outermost pixels. */
  static boolean holds(double[] box, double[] mask) {
    return mask[2] == 0 || holds(box, mask, CENTER + PIXELS);
  }

  private static boolean holds(double[] box, double[] inner, double slack) {
    return inner[0] >= box[0] - slack
        && inner[1] >= box[1] - slack
        && inner[0] + inner[2] <= box[0] + box[2] + slack
        && inner[1] + inner[3] <= box[1] + box[3] + slack;
  }

  private static void extent(
      ViewEvidence view,
      CocoImageEvidence.Entry entry,
      double[] full,
      JsonNode extras,
      CheckReport report) {
    JsonNode extent = extras.path("extent");
    double[] box = CameraPose.rows(extras.path("bbox_3d").path("camera_from_box"));
    double[] nearest = nearest(view, entry.instance());
    String fault = "";
    if (box.length == 12
        && !isNear(extent.path("distance"), length(box[3], box[7], box[11]), DIGITS)) {
      fault =
          "distance, the 3D box's center is %.6f away".formatted(length(box[3], box[7], box[11]));
    } else if (full.length == 4
        && !isNear(extent.path("pixels"), Math.max(full[2], full[3]), DIGITS)) {
      fault = "pixels, the full box is " + BoxDiagnosis.text(full);
    } else if (nearest.length == 2
        && Math.abs(extent.path("nearest").asDouble(-1) - nearest[0]) > nearest[1]) {
      fault = "nearest, of its pixels %.6f".formatted(nearest[0]);
    }
    if (!fault.isEmpty()) {
      report.findAnnotation(
          Fault.EXTENT_WRONG, entry, view.imageId(), extent + ": wrong is " + fault);
    }
  }

  private static boolean isNear(JsonNode is, double due, double share) {
    return Math.abs(is.asDouble(Double.NaN) - due) <= share * (1 + due);
  }

  private static double length(double... vector) {
    return Math.sqrt(Arrays.stream(vector).map(x -> x * x).sum());
  }

  /** The least distance of a mask's pixels, and what it leaves open; nothing where unknown. */
  private static double[] nearest(ViewEvidence view, int instance) {
    Mask mask = view.instanceMask(instance);
    if (view.depths().isEmpty() || mask.isEmpty()) {
      return new double[0];
    }
    double least = Double.MAX_VALUE;
    double slack = 0;
    for (int i = 0; i < mask.spans().length; i += 2) {
      for (int position = mask.spans()[i]; position < mask.spans()[i + 1]; position++) {
        int pixel = position % mask.height() * mask.width() + position / mask.height();
        if (!view.depths().isKnown(pixel)) {
          return new double[0];
        }
        double ray = length(view.camera().ray(pixel));
        least = Math.min(least, ray * view.depths().at(pixel));
        slack = Math.max(slack, ray * view.depths().slack(pixel));
      }
    }
    return new double[] {least, slack + PIXELS};
  }
}
