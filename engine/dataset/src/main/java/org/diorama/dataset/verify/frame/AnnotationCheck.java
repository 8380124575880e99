package org.diorama.dataset.verify.frame;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.diorama.dataset.verify.finding.Fault;
import org.diorama.dataset.verify.label.Segmentation;
import org.diorama.dataset.verify.read.FaultyFile;
import org.diorama.dataset.verify.read.Mask;
import org.diorama.dataset.verify.read.RunLengthReader;
import tools.jackson.databind.JsonNode;

/** Annotations against the record: which there are, ids, categories, crowds, extras. */
final class AnnotationCheck implements ViewCheck {
  private static final long IDS_PER_IMAGE = 65536;

  @Override
  public String name() {
    return "annotations as the record has them";
  }

  @Override
  public void check(ViewEvidence view, CheckReport report) {
    if (view.coco().isUnread(CocoImageEvidence.INSTANCES)) {
      report.lacking("a readable file of instances");
      return;
    }
    String file = view.coco().image().keySet().stream().findFirst().orElse("annotations");
    for (RecordedLabel label : view.labels()) {
      if (label.isAnnotated() && view.coco().annotation(label.instance()).isEmpty()) {
        report.findImage(
            Fault.ANNOTATION_MISSING,
            file,
            view.imageId(),
            "instance " + label.instance() + " is not annotated");
      }
    }
    for (RecordedLabel label : view.labels()) {
      boolean due = label.isAnnotated() && view.coco().posed().contains(label.category());
      if (due
          && !view.coco().isUnread(CocoImageEvidence.KEYPOINTS)
          && view.coco().keypoints().stream().noneMatch(e -> e.instance() == label.instance())) {
        report.findImage(
            Fault.ANNOTATION_MISSING,
            file,
            view.imageId(),
            "instance " + label.instance() + " has no annotation of points");
      }
    }
    all(view, view.coco().annotations(), report);
    all(view, view.coco().keypoints(), report);
  }

  private static void all(
      ViewEvidence view, List<CocoImageEvidence.Entry> entries, CheckReport report) {
    Map<Integer, Long> counts =
        entries.stream()
            .collect(
                Collectors.groupingBy(CocoImageEvidence.Entry::instance, Collectors.counting()));
    for (CocoImageEvidence.Entry entry : entries) {
      report.examined(1);
      RecordedLabel label =
          view.label(entry.instance()).filter(RecordedLabel::isAnnotated).orElse(null);
      if (label == null || counts.get(entry.instance()) > 1) {
        report.findAnnotation(
            Fault.ANNOTATION_SURPLUS,
            entry,
            view.imageId(),
            "instance " + entry.instance() + (label == null ? " has no label" : ": twice"));
      } else {
        against(view, entry, label, report);
      }
    }
  }

  /** What a record says under a name. Masks of annotations have a form of their own. */
  private static JsonNode recorded(
      ViewEvidence view, RecordedLabel label, String name, JsonNode written) {
    JsonNode extra = label.json().path("extras").path(name);
    if (name.equals("amodal_mask") && extra.isString()) {
      try {
        int width = view.camera().width();
        int height = view.camera().height();
        Mask due = RunLengthReader.compressed(width, height, extra.asString());
        return Segmentation.decode(written, width, height).equals(due) ? written : extra;
      } catch (FaultyFile e) {
        return extra;
      }
    }
    return extra.isMissingNode() ? label.json().path(name) : extra;
  }

  private static void against(
      ViewEvidence view, CocoImageEvidence.Entry entry, RecordedLabel label, CheckReport report) {
    JsonNode json = entry.json();
    long id = view.imageId() * IDS_PER_IMAGE + label.instance();
    if (entry.id() != id && entry.id() != 0) {
      report.findAnnotation(Fault.ID_WRONG, entry, view.imageId(), "due was " + id);
    }
    if (json.path("category_id").asInt(-1) != label.category()) {
      report.findAnnotation(
          Fault.CATEGORY_WRONG,
          entry,
          view.imageId(),
          json.path("category_id") + ", the object's is " + label.category());
    }
    if (!json.path("iscrowd").isIntegralNumber()) {
      report.findAnnotation(
          Fault.ISCROWD_MISSING, entry, view.imageId(), "iscrowd is " + json.path("iscrowd"));
    } else if (json.path("iscrowd").asInt() != (label.isCrowd() ? 1 : 0)) {
      report.findAnnotation(
          Fault.CROWD_WRONG,
          entry,
          view.imageId(),
          json.path("iscrowd") + " of an instance that is " + label.verdict());
    }
    JsonNode extras = json.path("diorama");
    if (extras.path("visible_fraction").asDouble(-1) != label.visibleFraction()) {
      report.findAnnotation(
          Fault.VISIBLE_FRACTION_WRONG,
          entry,
          view.imageId(),
          extras.path("visible_fraction") + ", the record's is " + label.visibleFraction());
    }
    for (Map.Entry<String, JsonNode> due : label.json().path("extras").properties()) {
      boolean elsewhere = due.getKey().equals(CocoImageEvidence.KEYPOINTS);
      if (!elsewhere && !due.getValue().isNull() && !extras.has(due.getKey())) {
        report.findAnnotation(
            Fault.EXTRAS_WRONG,
            entry,
            view.imageId(),
            "it lacks " + due.getKey() + ", which the record has");
      }
    }
    for (Map.Entry<String, JsonNode> extra : extras.properties()) {
      JsonNode recorded = recorded(view, label, extra.getKey(), extra.getValue());
      boolean own = !extra.getKey().equals("visible_fraction") && !recorded.isMissingNode();
      if (own && !recorded.equals(extra.getValue())) {
        report.findAnnotation(
            Fault.EXTRAS_WRONG,
            entry,
            view.imageId(),
            "%s is %s, in the record %s".formatted(extra.getKey(), extra.getValue(), recorded));
      }
    }
  }
}
