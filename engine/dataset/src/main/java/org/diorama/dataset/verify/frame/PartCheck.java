package org.diorama.dataset.verify.frame;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.diorama.dataset.verify.files.ManifestFacts;
import org.diorama.dataset.verify.finding.Fault;
import org.diorama.dataset.verify.read.PngImage;
import tools.jackson.databind.JsonNode;

/**
 * Parts: each is one of those that the lists have of its instance's asset, and exactly where no
 * instance is there is none. Of an instance that is made of several assets parts may be untold.
 */
final class PartCheck implements FrameCheck {
  private static final String FOLDER = "parts";
  private static final int UNTOLD = -1;

  private final Path root;
  private final JsonNode names;

  PartCheck(Path root, ManifestFacts manifest) {
    this.root = root;
    names = manifest.head().path("part_names");
  }

  @Override
  public String name() {
    return "parts";
  }

  @Override
  public void check(FrameEvidence frame, CheckReport report) {
    boolean told = false;
    for (ViewEvidence view : frame.views()) {
      AnnotatorFiles files = new AnnotatorFiles(root, view, report);
      Optional<PngImage> image = files.whole(FOLDER, 1, 16);
      if (image.isEmpty() || !view.has(Plane.INSTANCE)) {
        report.lacking("the annotator parts");
        continue;
      }
      told = told || lists(frame, report);
      pixels(frame, view, image.get().gray(), files);
      report.examined((long) image.get().width() * image.get().height());
    }
  }

  /** The record's lists are the manifest's; returns true. */
  private boolean lists(FrameEvidence frame, CheckReport report) {
    for (Map.Entry<String, JsonNode> asset : frame.record().path("parts").properties()) {
      if (!asset.getValue().equals(names.path(asset.getKey()))) {
        report.find(
            Fault.PARTS_WRONG,
            frame.recordPath(),
            "the parts of %s are %s, in the manifest %s"
                .formatted(asset.getKey(), asset.getValue(), names.path(asset.getKey())));
      }
    }
    return true;
  }

  private static void pixels(
      FrameEvidence frame, ViewEvidence view, int[] parts, AnnotatorFiles files) {
    Map<Integer, Integer> counts = counts(frame);
    int[] ids = view.values(Plane.INSTANCE);
    for (int i = 0; i < parts.length; i++) {
      Integer count = counts.get(ids[i]);
      boolean right =
          count == null ? parts[i] == 0 : count == UNTOLD || parts[i] >= 1 && parts[i] <= count;
      if (!right) {
        files.find(
            Fault.PARTS_WRONG,
            FOLDER,
            i,
            "is part %d of instance %d, which has %s"
                .formatted(parts[i], ids[i], count == null ? "none" : count));
        return;
      }
    }
  }

  /** How many parts the record lists of each instance's asset. */
  private static Map<Integer, Integer> counts(FrameEvidence frame) {
    Map<Integer, String> levels = new HashMap<>();
    Map<Integer, Integer> counts = new HashMap<>();
    for (JsonNode node : frame.nodes()) {
      int id = node.path("instance_id").asInt(-1);
      String asset = node.path("asset_id").asString("");
      String level = asset + " " + node.path("level");
      boolean same = level.equals(levels.merge(id, level, (one, other) -> one));
      int count = frame.record().path("parts").path(asset).size();
      counts.merge(id, count, (one, other) -> same ? one : UNTOLD);
    }
    return counts;
  }
}
