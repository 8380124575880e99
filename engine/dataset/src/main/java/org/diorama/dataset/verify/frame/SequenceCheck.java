package org.diorama.dataset.verify.frame;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.diorama.dataset.verify.finding.Fault;
import tools.jackson.databind.JsonNode;

/** What stays the same in a sequence and its twins: tracks and the split. */
final class SequenceCheck implements FrameCheck {
  @Override
  public String name() {
    return "tracks and splits within sequences";
  }

  @Override
  public void check(FrameEvidence frame, CheckReport report) {
    Map<String, Set<JsonNode>> first = places(FrameEvidence.nodesOf(frame.sequence()));
    Map<String, Set<JsonNode>> own = places(frame.nodes());
    Set<JsonNode> seen = new HashSet<>();
    for (JsonNode node : frame.nodes()) {
      report.examined(1);
      JsonNode track = node.path("track_id");
      Set<JsonNode> before = first.getOrDefault(place(node), Set.of());
      boolean known = before.size() != own.get(place(node)).size() || before.contains(track);
      if (!known || !seen.add(track)) {
        report.find(
            Fault.TRACK_CHANGED,
            frame.recordPath(),
            "%s is track %s; %s"
                .formatted(
                    place(node),
                    track,
                    known ? "another instance is, too" : "where its sequence begins " + before));
      }
    }
    split(frame, report);
  }

  /** Tracks by where they come from; several of those that stand in things that are not drawn. */
  private static Map<String, Set<JsonNode>> places(List<JsonNode> nodes) {
    Map<String, Set<JsonNode>> places = new HashMap<>();
    for (JsonNode node : nodes) {
      places.computeIfAbsent(place(node), key -> new HashSet<>()).add(node.path("track_id"));
    }
    return places;
  }

  private static String place(JsonNode node) {
    return node.path("group").asString("") + "[" + node.path("index") + "]";
  }

  private static void split(FrameEvidence frame, CheckReport report) {
    JsonNode own = frame.record().path("frame").path("context").path("split");
    JsonNode first = frame.sequence().path("frame").path("context").path("split");
    if (!own.equals(first)) {
      report.find(
          Fault.TWIN_ACROSS_SPLITS,
          frame.recordPath(),
          "it is of " + own + ", the first frame of its sequence of " + first);
    }
  }
}
