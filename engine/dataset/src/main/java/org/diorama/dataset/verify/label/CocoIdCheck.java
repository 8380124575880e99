package org.diorama.dataset.verify.label;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.diorama.dataset.verify.finding.Examined;
import org.diorama.dataset.verify.finding.Fault;
import org.diorama.dataset.verify.finding.Finding;
import org.diorama.dataset.verify.finding.Findings;
import org.diorama.dataset.verify.json.CocoFile;
import tools.jackson.databind.JsonNode;

/** Ids of a COCO file: whole numbers, from 1, each once, and none that leads nowhere. */
public final class CocoIdCheck {
  /** The name of this check. */
  public static final String NAME = "ids and cross-references";

  private final String path;
  private final CocoFile file;
  private final Findings findings;

  public CocoIdCheck(String path, CocoFile file, Findings findings) {
    this.path = path;
    this.file = file;
    this.findings = findings;
  }

  public void check(Examined examined) {
    for (int i = 0; i < file.imageCount(); i++) {
      if (file.imageId(i) == CocoFile.NO_ID) {
        find(
            Fault.ID_NO_NUMBER, "image number " + i + " of the list has no whole number as its id");
      }
    }
    for (int i = 0; i < file.annotationCount(); i++) {
      annotation(i);
    }
    for (long id : file.repeatedImageIds()) {
      findings.add(Finding.of(Fault.IMAGE_TWICE, path, "several images have this id").ofImage(id));
    }
    for (long id : file.repeatedAnnotationIds()) {
      findings.add(
          Finding.of(Fault.ID_DUPLICATE, path, "several annotations have this id")
              .ofAnnotation(id));
    }
    categories();
    examined.add(NAME, (long) file.imageCount() + file.annotationCount());
  }

  private void annotation(int index) {
    long id = file.annotationId(index);
    long image = file.imageOf(index);
    Finding place = Finding.of(Fault.ID_ZERO, path, "ids begin at 1");
    if (id == 0) {
      findings.add(place.ofAnnotation(0).ofImage(image));
    }
    if (id == CocoFile.NO_ID && !file.isPanoptic()) {
      find(
          Fault.ID_NO_NUMBER,
          "annotation number " + index + " of the list has no whole number as its id");
    }
    if (!file.hasImage(image) || image == CocoFile.NO_ID) {
      Finding unknown =
          Finding.of(
              Fault.IMAGE_UNKNOWN,
              path,
              image == CocoFile.NO_ID
                  ? "it names no image by a whole number"
                  : "there is no image " + image);
      findings.add(id == CocoFile.NO_ID ? unknown : unknown.ofAnnotation(id));
    }
  }

  private void categories() {
    Set<Long> ids = new HashSet<>();
    Map<String, JsonNode> idOfName = new HashMap<>();
    for (JsonNode category : file.categories()) {
      JsonNode id = category.path("id");
      if (!id.isIntegralNumber() || !id.canConvertToLong()) {
        find(Fault.ID_NO_NUMBER, "the category " + category + " has no whole number as its id");
      } else if (!ids.add(id.asLong())) {
        find(Fault.ID_DUPLICATE, "several categories have the id " + id);
      } else if (id.asLong() < 1) {
        find(Fault.CATEGORY_ID_WRONG, "the category " + category + " has the id " + id);
      }
      if (file.isPanoptic() && !isThingOrStuff(category.path("isthing"))) {
        find(
            Fault.CATEGORIES_WRONG,
            "the category %s has no isthing of 0 or 1; panoptic evaluators stop"
                .formatted(category));
      }
      String name = category.path("name").asString("");
      if (name.isBlank()) {
        find(Fault.CATEGORIES_WRONG, "the category " + category + " has no name");
        continue;
      }
      JsonNode before = idOfName.putIfAbsent(name, id);
      if (before != null && !before.equals(id)) {
        find(
            Fault.CATEGORY_NAME_TWICE,
            "the categories " + before + " and " + id + " are both called '" + name + "'");
      }
    }
  }

  private static boolean isThingOrStuff(JsonNode flag) {
    return flag.isIntegralNumber() && (flag.asInt(-1) == 0 || flag.asInt(-1) == 1);
  }

  private void find(Fault fault, String detail) {
    findings.add(Finding.of(fault, path, detail));
  }
}
