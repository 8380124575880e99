package org.diorama.cli.verify;

import static org.diorama.cli.verify.PlantedFaults.instances;
import static org.diorama.cli.verify.PlantedFaults.kind;
import static org.diorama.cli.verify.PlantedFaults.panoptic;
import static org.diorama.dataset.verify.finding.Fault.*;

import java.util.List;
import org.diorama.cli.verify.PlantedFaults.Kind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a manifest, and the heads of annotation files, say of a dataset as a whole. */
final class PlantedManifests {
  private PlantedManifests() {}

  static List<Kind> kinds() {
    return List.of(
        kind(
            "a thing that is called stuff",
            set -> set.json(panoptic(set), coco -> category(coco).put("isthing", 0)),
            CATEGORIES_WRONG),
        kind(
            "a panoptic category without isthing",
            set -> set.json(panoptic(set), coco -> category(coco).remove("isthing")),
            CATEGORIES_WRONG),
        kind(
            "another supercategory",
            set -> set.json(instances(set), coco -> category(coco).put("supercategory", "animal")),
            CATEGORIES_WRONG),
        kind(
            "frames a second of another camera",
            set ->
                set.manifest(
                    manifest ->
                        ((ObjectNode) manifest.get("structure")).put("frames_per_second", 30.0)),
            MANIFEST_WRONG),
        kind(
            "the version of another renderer",
            set ->
                set.manifest(
                    manifest -> ((ObjectNode) manifest.get("renderer")).put("version", "1")),
            MANIFEST_WRONG),
        kind(
            "an annotator that the manifest does not know",
            set -> set.manifest(manifest -> ((ArrayNode) manifest.get("annotators")).remove(1)),
            COUNT_WRONG),
        kind(
            "an annotator of fewer frames than there are",
            set ->
                set.manifest(
                    manifest -> ((ObjectNode) manifest.get("annotators").get(0)).put("frames", 3)),
            COUNT_WRONG));
  }

  private static ObjectNode category(JsonNode coco) {
    return (ObjectNode) coco.get("categories").get(0);
  }
}
