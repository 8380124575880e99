package org.diorama.dataset.verify.frame;

import java.util.HashMap;
import java.util.Map;
import org.diorama.dataset.verify.finding.Fault;
import tools.jackson.databind.JsonNode;

/** Tracks of annotations against the record's. */
final class TrackCheck implements FrameCheck {
  @Override
  public String name() {
    return "tracks of annotations";
  }

  @Override
  public void check(FrameEvidence frame, CheckReport report) {
    Map<Integer, JsonNode> tracks = new HashMap<>();
    for (JsonNode node : frame.nodes()) {
      // Parts follow the whole, whose track it is.
      tracks.putIfAbsent(node.path("instance_id").asInt(-1), node.path("track_id"));
    }
    for (ViewEvidence view : frame.views()) {
      for (CocoImageEvidence.Entry entry : view.coco().annotations()) {
        report.examined(1);
        JsonNode track = entry.json().path("diorama").path("track_id");
        JsonNode due = tracks.get(entry.instance());
        if (due != null && !due.equals(track)) {
          report.findAnnotation(
              Fault.TRACK_CHANGED,
              entry,
              view.imageId(),
              "track_id " + track + ", the record's is " + due);
        }
      }
    }
  }
}
