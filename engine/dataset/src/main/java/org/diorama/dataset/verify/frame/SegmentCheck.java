package org.diorama.dataset.verify.frame;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.diorama.dataset.verify.finding.Fault;
import org.diorama.dataset.verify.json.Json;
import org.diorama.dataset.verify.label.BoxDiagnosis;
import org.diorama.dataset.verify.read.IdImage;
import org.diorama.dataset.verify.read.Mask;
import tools.jackson.databind.JsonNode;

/** Panoptic segments against the panoptic image: the same ids, with area, box and category. */
final class SegmentCheck implements ViewCheck {
  @Override
  public String name() {
    return "panoptic segments";
  }

  @Override
  public void check(ViewEvidence view, CheckReport report) {
    if (!view.coco().has(CocoImageEvidence.PANOPTIC)) {
      report.lacking("a file of panoptic annotations");
      return;
    }
    if (view.coco().isUnread(CocoImageEvidence.PANOPTIC)) {
      report.lacking("a readable file of panoptic annotations");
      return;
    }
    if (view.coco().panoptic().size() != 1) {
      report.findImage(
          Fault.PANOPTIC_UNLISTED,
          Plane.PANOPTIC.path(view.fileName()),
          view.imageId(),
          view.coco().panoptic().size() + " panoptic annotations");
      return;
    }
    if (!view.has(Plane.PANOPTIC)) {
      report.lacking("a readable panoptic image");
      return;
    }
    String file = view.coco().panoptic().keySet().iterator().next();
    JsonNode annotation = view.coco().panoptic().get(file);
    if (!annotation.path("file_name").asString("").equals(view.fileName())) {
      report.findImage(
          Fault.FILE_NAME_WRONG,
          file,
          view.imageId(),
          annotation.path("file_name") + ", its file is " + view.fileName());
    }
    SortedMap<Integer, Mask> masks =
        IdImage.masks(view.values(Plane.PANOPTIC), view.camera().width(), view.camera().height());
    Set<Integer> named = new HashSet<>();
    for (JsonNode segment : annotation.path("segments_info")) {
      report.examined(1);
      int id = segment.path("id").asInt(-1);
      Mask mask = masks.get(id);
      if (!named.add(id)) {
        report.findImage(Fault.ID_DUPLICATE, file, view.imageId(), "segment " + id + " twice");
      } else if (mask == null) {
        report.findImage(
            Fault.PANOPTIC_ID_NOT_IN_IMAGE, file, view.imageId(), "segment " + segment);
      } else {
        segment(view, file, segment, mask, report);
      }
    }
    for (Map.Entry<Integer, Mask> mask : masks.entrySet()) {
      if (mask.getKey() != 0 && !named.contains(mask.getKey())) {
        report.findImage(
            Fault.PANOPTIC_ID_NOT_IN_JSON,
            file,
            view.imageId(),
            "id %d has %s".formatted(mask.getKey(), mask.getValue()));
      }
    }
  }

  private static void segment(
      ViewEvidence view, String file, JsonNode segment, Mask mask, CheckReport report) {
    double[] due = BoxDiagnosis.numbers(mask.box());
    double[] box = Json.numbers(segment.path("bbox"));
    int id = segment.path("id").asInt(-1);
    RecordedLabel label = view.label(id).orElse(null);
    int stuff = Meaning.stuffOf(id);
    boolean boxed = box.length == 4 && BoxDiagnosis.of(box, due, 0).isEmpty();
    int category = stuff > 0 ? stuff : label == null ? -1 : label.category();
    int crowd = label != null && label.isCrowd() ? 1 : 0;
    boolean known =
        segment.path("category_id").asInt(-1) == category
            && segment.path("iscrowd").asInt(-1) == crowd;
    if (!boxed || segment.path("area").asLong(-1) != mask.area() || !known) {
      report.findImage(
          Fault.PANOPTIC_SEGMENT_WRONG,
          file,
          view.imageId(),
          "%s; due are %d pixels in %s, category %d, crowd %d"
              .formatted(segment, mask.area(), BoxDiagnosis.text(due), category, crowd));
    }
  }
}
