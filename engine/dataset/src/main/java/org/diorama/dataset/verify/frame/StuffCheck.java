package org.diorama.dataset.verify.frame;

import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import org.diorama.dataset.verify.files.ManifestFacts;
import org.diorama.dataset.verify.finding.Fault;
import org.diorama.dataset.verify.json.Json;
import org.diorama.dataset.verify.label.BoxDiagnosis;
import org.diorama.dataset.verify.label.Segmentation;
import org.diorama.dataset.verify.read.FaultyFile;
import org.diorama.dataset.verify.read.IdImage;
import org.diorama.dataset.verify.read.Mask;
import tools.jackson.databind.JsonNode;

/**
 * Annotations of stuff against the semantic image: for each category of stuff that it shows one,
 * whose mask is its pixels, with their area and box.
 */
final class StuffCheck implements ViewCheck {
  private static final long IDS_PER_IMAGE = 65536;

  private final CategoryFacts categories;

  StuffCheck(ManifestFacts manifest) {
    categories = new CategoryFacts(manifest.categories());
  }

  @Override
  public String name() {
    return "annotations of stuff";
  }

  @Override
  public void check(ViewEvidence view, CheckReport report) {
    if (!view.coco().has(CocoImageEvidence.STUFF) || !view.has(Plane.SEMANTIC)) {
      report.lacking("a category of stuff");
      return;
    }
    int width = view.camera().width();
    int height = view.camera().height();
    SortedMap<Integer, Mask> shown = IdImage.masks(view.values(Plane.SEMANTIC), width, height);
    Set<Integer> told = new HashSet<>();
    for (CocoImageEvidence.Entry entry : view.coco().stuff()) {
      report.examined(1);
      int category = entry.json().path("category_id").asInt(-1);
      String fault =
          told.add(category) && shown.containsKey(category)
              ? fault(view, entry, shown.get(category))
              : "its category is not in the picture, or twice among the annotations";
      if (!fault.isEmpty()) {
        report.findAnnotation(Fault.STUFF_WRONG, entry, view.imageId(), fault);
      }
    }
    categories
        .stuff()
        .filter(category -> shown.containsKey(category.path("id").asInt(-1)))
        .filter(category -> !told.contains(category.path("id").asInt(-1)))
        .forEach(
            category ->
                report.findImage(
                    Fault.STUFF_WRONG,
                    Plane.SEMANTIC.path(view.fileName()),
                    view.imageId(),
                    category.path("name") + " is in the picture and has no annotation"));
  }

  private static String fault(ViewEvidence view, CocoImageEvidence.Entry entry, Mask shown) {
    JsonNode json = entry.json();
    try {
      Mask mask =
          Segmentation.decode(
              json.path("segmentation"), view.camera().width(), view.camera().height());
      if (!mask.equals(shown)) {
        return "its mask has " + mask + ", the picture " + shown;
      }
    } catch (FaultyFile e) {
      return e.getMessage();
    }
    double[] box = Json.numbers(json.path("bbox"));
    double[] due = BoxDiagnosis.numbers(shown.box());
    if (box.length != 4
        || BoxDiagnosis.of(box, due, 0).isPresent()
        || json.path("area").asDouble(-1) != shown.area()) {
      return "area %s and box %s, its mask has %d and %s"
          .formatted(json.path("area"), json.path("bbox"), shown.area(), BoxDiagnosis.text(due));
    }
    long id = view.imageId() * IDS_PER_IMAGE + json.path("category_id").asLong();
    return entry.id() == id && json.path("iscrowd").asInt(-1) == 0
        ? ""
        : "id %d and crowd %s, due are %d and 0".formatted(entry.id(), json.path("iscrowd"), id);
  }
}
