package org.diorama.cli.verify;

import static org.diorama.cli.verify.PlantedFaults.ANY;
import static org.diorama.cli.verify.PlantedFaults.LEFT;
import static org.diorama.cli.verify.PlantedFaults.instances;
import static org.diorama.cli.verify.PlantedFaults.kind;
import static org.diorama.cli.verify.PlantedFaults.split;
import static org.diorama.dataset.verify.finding.Fault.*;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.zip.CRC32;
import org.diorama.cli.verify.PlantedFaults.Kind;
import org.diorama.dataset.verify.finding.Fault;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Faults that nothing contradicts by itself: what is left out of all places, what all places tell
 * alike, and what only some readers of a file see.
 */
final class PlantedOmissions {
  private static final int ARRAY_HEAD = 128;
  private static final int AFTER_HEADER = 33;
  private static final String FLOW = "flow/00000000_left.npy";

  private PlantedOmissions() {}

  private static Kind annotation(String name, Consumer<ObjectNode> edit, Fault due) {
    return kind(name, set -> set.annotation(instances(set), ANY, edit), due);
  }

  private static Kind points(String name, Consumer<ObjectNode> edit) {
    return kind(
        name,
        set -> set.annotation("annotations/keypoints_" + split(set) + ".json", ANY, edit),
        KEYPOINTS_WRONG);
  }

  private static Kind chunk(String name, String path, String type, byte[] content, Fault due) {
    return kind(name, set -> set.write(path, with(set.bytes(path), type, content)), due);
  }

