package org.diorama.cli.verify;

import static org.diorama.cli.verify.PlantedFaults.ANY;
import static org.diorama.cli.verify.PlantedFaults.LEFT;
import static org.diorama.cli.verify.PlantedFaults.instances;
import static org.diorama.cli.verify.PlantedFaults.kind;
import static org.diorama.cli.verify.PlantedFaults.split;
import static org.diorama.dataset.verify.finding.Fault.*;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.diorama.dataset.coco.RunLengths;
import org.diorama.dataset.verify.finding.Fault;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Faults in what annotators say: values of annotations, points, arrays. */
final class PlantedAnnotators {
  private static final int ARRAY_HEAD = 128;

  private PlantedAnnotators() {}

  private static PlantedFaults.Kind extras(String name, Consumer<ObjectNode> edit, Fault... due) {
    return kind(
        name,
        set -> set.annotation(instances(set), ANY, a -> edit.accept((ObjectNode) a.get("diorama"))),
        due);
  }

  /** In annotation and record alike, so that only the images can tell. */
  private static PlantedFaults.Kind both(
      String name, Consumer<ObjectNode> annotation, Consumer<ObjectNode> record, Fault... due) {
    return kind(
        name,
        set -> {
          for (String path :
              List.of(instances(set), instances(set).replace("instances", "keypoints"))) {
            set.annotation(path, ANY, a -> annotation.accept((ObjectNode) a.get("diorama")));
          }
          set.record(0, r -> record.accept((ObjectNode) r.at("/views/0/instances/1")));
        },
        due);
  }

  private static PlantedFaults.Kind bothExtras(
      String name, Consumer<ObjectNode> edit, Fault... due) {
    return both(name, edit, label -> edit.accept((ObjectNode) label.get("extras")), due);
  }

  private static PlantedFaults.Kind points(String name, Consumer<ArrayNode> edit, Fault... due) {
    return kind(
        name,
        set ->
            set.annotation(
                "annotations/keypoints_" + split(set) + ".json",
                ANY,
                a -> edit.accept((ArrayNode) a.get("keypoints"))),
        due);
  }

  static List<PlantedFaults.Kind> spaces() {
    return List.of(
        both(
            "a visible fraction that record and annotation agree on",
            a -> a.put("visible_fraction", 0.25),
            label -> label.put("visible_fraction", 0.25),
            VISIBLE_FRACTION_WRONG),
        both(
            "an amodal mask that lacks visible pixels",
            a -> ((ObjectNode) a.get("amodal_mask")).put("counts", pixelMask().text()),
            label -> ((ObjectNode) label.get("extras")).put("amodal_mask", pixelMask().text()),
            AMODAL_TOO_SMALL),
        bothExtras(
            "an amodal box that is loose",
            e -> ((ArrayNode) e.get("bbox_amodal")).set(0, number(1)),
            BOX_AMODAL_WRONG),
        bothExtras(
            "an occluder that is none",
            e -> e.putArray("occlusion").addObject().put("instance_id", 3).put("pixels", 5),
            OCCLUDERS_WRONG,
            OCCLUSION_ORDER_WRONG),
        bothExtras(
            "an order that no shared pixel has",
            e -> {
              // Of whichever others there are.
              for (int id = 1; id < 30; id++) {
                ObjectNode other = ((ArrayNode) e.get("occlusion")).insertObject(0);
                other.put("instance_id", id).put("pixels", 0).put("before", 9999);
              }
            },
            OCCLUDERS_WRONG,
            OCCLUSION_ORDER_WRONG),
        bothExtras("seven pieces", e -> e.put("pieces", 7), PIECES_WRONG),
        bothExtras(
            "a 3D box of half the size",
            e -> halve((ArrayNode) e.get("bbox_3d").get("size")),
            BOX_3D_WRONG,
            BOX_LOOSE_WRONG),
        bothExtras(
            "a 3D box that is elsewhere by the world",
            e -> ((ArrayNode) e.get("bbox_3d").get("world_from_box").get(2)).set(3, number(9)),
            BOX_3D_WRONG),
        bothExtras(
            "a loose box that is tight",
            e -> halve((ArrayNode) e.get("bbox_loose")),
            BOX_LOOSE_WRONG),
        bothExtras(
            "a full box that is smaller than its silhouette",
            e -> halve((ArrayNode) e.get("bbox_full")),
            BOX_FULL_WRONG,
            EXTENT_WRONG),
        bothExtras(
            "a full box that is larger than its loose box",
            e -> ((ArrayNode) e.get("bbox_full")).set(2, number(999)),
            BOX_FULL_WRONG,
            EXTENT_WRONG),
        bothExtras(
            "a distance of another center",
            e -> ((ObjectNode) e.get("extent")).put("distance", 1),
            EXTENT_WRONG),
        bothExtras(
            "a nearest surface that no pixel shows",
            e -> ((ObjectNode) e.get("extent")).put("nearest", 1),
            EXTENT_WRONG),
        bothExtras(
            "a size of another box",
            e -> ((ObjectNode) e.get("extent")).put("pixels", 3),
            EXTENT_WRONG),
        order("a pair that hides no pixel", p -> p.addArray().add(2).add(3).add(0)),
        order("one that hides itself", p -> p.addArray().add(2).add(2).add(5)),
        order("a pair that no annotation has", p -> p.addArray().add(2).add(9).add(5)),
        order("a pair twice", p -> p.add(p.get(0))),
        kind(
            "a pair in the wrong order",
            PlantedAnnotators::turnOrder,
            EXTRAS_WRONG,
            OCCLUDERS_WRONG),
        bothExtras(
            "a pose of another scale",
            e -> halve((ArrayNode) e.get("pose").get("scale")),
            POSE_WRONG),
        extras(
            "pieces that the record does not have",
            e -> e.put("pieces", 7),
            EXTRAS_WRONG,
            PIECES_WRONG),
        points("a point beside its place", p -> p.set(0, number(1)), KEYPOINTS_WRONG),
        points(
            "hidden points that are called visible",
            p -> {
              for (int i = 2; i < p.size(); i += 3) {
                p.set(i, number(2));
              }
            },
            KEYPOINT_OFF_MASK));
  }

