package org.diorama.dataset.verify.frame;

import org.diorama.dataset.verify.files.ManifestFacts;
import org.diorama.dataset.verify.finding.Fault;
import org.diorama.dataset.verify.json.Json;
import org.diorama.dataset.verify.label.BoxDiagnosis;
import org.diorama.dataset.verify.read.Mask;
import tools.jackson.databind.JsonNode;

/**
 * 3D boxes against depth: every pixel of the mask, taken back into space, lies in its object's box;
 * the box is the same by camera and world, and its corners project to the loose box.
 *
 * <p>Where a surface ends, a pixel may show one that passes its center by as little as renderers
 * may differ, 0.01 pixels, with the depth that the surface's plane has at the center. Of a surface
 * that is seen edge-on that depth is off by any part of its length. So at outlines and creases it
 * is the ray, with that band around it, that must meet the box.
 */
final class Box3dCheck implements ViewCheck {
  /** Of single precision at a depth, and of files' digits. */
  private static final double RELATIVE = 1e-5;

  private static final double PIXELS = 1e-6;

  private final ManifestFacts manifest;

  Box3dCheck(ManifestFacts manifest) {
    this.manifest = manifest;
  }

  @Override
  public String name() {
    return "3D boxes around unprojected masks";
  }

  @Override
  public void check(ViewEvidence view, CheckReport report) {
    for (CocoImageEvidence.Entry entry : view.coco().annotations()) {
      JsonNode extras = entry.json().path("diorama");
      JsonNode box = extras.path("bbox_3d");
      if (box.isMissingNode() || box.isNull()) {
        report.lacking("the annotator bbox_3d");
        continue;
      }
      double[] size = Json.numbers(box.path("size"));
      double[] camera = CameraPose.rows(box.path("camera_from_box"));
      double[] world = CameraPose.rows(box.path("world_from_box"));
      if (size.length != 3 || camera.length != 12 || world.length != 12) {
        report.findAnnotation(Fault.BOX_3D_WRONG, entry, view.imageId(), "it is " + box);
        continue;
      }
      report.examined(1);
      if (!isSame(view.camera(), camera, world)) {
        report.findAnnotation(
            Fault.BOX_3D_WRONG,
            entry,
            view.imageId(),
            "camera_from_box and world_from_box are two places");
      }
      pixels(view, entry, size, camera, report);
      loose(view, entry, extras, size, camera, report);
    }
  }

  /** Whether the camera's pose takes one map to the other. */
  private static boolean isSame(CameraPose camera, double[] cameraFromBox, double[] worldFromBox) {
    double[][] points = {{0, 0, 0}, {1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
    for (double[] point : points) {
      double[] local = transform(cameraFromBox, point);
      double[] through = transform(camera.worldFromCamera(), local);
      double[] direct = transform(worldFromBox, point);
      for (int axis = 0; axis < 3; axis++) {
        if (Math.abs(through[axis] - direct[axis]) > 1e-9 * (1 + Math.abs(direct[axis]))) {
          return false;
        }
      }
    }
    return true;
  }

  private static double[] transform(double[] rows, double[] point) {
    double[] result = new double[3];
    for (int row = 0; row < 3; row++) {
      result[row] =
          rows[4 * row] * point[0]
              + rows[4 * row + 1] * point[1]
              + rows[4 * row + 2] * point[2]
              + rows[4 * row + 3];
    }
    return result;
  }

  private void pixels(
      ViewEvidence view,
      CocoImageEvidence.Entry entry,
      double[] size,
      double[] cameraFromBox,
      CheckReport report) {
    if (!view.has(Plane.DEPTH) || !view.has(Plane.INSTANCE)) {
      report.lacking("sound depth and instance images");
      return;
    }
    double scale = manifest.depthScale() / 1000;
    int[] steps = view.values(Plane.DEPTH);
    Mask mask = view.instanceMask(entry.instance());
    double[] matrix = view.camera().matrix();
    BoxAlongRay box = BoxAlongRay.of(view.camera(), size, cameraFromBox);
    for (int i = 0; i < mask.spans().length; i += 2) {
      for (int position = mask.spans()[i]; position < mask.spans()[i + 1]; position++) {
        int x = position / mask.height();
        int y = position % mask.height();
        double depth = steps[y * mask.width() + x] * scale;
        double[] point = {
          (x + 0.5 - matrix[2]) / matrix[0] * depth,
          (y + 0.5 - matrix[3]) / matrix[1] * depth,
          depth
        };
        double out = depth == 0 ? 0 : outside(size, cameraFromBox, point);
        double ray = Math.sqrt(point[0] * point[0] + point[1] * point[1] + depth * depth);
        boolean outside = out > 0.5 * scale * ray / depth + RELATIVE * ray;
        if (outside
            && !(out < box.diagonal()
                && !SeenPlane.isAt(view, y * mask.width() + x)
                && box.meets(y * mask.width() + x))) {
          report.findAnnotation(
              Fault.BOX_3D_WRONG,
              entry,
              view.imageId(),
              "column %d row %d lies %.4f m outside".formatted(x, y, out));
          return;
        }
      }
    }
  }

  /** How far a point of the camera's frame lies outside a box. */
  private static double outside(double[] size, double[] cameraFromBox, double[] point) {
    double most = 0;
    for (int axis = 0; axis < 3; axis++) {
      double along = 0;
      for (int row = 0; row < 3; row++) {
        along += cameraFromBox[4 * row + axis] * (point[row] - cameraFromBox[4 * row + 3]);
      }
      most = Math.max(most, Math.abs(along) - size[axis] / 2);
    }
    return most;
  }

  /** Nothing to compare where a corner lies behind the camera. */
  private static void loose(
      ViewEvidence view,
      CocoImageEvidence.Entry entry,
      JsonNode extras,
      double[] size,
      double[] cameraFromBox,
      CheckReport report) {
    double[] box = Json.numbers(extras.path("bbox_loose"));
    if (box.length != 4) {
      return;
    }
    double[] least = {Double.MAX_VALUE, Double.MAX_VALUE};
    double[] most = {-Double.MAX_VALUE, -Double.MAX_VALUE};
    double[] matrix = view.camera().matrix();
    for (int corner = 0; corner < 8; corner++) {
      double[] local = {
        (corner & 1) == 0 ? -size[0] / 2 : size[0] / 2,
        (corner & 2) == 0 ? -size[1] / 2 : size[1] / 2,
        (corner & 4) == 0 ? -size[2] / 2 : size[2] / 2
      };
      double[] point = transform(cameraFromBox, local);
      if (point[2] < 0.01) {
        return;
      }
      for (int axis = 0; axis < 2; axis++) {
        double at = matrix[axis] * point[axis] / point[2] + matrix[2 + axis];
        least[axis] = Math.min(least[axis], at);
        most[axis] = Math.max(most[axis], at);
      }
    }
    double[] due = {least[0], least[1], most[0] - least[0], most[1] - least[1]};
    if (BoxDiagnosis.of(box, due, PIXELS * (1 + due[2] + due[3])).isPresent()) {
      report.findAnnotation(
          Fault.BOX_LOOSE_WRONG,
          entry,
          view.imageId(),
          BoxDiagnosis.text(box) + ", the corners reach " + BoxDiagnosis.text(due));
    }
  }
}
