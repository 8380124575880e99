package org.diorama.cli.verify;

import static org.diorama.cli.verify.PlantedFaults.LEFT;
import static org.diorama.cli.verify.PlantedFaults.instances;
import static org.diorama.cli.verify.PlantedFaults.kind;
import static org.diorama.cli.verify.PlantedFaults.split;
import static org.diorama.cli.verify.PlantedFaults.unsealed;
import static org.diorama.dataset.verify.finding.Fault.*;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import org.diorama.dataset.verify.finding.Fault;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Faults of records and of files as wholes. */
final class PlantedFiles {
  private PlantedFiles() {}

  static List<PlantedFaults.Kind> records() {
    return List.of(
        kind(
            "record of another frame",
            set -> set.copy("records/00000004.json", "records/00000000.json"),
            RECORD_OF_OTHER_FRAME,
            COUNT_WRONG),
        kind(
            "an edited record: a node's category",
            set ->
                set.record(
                    0, record -> ((ObjectNode) record.at("/frame/nodes/1")).put("category_id", 5)),
            RECORD_CONTRADICTS_ITSELF),
        kind(
            "an edited record: a label's area",
            set ->
                set.record(
                    0, record -> ((ObjectNode) record.at("/views/0/instances/1")).put("area", 1)),
            RECORD_CONTRADICTS_ITSELF),
        kind("track id changes", PlantedFiles::changeTrack, TRACK_CHANGED),
        kind(
            "a record without one of its files",
            set -> set.record(0, record -> ((ArrayNode) record.get("files")).remove(0)),
            RECORD_FILES_WRONG),
        kind(
            "half a record",
            set -> {
              byte[] record = set.bytes("records/00000000.json");
              set.write("records/00000000.json", Arrays.copyOf(record, record.length / 2));
            },
            RECORD_UNREADABLE,
            COUNT_WRONG),
        kind(
            "half an annotation file",
            set -> {
              byte[] coco = set.bytes(instances(set));
              set.write(instances(set), Arrays.copyOf(coco, coco.length / 2));
            },
            JSON_UNREADABLE));
  }

  private static void changeTrack(PlantedDataset set) {
    set.record(1, record -> ((ObjectNode) record.at("/frame/nodes/1")).put("track_id", 77));
    for (long image : new long[] {3, 4}) {
      set.json(
          instances(set),
          coco -> {
            for (JsonNode annotation : coco.get("annotations")) {
              JsonNode extras = annotation.get("diorama");
              if (annotation.get("image_id").asLong() == image
                  && extras.get("instance_id").asInt() == 2) {
                ((ObjectNode) extras).put("track_id", 77);
              }
            }
          });
    }
  }

  private static PlantedFaults.Kind folderFor(String path, Fault... due) {
    return unsealed(
        "a folder in place of " + path,
        set -> {
          set.delete(path);
          set.write(path + "/desktop.ini", new byte[1]);
        },
        due);
  }

  static List<PlantedFaults.Kind> files() {
    return List.of(
        unsealed(
            "a stray file",
            set -> set.write("images/00000099_left.png", set.bytes("images/" + LEFT)),
            FILE_UNLISTED),
        unsealed("a missing file", set -> set.delete("images/" + LEFT), FILE_MISSING),
        folderFor("images/" + LEFT, FOLDER_FOR_FILE, FILE_UNLISTED),
        folderFor("depth/" + LEFT, FOLDER_FOR_FILE, FILE_UNLISTED),
        folderFor(
            "records/00000000.json",
            FOLDER_FOR_FILE,
            FILE_UNLISTED,
            RECORD_UNREADABLE,
            COUNT_WRONG),
        unsealed(
            "an edited scene file",
            set -> set.write("scene/shapes.yaml", "version: 1\n".getBytes(StandardCharsets.UTF_8)),
            FILE_CHANGED,
            SCENE_CHANGED),
        unsealed(
            "another byte in a sound image",
            set -> set.copy("images/00000002_left.png", "images/" + LEFT),
            FILE_CHANGED,
            COLOR_WRONG),
        unsealed("missing _SUCCESS", set -> set.delete("_SUCCESS"), NOT_FINISHED),
        unsealed(
            "another _SUCCESS",
            set -> set.write("_SUCCESS", "yes\n".getBytes(StandardCharsets.UTF_8)),
            SEAL_BROKEN),
        kind(
            "an edited configuration",
            set ->
                set.json(
                    "scene/configuration.json",
                    stored -> ((ObjectNode) stored.get("description")).put("seed", 12)),
            CONFIGURATION_CHANGED),
        kind("a gap without failure", PlantedFiles::removeLastFrame, FRAME_GAP),
        kind(
            "a failure that the manifest does not know",
            set ->
                set.write(
                    "failed.jsonl",
                    "{\"frame\":99,\"cause\":\"none\"}\n".getBytes(StandardCharsets.UTF_8)),
            FRAME_UNLISTED,
            FILE_UNLISTED),
        kind(
            "a wrong count",
            set -> set.manifest(manifest -> ((ObjectNode) manifest.get("counts")).put("images", 7)),
            COUNT_WRONG));
  }

  /** Frame 7 vanishes from everything but the request. */
  private static void removeLastFrame(PlantedDataset set) {
    String split = set.json("records/00000007.json").at("/frame/context/split").asString();
    for (String kind : List.of("instances", "panoptic", "keypoints")) {
      set.json(
          "annotations/" + kind + "_" + split + ".json",
          coco -> {
            remove((ArrayNode) coco.get("images"), image -> image.get("id").asLong() > 14);
            remove(
                (ArrayNode) coco.get("annotations"),
                annotation -> annotation.get("image_id").asLong() > 14);
          });
    }
    long[] gone = new long[2];
    for (JsonNode view : set.json("records/00000007.json").get("views")) {
      for (JsonNode label : view.get("instances")) {
        if (label.get("verdict").asString().equals("annotated")) {
          gone[label.get("category_id").asInt() == 3 ? 0 : 1]++;
        }
      }
    }
    set.manifest(
        manifest -> {
          manifest.put("frames", "0-6");
          ObjectNode counts = (ObjectNode) manifest.get("counts");
          counts.put("frames", 7).put("images", 14);
          less((ObjectNode) counts.get("annotations"), "block", gone[0]);
          less((ObjectNode) counts.get("annotations"), "ball", gone[1]);
          less((ObjectNode) counts.get("splits"), split, 1);
          for (JsonNode annotator : manifest.get("annotators")) {
            less((ObjectNode) annotator, "frames", 1);
          }
          remove(
              (ArrayNode) manifest.get("frame_files"),
              file -> file.get("path").asString().contains("00000007"));
        });
    for (String folder :
        List.of("images", "depth", "instance", "semantic", "annotations/panoptic")) {
      set.delete(folder + "/00000007_left.png");
      set.delete(folder + "/00000007_right.png");
    }
    set.delete("records/00000007.json");
  }

  private static void less(ObjectNode counts, String key, long by) {
    counts.put(key, counts.get(key).asLong() - by);
  }

  private static void remove(ArrayNode list, Predicate<JsonNode> which) {
    for (Iterator<JsonNode> all = list.iterator(); all.hasNext(); ) {
      if (which.test(all.next())) {
        all.remove();
      }
    }
  }
}