  /** In the first image that has a pair. */
  private static PlantedFaults.Kind order(String name, Consumer<ArrayNode> edit) {
    return kind(
        name,
        set ->
            set.json(
                instances(set), coco -> edit.accept((ArrayNode) ordered(coco).get("occlusion"))),
        OCCLUSION_ORDER_WRONG);
  }

  private static JsonNode ordered(JsonNode coco) {
    for (JsonNode image : coco.get("images")) {
      if (!image.at("/diorama/occlusion").isEmpty()) {
        return image.get("diorama");
      }
    }
    throw new IllegalStateException("nothing hides anything");
  }

  /** What is behind is said to be in front: by image, annotations and record alike. */
  private static void turnOrder(PlantedDataset set) {
    set.json(
        instances(set),
        coco -> {
          JsonNode image = ordered(coco);
          ArrayNode pair = (ArrayNode) image.get("occlusion").get(0);
          int front = pair.get(0).asInt();
          int behind = pair.get(1).asInt();
          for (JsonNode annotation : coco.get("annotations")) {
            ObjectNode extras = (ObjectNode) annotation.get("diorama");
            int instance = extras.get("instance_id").asInt();
            boolean here =
                annotation.get("image_id").asLong() == 2 * image.get("frame").asLong() + 1;
            if (here && instance == front) {
              extras
                  .putArray("occlusion")
                  .addObject()
                  .put("instance_id", behind)
                  .put("pixels", 5)
                  .put("before", 5);
            } else if (here && instance == behind) {
              extras.putArray("occlusion");
            }
          }
          pair.removeAll().add(behind).add(front).add(5);
        });
  }

  private static RunLengths pixelMask() {
    return new RunLengths(64, 48, new int[] {0, 1, 64 * 48 - 1});
  }

  private static JsonNode number(double value) {
    return JsonNodeFactory.instance.numberNode(value);
  }

  private static void halve(ArrayNode numbers) {
    for (int i = 0; i < numbers.size(); i++) {
      numbers.set(i, number(numbers.get(i).asDouble() / 2));
    }
  }

  private static PlantedFaults.Kind number(
      String name, String path, int index, float value, Fault... due) {
    return kind(name, set -> number(set, path, index, value), due);
  }

  /** Sets a number of an array, counted from its first. */
  static void number(PlantedDataset set, String path, int index, float value) {
    byte[] array = set.bytes(path);
    ByteBuffer.wrap(array).order(ByteOrder.LITTLE_ENDIAN).putFloat(ARRAY_HEAD + 4 * index, value);
    set.write(path, array);
  }

  static List<PlantedFaults.Kind> arrays() {
    int floor = 40 * 64 + 32;
    return List.of(
        kind(
            "half an array",
            set -> {
              byte[] array = set.bytes("flow/00000000_left.npy");
              set.write("flow/00000000_left.npy", Arrays.copyOf(array, array.length / 2));
            },
            FLOATS_DAMAGED),
        kind(
            "an array of another camera",
            set -> set.copy("normals/00000000_right.npy", "normals/00000000_left.npy"),
            IMAGE_SIZE),
        number("another depth", "depth_float/00000000_left.npy", floor, 3.5f, DISTANCE_WRONG),
        number(
            "a depth for a distance",
            "distance_float/00000000_left.npy",
            41 * 64,
            1,
            DISTANCE_WRONG),
        kind(
            "another distance",
            set -> set.pixels("distance/" + LEFT, raster -> raster.setSample(32, 40, 0, 99)),
            DISTANCE_WRONG),
        number("a normal of length 2", "normals/00000000_left.npy", 3 * floor + 2, 2, NORMAL_WRONG),
        number("another normal", "normals_world/00000000_left.npy", 3 * floor, 0.5f, NORMAL_WRONG),
        number("another flow", "flow/00000000_left.npy", 2 * floor, 5, FLOW_WRONG),
        kind(
            "an unknown state of flow",
            set -> set.pixels("flow_state/" + LEFT, raster -> raster.setSample(32, 40, 0, 4)),
            FLOW_WRONG));
  }
}
