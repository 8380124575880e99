package org.diorama.dataset.verify.frame;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diorama.dataset.verify.files.ManifestFacts;
import org.diorama.dataset.verify.finding.Fault;
import org.diorama.dataset.verify.read.PngImage;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Parts: each is one of those that the lists have of its instance's asset, and exactly where no
 * instance is there is none. What a pixel shows lies, taken back into space, within that part's
 * bounds; of an instance that is made of several objects, within those of one of them.
 *
 * <p>At outlines and creases, where a surface may pass the pixel's center by 0.01 pixels and its
 * depth be off by any part of its length, it is the ray that must meet the bounds, as with 3D
 * boxes.
 */
final class PartCheck implements FrameCheck {
  private static final String FOLDER = "parts";

  /** Version of records that have the bounds of parts; those before have their names alone. */
  private static final int WITH_BOUNDS = 11;

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
      if (!told) {
        lists(frame, report);
        told = true;
      }
      if (view.depths().isEmpty() || frame.isBefore(WITH_BOUNDS)) {
        report.lacking("a sound depth image, or a record with the bounds of parts");
      }
      new Parts(frame, view, image.get().gray(), files).check();
      report.examined((long) image.get().width() * image.get().height());
    }
  }

  /** The record's lists are the manifest's. */
  private void lists(FrameEvidence frame, CheckReport report) {
    for (Map.Entry<String, JsonNode> asset : frame.record().path("parts").properties()) {
      ArrayNode own = JsonNodeFactory.instance.arrayNode();
      for (JsonNode part : asset.getValue()) {
        own.add(part.path("name").asString(part.asString("")));
      }
      if (!own.equals(names.path(asset.getKey()))) {
        report.find(
            Fault.PARTS_WRONG,
            frame.recordPath(),
            "the parts of %s are %s, in the manifest %s"
                .formatted(asset.getKey(), own, names.path(asset.getKey())));
      }
    }
  }

  /** The parts of one view. */
  private static final class Parts {
    private final ViewEvidence view;
    private final int[] parts;
    private final int[] ids;
    private final AnnotatorFiles files;
    private final boolean unbounded;
    private final Map<Integer, List<List<PartSpace>>> objects = new HashMap<>();

    Parts(FrameEvidence frame, ViewEvidence view, int[] parts, AnnotatorFiles files) {
      this.view = view;
      this.parts = parts;
      this.files = files;
      unbounded = frame.isBefore(WITH_BOUNDS);
      ids = view.values(Plane.INSTANCE);
      for (JsonNode node : frame.nodes()) {
        JsonNode pose = CameraPose.atLabelInstant(node.path("world_from_object"));
        double[] rows = Arrays.copyOf(CameraPose.rows(pose), 12);
        String asset = node.path("asset_id").asString("");
        List<PartSpace> spaces = new ArrayList<>();
        for (JsonNode part : frame.record().path("parts").path(asset)) {
          spaces.add(PartSpace.of(view.camera(), part.path("bounds"), rows));
        }
        objects
            .computeIfAbsent(node.path("instance_id").asInt(-1), id -> new ArrayList<>())
            .add(spaces);
      }
    }

    void check() {
      for (int i = 0; i < parts.length; i++) {
        List<List<PartSpace>> shown = objects.getOrDefault(ids[i], List.of());
        int most = shown.stream().mapToInt(List::size).max().orElse(0);
        if (shown.isEmpty() ? parts[i] != 0 : parts[i] < 1 || parts[i] > most) {
          tell(i, "which has " + (shown.isEmpty() ? "none" : most));
          return;
        }
        if (!shown.isEmpty() && !isPlaced(i, shown)) {
          tell(i, "and lies outside that part");
          return;
        }
      }
    }

    private boolean isPlaced(int pixel, List<List<PartSpace>> shown) {
      if (unbounded || view.depths().isEmpty() || !view.depths().isKnown(pixel)) {
        return true;
      }
      double depth = view.depths().at(pixel);
      double slack = view.depths().slack(pixel);
      boolean met = false;
      for (List<PartSpace> spaces : shown) {
        if (parts[pixel] <= spaces.size()) {
          PartSpace space = spaces.get(parts[pixel] - 1);
          if (space.isFlat() || space.holds(pixel, depth, slack)) {
            return true;
          }
          met = met || space.meets(pixel);
        }
      }
      return met && (!SeenPlane.isAt(view, pixel) || isBesideAnother(pixel));
    }

    private boolean isBesideAnother(int pixel) {
      int width = view.camera().width();
      return parts[pixel - 1] != parts[pixel]
          || parts[pixel + 1] != parts[pixel]
          || parts[pixel - width] != parts[pixel]
          || parts[pixel + width] != parts[pixel];
    }

    private void tell(int pixel, String detail) {
      files.find(
          Fault.PARTS_WRONG,
          FOLDER,
          pixel,
          "is part %d of instance %d, %s".formatted(parts[pixel], ids[pixel], detail));
    }
  }
}