  static List<Kind> values() {
    return List.of(
        annotation(
            "an annotation without its amodal box",
            a -> ((ObjectNode) a.get("diorama")).remove("bbox_amodal"),
            EXTRAS_WRONG),
        kind(
            "an image without its order",
            set -> set.json(instances(set), PlantedOmissions::removeOrder),
            OCCLUSION_ORDER_WRONG),
        points("points without places in space", a -> a.remove("keypoints_3d")),
        points("a point less", PlantedOmissions::removePoint),
        points("places farther along their rays", PlantedOmissions::pushPoints),
        kind("a 3D box that looks the other way", PlantedOmissions::turnBox, BOX_3D_WRONG),
        chunk(
            "an image that its Exif turns",
            "images/" + LEFT,
            "eXIf",
            new byte[] {'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 1, 18, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0},
            IMAGE_TURNED),
        chunk(
            "a category that is transparent",
            "semantic/" + LEFT,
            "tRNS",
            new byte[] {0, 3},
            PNG_FORMAT),
        kind(
            "a license that the configuration does not have",
            set ->
                set.manifest(
                    manifest ->
                        ((ObjectNode) manifest.get("assets").get(0)).put("license", "CC0-1.0")),
            CREDITS_WRONG),
        kind(
            "makers that no asset has",
            set -> set.write("ATTRIBUTION", "by nobody\n".getBytes(StandardCharsets.UTF_8)),
            CREDITS_WRONG));
  }

  static List<Kind> arrays() {
    return List.of(
        kind(
            "a distance of nothing",
            set -> {
              int pixel = PlantedSurfaces.pixelOf(set, 0);
              set.pixels(
                  "distance/" + LEFT, raster -> raster.setSample(pixel % 64, pixel / 64, 0, 500));
            },
            DISTANCE_WRONG),
        kind(
            "a depth of nothing beyond all bounds",
            set ->
                PlantedAnnotators.number(
                    set, "depth_float/00000000_left.npy", PlantedSurfaces.pixelOf(set, 0), 1e9f),
            DISTANCE_WRONG),
        kind("normals of other surfaces by both axes", PlantedOmissions::turnNormals, NORMAL_WRONG),
        kind(
            "normals of the side that is not seen",
            set -> negateNormals(set, id -> true),
            NORMAL_WRONG),
        kind(
            "normals of one thing on the side that is not seen",
            set -> negateNormals(set, id -> id == largest(set)),
            NORMAL_WRONG),
        kind("a file of flow that no list has", PlantedOmissions::removeFlow, RECORD_FILES_WRONG),
        kind(
            "surfaces that nothing hid in the step before",
            set ->
                set.pixels(
                    "flow_backward_state/00000001_left.png",
                    raster -> PlantedFaults.recolor(raster, 1, 2, 9999)),
            FLOW_WRONG));
  }

  private static void removeOrder(JsonNode coco) {
    ((ObjectNode) coco.get("images").get(0).get("diorama")).remove("occlusion");
  }

  private static void removePoint(ObjectNode annotation) {
    ArrayNode points = (ArrayNode) annotation.get("keypoints");
    ArrayNode places = (ArrayNode) annotation.get("keypoints_3d");
    int flag = points.get(points.size() - 1).asInt();
    for (int i = 0; i < 3; i++) {
      points.remove(points.size() - 1);
    }
    places.remove(places.size() - 1);
    annotation.put("num_keypoints", annotation.get("num_keypoints").asInt() - (flag > 0 ? 1 : 0));
  }

  /** They are seen at the same pixels. */
  private static void pushPoints(ObjectNode annotation) {
    ArrayNode points = (ArrayNode) annotation.get("keypoints");
    ArrayNode places = (ArrayNode) annotation.get("keypoints_3d");
    for (int i = 0; i < places.size(); i++) {
      if (points.get(3 * i + 2).asInt() == 1) {
        ArrayNode place = (ArrayNode) places.get(i);
        for (int axis = 0; axis < 3; axis++) {
          place.set(axis, JsonNodeFactory.instance.numberNode(8 * place.get(axis).asDouble()));
        }
        return;
      }
    }
    throw new IllegalStateException("no point is hidden");
  }

  /** By half a turn around its upward axis, in annotations and record alike. */
  private static void turnBox(PlantedDataset set) {
    for (String kind : List.of("instances", "keypoints")) {
      set.annotation(
          "annotations/" + kind + "_" + split(set) + ".json",
          ANY,
          a -> turn(a.get("diorama").get("bbox_3d")));
    }
    set.record(0, record -> turn(record.at("/views/0/instances/1/extras/bbox_3d")));
  }

  private static void turn(JsonNode box) {
    for (String map : List.of("camera_from_box", "world_from_box")) {
      for (JsonNode row : box.get(map)) {
        for (int column = 0; column < 2; column++) {
          ((ArrayNode) row)
              .set(column, JsonNodeFactory.instance.numberNode(-row.get(column).asDouble()));
        }
      }
    }
  }

  /** Every normal is the camera's axis to the right. */
  private static void turnNormals(PlantedDataset set) {
    JsonNode pose = set.json(instances(set)).get("images").get(0).at("/diorama/world_from_camera");
    for (String folder : List.of("normals", "normals_world")) {
      String path = folder + "/00000000_left.npy";
      byte[] file = set.bytes(path);
      ByteBuffer array = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
      for (int at = ARRAY_HEAD; at < file.length; at += 3 * Float.BYTES) {
        boolean none = array.getFloat(at) == 0 && array.getFloat(at + 4) == 0;
        if (none && array.getFloat(at + 8) == 0) {
          continue;
        }
        for (int axis = 0; axis < 3; axis++) {
          boolean world = folder.endsWith("world");
          double value = world ? pose.get(axis).get(0).asDouble() : axis == 0 ? 1 : 0;
          array.putFloat(at + Float.BYTES * axis, (float) value);
        }
      }
      set.write(path, file);
    }
  }

  /** In both frames, at the pixels of some instances. */
  private static void negateNormals(PlantedDataset set, IntPredicate which) {
    set.pixels(
        "instance/00000000_left.png",
        ids -> {
          for (String folder : List.of("normals", "normals_world")) {
            String path = folder + "/00000000_left.npy";
            byte[] file = set.bytes(path);
            ByteBuffer array = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
            for (int i = 0; i < ids.getWidth() * ids.getHeight(); i++) {
              if (which.test(ids.getSample(i % ids.getWidth(), i / ids.getWidth(), 0))) {
                for (int axis = 0; axis < 3; axis++) {
                  int at = ARRAY_HEAD + Float.BYTES * (3 * i + axis);
                  array.putFloat(at, -array.getFloat(at));
                }
              }
            }
            set.write(path, file);
          }
        });
  }

  /** The annotated instance with most pixels. */
  private static int largest(PlantedDataset set) {
    return set.json(instances(set))
        .get("annotations")
        .valueStream()
        .filter(annotation -> annotation.get("image_id").asLong() == 1)
        .max(Comparator.comparing(annotation -> annotation.get("area").asLong()))
        .orElseThrow()
        .at("/diorama/instance_id")
        .asInt();
  }

  private static void removeFlow(PlantedDataset set) {
    set.delete(FLOW);
    set.record(0, record -> forget((ArrayNode) record.get("files")));
    set.manifest(manifest -> forget((ArrayNode) manifest.get("frame_files")));
  }

  private static void forget(ArrayNode files) {
    for (int i = files.size() - 1; i >= 0; i--) {
      if (files.get(i).get("path").asString().equals(FLOW)) {
        files.remove(i);
      }
    }
  }

  /** A PNG with one chunk more, behind its header. */
  private static byte[] with(byte[] png, String type, byte[] content) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 checksum = new CRC32();
    checksum.update(name);
    checksum.update(content);
    return ByteBuffer.allocate(png.length + content.length + 12)
        .put(png, 0, AFTER_HEADER)
        .putInt(content.length)
        .put(name)
        .put(content)
        .putInt((int) checksum.getValue())
        .put(png, AFTER_HEADER, png.length - AFTER_HEADER)
        .array();
  }
}
