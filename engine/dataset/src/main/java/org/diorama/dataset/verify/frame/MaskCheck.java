package org.diorama.dataset.verify.frame;

import java.util.Map;
import java.util.stream.Stream;
import org.diorama.dataset.verify.finding.Fault;
import org.diorama.dataset.verify.json.Json;
import org.diorama.dataset.verify.label.BoxDiagnosis;
import org.diorama.dataset.verify.label.Segmentation;
import org.diorama.dataset.verify.read.FaultyFile;
import org.diorama.dataset.verify.read.Mask;
import org.diorama.dataset.verify.read.RunLengthReader;
import tools.jackson.databind.JsonNode;

/**
 * Masks against the instance image: each equal to its id, so that they are disjoint; box and area
 * those of the mask. Of the three witnesses, annotation, record and image, two tell which one is
 * wrong.
 */
final class MaskCheck implements ViewCheck {
  @Override
  public String name() {
    return "masks, boxes and areas";
  }

  @Override
  public void check(ViewEvidence view, CheckReport report) {
    if (!view.has(Plane.INSTANCE)) {
      report.lacking("a sound instance image");
      return;
    }
    for (CocoImageEvidence.Entry entry : view.coco().annotations()) {
      mask(view, entry, report);
      report.examined(1);
    }
    for (CocoImageEvidence.Entry entry : view.coco().keypoints()) {
      if (!isRepeated(view, entry)) {
        mask(view, entry, report);
      }
      report.examined(1);
    }
  }

  /** Whether an annotation of points has the mask, box and area of the instance's own one. */
  private static boolean isRepeated(ViewEvidence view, CocoImageEvidence.Entry entry) {
    JsonNode own = view.coco().annotation(entry.instance()).map(a -> a.json()).orElse(null);
    return own != null
        && Stream.of("segmentation", "bbox", "area")
            .allMatch(key -> own.path(key).equals(entry.json().path(key)));
  }

  private static void mask(ViewEvidence view, CocoImageEvidence.Entry entry, CheckReport report) {
    int width = view.camera().width();
    int height = view.camera().height();
    Mask mask;
    try {
      mask = Segmentation.decode(entry.json().path("segmentation"), width, height);
    } catch (FaultyFile e) {
      report.findAnnotation(e.fault(), entry, view.imageId(), e.getMessage());
      return;
    }
    Mask recorded = recorded(view, entry.instance());
    Mask shown = view.instanceMask(entry.instance());
    if (!mask.equals(shown)) {
      if (mask.equals(recorded)) {
        report.findImage(
            Fault.INSTANCE_IMAGE_WRONG,
            Plane.INSTANCE.path(view.fileName()),
            view.imageId(),
            "id %d has %s, annotation and record %s".formatted(entry.instance(), shown, mask));
      } else {
        report.findAnnotation(
            difference(view, mask, shown),
            entry,
            view.imageId(),
            "it has %s, id %d %s".formatted(mask, entry.instance(), shown));
        overlap(view, entry, mask, report);
      }
    }
    values(view, entry, mask.equals(recorded) ? mask : shown, report);
  }

  /** The mask that the record has of an instance; an empty one where it has none. */
  private static Mask recorded(ViewEvidence view, int instance) {
    int width = view.camera().width();
    int height = view.camera().height();
    try {
      String text = view.label(instance).flatMap(RecordedLabel::runLengths).orElse("");
      if (!text.isEmpty()) {
        return RunLengthReader.compressed(width, height, text);
      }
    } catch (FaultyFile e) {
      // The check of records says so.
    }
    return new Mask(width, height, new int[0]);
  }

  private static Fault difference(ViewEvidence view, Mask mask, Mask shown) {
    if (mask.isEmpty()) {
      return Fault.MASK_EMPTY;
    }
    if (mask.readByRows().equals(shown)) {
      return Fault.MASK_ROW_MAJOR;
    }
    for (Map.Entry<Integer, Mask> other : view.instanceMasks().entrySet()) {
      if (other.getKey() != 0 && other.getValue().equals(mask)) {
        return Fault.MASK_SWAPPED;
      }
    }
    return Fault.MASK_DIFFERS;
  }

  /** A mask that is not its id may reach into others. */
  private static void overlap(
      ViewEvidence view, CocoImageEvidence.Entry entry, Mask mask, CheckReport report) {
    for (CocoImageEvidence.Entry other : view.coco().annotations()) {
      if (other == entry || other.instance() == entry.instance()) {
        continue;
      }
      Mask own = view.instanceMask(entry.instance());
      Mask theirs = view.instanceMask(other.instance());
      if (!mask.equals(theirs) && own.isWithin(mask) && mask.intersection(theirs) > 0) {
        report.findAnnotation(
            Fault.MASKS_OVERLAP,
            entry,
            view.imageId(),
            "%d pixels are those of instance %d"
                .formatted(mask.intersection(theirs), other.instance()));
      }
    }
  }

  private static void values(
      ViewEvidence view, CocoImageEvidence.Entry entry, Mask mask, CheckReport report) {
    JsonNode json = entry.json();
    double[] due = BoxDiagnosis.numbers(mask.box());
    double[] box = Json.numbers(json.path("bbox"));
    if (box.length != 4) {
      report.findAnnotation(
          Fault.BOX_MISSING, entry, view.imageId(), "bbox is " + json.path("bbox"));
    } else {
      BoxDiagnosis.of(box, due, 0)
          .ifPresent(
              fault ->
                  report.findAnnotation(
                      fault,
                      entry,
                      view.imageId(),
                      BoxDiagnosis.text(box) + ", its mask's is " + BoxDiagnosis.text(due)));
    }
    if (!json.path("area").isNumber()) {
      report.findAnnotation(
          Fault.AREA_MISSING, entry, view.imageId(), "area is " + json.path("area"));
    } else if (json.path("area").asDouble() != mask.area()) {
      report.findAnnotation(
          BoxDiagnosis.isAreaOfBox(json.path("area").asDouble(), due)
              ? Fault.AREA_OF_BOX
              : Fault.AREA_WRONG,
          entry,
          view.imageId(),
          json.path("area") + ", its mask has " + mask.area() + " pixels");
    }
  }
}
