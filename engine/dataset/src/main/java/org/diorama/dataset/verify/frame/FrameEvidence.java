package org.diorama.dataset.verify.frame;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * All that a dataset holds of one frame.
 *
 * @param number of the frame, by its file
 * @param recordPath where its record stands
 * @param record the whole record
 * @param sequence the record of the first frame of its sequence that is there, twins counted in;
 *     the same record for that frame itself
 * @param views one a camera, in the dataset's order
 */
record FrameEvidence(
    long number, String recordPath, JsonNode record, JsonNode sequence, List<ViewEvidence> views) {

  /** The same by the annotation files of another format. */
  FrameEvidence with(GroupAnnotations format) throws IOException {
    List<ViewEvidence> seen = new ArrayList<>();
    for (ViewEvidence view : views) {
      seen.add(view.with(format.of(view.imageId())));
    }
    return new FrameEvidence(number, recordPath, record, sequence, seen);
  }

  /** The same with each view as it is seen otherwise. */
  FrameEvidence with(UnaryOperator<ViewEvidence> other) {
    return new FrameEvidence(
        number, recordPath, record, sequence, views.stream().map(other).toList());
  }

  /** Whether its record is of a form before one, which lacks what that one has. */
  boolean isBefore(int version) {
    return record.path("version").asInt(0) < version;
  }

  List<JsonNode> nodes() {
    return nodesOf(record);
  }

  /** One node for each instance: without those that are parts of another. */
  List<JsonNode> wholes() {
    Set<JsonNode> seen = new HashSet<>();
    return nodes().stream().filter(node -> seen.add(node.path("instance_id"))).toList();
  }

  static List<JsonNode> nodesOf(JsonNode record) {
    return StreamSupport.stream(record.path("frame").path("nodes").spliterator(), false).toList();
  }
}
