package org.diorama.cli.verify;

import static org.diorama.cli.verify.PlantedFaults.LEFT;
import static org.diorama.cli.verify.PlantedFaults.instances;
import static org.diorama.cli.verify.PlantedFaults.kind;
import static org.diorama.cli.verify.PlantedFaults.recolor;
import static org.diorama.cli.verify.PlantedFaults.split;
import static org.diorama.dataset.verify.finding.Fault.*;

import java.util.List;
import org.diorama.cli.verify.PlantedFaults.Kind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Faults that lie between files, each of which is sound by itself. */
final class PlantedAgreement {
  private PlantedAgreement() {}

  static List<Kind> kinds() {
    return List.of(
        kind(
            "one mask for two things",
            set ->
                set.json(
                    instances(set),
                    coco ->
                        ((ObjectNode) coco.get("annotations").get(1))
                            .set(
                                "segmentation",
                                coco.get("annotations").get(0).get("segmentation"))),
            MASK_SWAPPED),
        kind(
            "void where background belongs",
            set -> set.pixels("semantic/" + LEFT, raster -> recolor(raster, 0, 255, 10)),
            VOID_WRONG),
        kind(
            "the panoptic image of another frame",
            set ->
                set.copy("annotations/panoptic/00000004_left.png", "annotations/panoptic/" + LEFT),
            PANOPTIC_WRONG,
            PANOPTIC_SEGMENT_WRONG),
        kind(
            "points that are seen called hidden",
            set ->
                set.json(
                    "annotations/keypoints_" + split(set) + ".json", PlantedAgreement::hidePoints),
            KEYPOINTS_WRONG),
        kind(
            "names of points exchanged",
            set ->
                set.json(
                    "annotations/keypoints_" + split(set) + ".json",
                    coco -> exchange((ArrayNode) coco.at("/categories/0/keypoints"), 0, 1)),
            CATEGORIES_WRONG),
        kind(
            "bones between other points",
            set ->
                set.json(
                    "annotations/keypoints_" + split(set) + ".json",
                    coco -> exchange((ArrayNode) coco.at("/categories/0/skeleton/0"), 0, 1)),
            CATEGORIES_WRONG),
        kind(
            "what is all in the image called truncated, by record and annotations",
            PlantedAgreement::truncate,
            EXTRAS_WRONG));
  }

  private static void exchange(ArrayNode list, int one, int other) {
    JsonNode first = list.get(one);
    list.set(one, list.get(other));
    list.set(other, first);
  }

  private static void truncate(PlantedDataset set) {
    set.record(
        0,
        record -> {
          for (JsonNode view : record.get("views")) {
            view.get("instances").forEach(label -> ((ObjectNode) label).put("truncation", 0.5));
          }
        });
    for (String kind : List.of("instances", "keypoints")) {
      set.json(
          "annotations/" + kind + "_" + split(set) + ".json",
          coco -> {
            for (JsonNode annotation : coco.get("annotations")) {
              if (annotation.get("image_id").asLong() <= 2) {
                ((ObjectNode) annotation.get("diorama")).put("truncation", 0.5);
              }
            }
          });
    }
  }

  /** The first that is seen. */
  private static void hidePoints(JsonNode coco) {
    for (JsonNode annotation : coco.get("annotations")) {
      ArrayNode points = (ArrayNode) annotation.get("keypoints");
      for (int i = 2; i < points.size(); i += 3) {
        if (points.get(i).asInt() == 2) {
          points.set(i, JsonNodeFactory.instance.numberNode(1));
          return;
        }
      }
    }
    throw new IllegalStateException("no point is seen");
  }
}
