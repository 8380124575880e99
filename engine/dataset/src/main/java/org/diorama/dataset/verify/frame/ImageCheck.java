package org.diorama.dataset.verify.frame;

import java.util.Map;
import org.diorama.dataset.verify.files.ManifestFacts;
import org.diorama.dataset.verify.finding.Fault;
import tools.jackson.databind.JsonNode;

/** Entries of images against the record: file, size, camera, place in the dataset, split. */
final class ImageCheck implements FrameCheck {
  private final ManifestFacts manifest;

  ImageCheck(ManifestFacts manifest) {
    this.manifest = manifest;
  }

  @Override
  public String name() {
    return "entries of images";
  }

  @Override
  public void check(FrameEvidence frame, CheckReport report) {
    for (ViewEvidence view : frame.views()) {
      report.examined(1);
      if (!view.coco().has(CocoImageEvidence.INSTANCES)) {
        list(frame, view, CocoImageEvidence.INSTANCES, Map.of(), report);
      }
      view.coco().images().forEach((kind, entries) -> list(frame, view, kind, entries, report));
    }
  }

  /** Files of every kind list an image once, with the same entry. */
  private void list(
      FrameEvidence frame,
      ViewEvidence view,
      String kind,
      Map<String, JsonNode> entries,
      CheckReport report) {
    if (view.coco().isUnread(kind)) {
      report.lacking("a readable file of " + kind);
    } else if (entries.isEmpty()) {
      report.findImage(
          Fault.IMAGE_UNLISTED,
          Plane.IMAGE.path(view.fileName()),
          view.imageId(),
          "no file of " + kind + " has it");
    }
    if (entries.size() > 1) {
      report.findImage(
          Fault.IMAGE_TWICE,
          Plane.IMAGE.path(view.fileName()),
          view.imageId(),
          "it is in " + String.join(", ", entries.keySet()));
    }
    entries.forEach((file, entry) -> entry(frame, view, file, entry, report));
  }

  private void entry(
      FrameEvidence frame, ViewEvidence view, String file, JsonNode entry, CheckReport report) {
    if (!entry.path("file_name").asString("").equals(view.fileName())) {
      report.findImage(
          Fault.FILE_NAME_WRONG,
          file,
          view.imageId(),
          entry.path("file_name") + ", its file is " + view.fileName());
    }
    if (entry.path("width").asInt(-1) != view.camera().width()
        || entry.path("height").asInt(-1) != view.camera().height()) {
      report.findImage(
          Fault.IMAGE_SIZE,
          file,
          view.imageId(),
          "%s x %s, the camera's is %d x %d"
              .formatted(
                  entry.path("width"),
                  entry.path("height"),
                  view.camera().width(),
                  view.camera().height()));
    }
    camera(frame, view, file, entry.path("diorama"), report);
    place(frame, view, file, entry.path("diorama"), report);
  }

  private static void camera(
      FrameEvidence frame, ViewEvidence view, String file, JsonNode extras, CheckReport report) {
    boolean matrix = view.camera().hasMatrix(extras.path("cam_K"));
    boolean pose = view.camera().hasPose(extras.path("world_from_camera"));
    if (matrix && pose) {
      return;
    }
    boolean swapped =
        frame.views().stream()
            .anyMatch(
                other ->
                    other != view
                        && other.camera().hasMatrix(extras.path("cam_K"))
                        && other.camera().hasPose(extras.path("world_from_camera")));
    report.findImage(
        swapped ? Fault.CAMERAS_SWAPPED : Fault.CAMERA_WRONG,
        file,
        view.imageId(),
        (matrix ? "world_from_camera" : "cam_K")
            + " is not that of '"
            + view.camera().name()
            + "'");
  }

  private void place(
      FrameEvidence frame, ViewEvidence view, String file, JsonNode extras, CheckReport report) {
    long step = frame.number() % manifest.length();
    long twin = frame.number() / manifest.length() % manifest.twins();
    long original = twin == 0 ? -1 : frame.number() - twin * manifest.length();
    JsonNode context = frame.record().path("frame").path("context");
    boolean placed =
        extras.path("frame").asLong(-1) == frame.number()
            && extras.path("camera").asString("?").equals(view.camera().name())
            && extras.path("sequence").asLong(-1)
                == frame.number() / manifest.length() / manifest.twins()
            && extras.path("step").asLong(-1) == step
            && extras.path("twin_of").asLong(-1) == original
            && extras.path("split").asString("").equals(context.path("split").asString(""));
    if (!placed || !hasFactors(extras.path("factors"), context.path("factors"))) {
      report.findImage(
          Fault.EXTRAS_WRONG, file, view.imageId(), extras + " is not what the record says");
    }
    String split = context.path("split").asString("");
    if (!split.isEmpty() && !file.matches(".*/[a-z]+_\\Q" + split + "\\E[./].*")) {
      boolean alone = manifest.length() * manifest.twins() == 1;
      report.findImage(
          alone ? Fault.SPLIT_WRONG : Fault.TWIN_ACROSS_SPLITS,
          file,
          view.imageId(),
          "its frame"
              + (alone ? "" : " and the others of its sequence are")
              + " of '"
              + split
              + "'");
    }
  }

  private static boolean hasFactors(JsonNode named, JsonNode recorded) {
    for (JsonNode factor : recorded) {
      JsonNode level = named.path(factor.path("factor").asString(""));
      String due = factor.path("level").asString("");
      boolean same =
          level.isNumber()
              ? level.asDouble() == Double.parseDouble(due)
              : level.asString("").equals(due);
      if (!same) {
        return false;
      }
    }
    return named.size() == recorded.size();
  }
}
