package org.diorama.dataset.verify.frame;

import java.util.List;
import org.diorama.dataset.verify.finding.Fault;
import org.diorama.dataset.verify.json.Json;
import tools.jackson.databind.JsonNode;

/**
 * Poses against the record: pose times scale is where the record has the object, and a 3D box has
 * the object's axes, so that its front is the object's.
 */
final class PoseCheck implements FrameCheck {
  private static final double AXES = 1e-6;

  @Override
  public String name() {
    return "poses";
  }

  @Override
  public void check(FrameEvidence frame, CheckReport report) {
    for (ViewEvidence view : frame.views()) {
      for (CocoImageEvidence.Entry entry : view.coco().annotations()) {
        JsonNode pose = entry.json().path("diorama").path("pose");
        JsonNode box = entry.json().path("diorama").path("bbox_3d").path("world_from_box");
        List<JsonNode> nodes =
            frame.nodes().stream()
                .filter(node -> node.path("instance_id").asInt(-1) == entry.instance())
                .toList();
        if (!nodes.isEmpty() && !hasAxes(box, nodes.get(0))) {
          report.findAnnotation(
              Fault.BOX_3D_WRONG, entry, view.imageId(), "its axes are not the object's");
        }
        if (pose.isMissingNode() || pose.isNull() || nodes.isEmpty()) {
          report.lacking("the annotator pose");
          continue;
        }
        report.examined(1);
        String fault = fault(view.camera(), pose, nodes.get(0));
        if (!fault.isEmpty()) {
          report.findAnnotation(Fault.POSE_WRONG, entry, view.imageId(), fault);
        }
      }
    }
  }

  /** Of an object that is mirrored or askew the axes are no box's, and nothing is compared. */
  private static boolean hasAxes(JsonNode worldFromBox, JsonNode node) {
    double[] box = CameraPose.rows(worldFromBox);
    double[] object = CameraPose.rows(CameraPose.atLabelInstant(node.path("world_from_object")));
    if (box.length != 12 || object.length != 12 || !isUpright(object)) {
      return true;
    }
    for (int column = 0; column < 3; column++) {
      if (along(box, column, object, column) < 1 - AXES) {
        return false;
      }
    }
    return true;
  }

  private static boolean isUpright(double[] map) {
    boolean right =
        Math.abs(along(map, 0, map, 1)) < AXES
            && Math.abs(along(map, 0, map, 2)) < AXES
            && Math.abs(along(map, 1, map, 2)) < AXES;
    double[] across = {
      map[4] * map[9] - map[8] * map[5],
      map[8] * map[1] - map[0] * map[9],
      map[0] * map[5] - map[4] * map[1]
    };
    return right && across[0] * map[2] + across[1] * map[6] + across[2] * map[10] > 0;
  }

  /** Cosine of the angle between two columns. */
  private static double along(double[] one, int column, double[] other, int otherColumn) {
    double dot = 0;
    double length = 0;
    double otherLength = 0;
    for (int row = 0; row < 3; row++) {
      double a = one[4 * row + column];
      double b = other[4 * row + otherColumn];
      dot += a * b;
      length += a * a;
      otherLength += b * b;
    }
    return dot / Math.sqrt(length * otherLength);
  }

  private static String fault(CameraPose camera, JsonNode pose, JsonNode node) {
    double[] world = CameraPose.rows(pose.path("world_from_object"));
    double[] local = CameraPose.rows(pose.path("camera_from_object"));
    double[] scale = Json.numbers(pose.path("scale"));
    double[] due = CameraPose.rows(CameraPose.atLabelInstant(node.path("world_from_object")));
    if (world.length != 12 || local.length != 12 || scale.length != 3 || due.length != 12) {
      return "it is " + pose;
    }
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 4; column++) {
        double is = world[4 * row + column] * (column < 3 ? scale[column] : 1);
        if (Math.abs(is - due[4 * row + column]) > 1e-9 * (1 + Math.abs(is))) {
          return "world_from_object and scale give %s at row %d column %d, the record has %s"
              .formatted(is, row, column, due[4 * row + column]);
        }
        double through = column < 3 ? 0 : camera.worldFromCamera()[4 * row + 3];
        for (int k = 0; k < 3; k++) {
          through += camera.worldFromCamera()[4 * row + k] * local[4 * k + column];
        }
        if (Math.abs(through - world[4 * row + column]) > 1e-9 * (1 + Math.abs(through))) {
          return "camera_from_object is another place than world_from_object";
        }
      }
    }
    return "";
  }
}
