package org.diorama.cli.verify;

import static org.diorama.dataset.verify.finding.Fault.*;

import java.awt.image.WritableRaster;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.diorama.dataset.coco.RunLengths;
import org.diorama.dataset.verify.finding.Fault;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The kinds of faults that people and disks make, each with the name it must be found under. All
 * but the last ones are planted with right hashes.
 */
final class PlantedFaults {
  static final String LEFT = "00000000_left.png";
  private static final String RIGHT = "00000000_right.png";
  private static final String OTHER = "00000004_left.png";
  static final Predicate<JsonNode> ANY = annotation -> true;

  /**
   * One kind.
   *
   * @param sealed whether hashes are made right again
   * @param due exactly what is found
   */
  record Kind(String name, boolean sealed, Set<Fault> due, Consumer<PlantedDataset> plant) {
    @Override
    public String toString() {
      return name;
    }
  }

  private PlantedFaults() {}

  static Kind kind(String name, Consumer<PlantedDataset> plant, Fault... due) {
    return new Kind(name, true, EnumSet.copyOf(List.of(due)), plant);
  }

  static Kind unsealed(String name, Consumer<PlantedDataset> plant, Fault... due) {
    return new Kind(name, false, EnumSet.copyOf(List.of(due)), plant);
  }

  /** The file that has frame 0, in whichever part it is. */
  static String instances(PlantedDataset set) {
    return "annotations/instances_" + split(set) + ".json";
  }

  static String panoptic(PlantedDataset set) {
    return "annotations/panoptic_" + split(set) + ".json";
  }

  static String split(PlantedDataset set) {
    return set.json("records/00000000.json").at("/frame/context/split").asString();
  }

  private static Kind annotation(String name, Consumer<ObjectNode> edit, Fault... due) {
    return kind(name, set -> set.annotation(instances(set), ANY, edit), due);
  }

  private static Kind image(String name, Consumer<ObjectNode> edit, Fault... due) {
    return kind(
        name,
        set ->
            set.json(instances(set), coco -> edit.accept((ObjectNode) coco.get("images").get(0))),
        due);
  }

  static void box(ObjectNode annotation, double... add) {
    ArrayNode box = (ArrayNode) annotation.get("bbox");
    for (int i = 0; i < 4; i++) {
      box.set(i, JsonNodeFactory.instance.numberNode(box.get(i).asDouble() + add[i]));
    }
  }

  private static RunLengths mask(JsonNode annotation) {
    JsonNode segmentation = annotation.get("segmentation");
    return RunLengths.parse(
        segmentation.get("size").get(1).asInt(),
        segmentation.get("size").get(0).asInt(),
        segmentation.get("counts").asString());
  }

  private static void counts(ObjectNode annotation, String text) {
    ((ObjectNode) annotation.get("segmentation")).put("counts", text);
  }

  static List<Kind> masks() {
    return List.of(
        kind(
            "swapped masks",
            set ->
                set.json(
                    instances(set),
                    coco -> {
                      ObjectNode one = (ObjectNode) coco.get("annotations").get(0);
                      ObjectNode other = (ObjectNode) coco.get("annotations").get(1);
                      JsonNode mask = one.get("segmentation");
                      one.set("segmentation", other.get("segmentation"));
                      other.set("segmentation", mask);
                    }),
            MASK_SWAPPED),
        annotation("row-major run lengths", a -> counts(a, byRows(mask(a))), MASK_ROW_MAJOR),
        annotation("a mask of one pixel less", a -> counts(a, shorter(mask(a))), MASK_DIFFERS),
        annotation(
            "an empty mask",
            a -> counts(a, new RunLengths(64, 48, new int[] {64 * 48}).text()),
            MASK_EMPTY,
            SELF_AP_LOW),
        annotation(
            "characters that are none of run lengths", a -> counts(a, "1 2"), MASK_UNREADABLE),
        annotation("cut run lengths", a -> counts(a, "12"), MASK_SIZE),
        annotation(
            "width and height exchanged",
            a -> ((ObjectNode) a.get("segmentation")).putArray("size").add(64).add(48),
            MASK_SIZE),
        annotation("no segmentation", a -> a.remove("segmentation"), SEGMENTATION_MISSING),
        kind(
            "masks that overlap",
            set ->
                set.json(
                    instances(set),
                    coco -> {
                      JsonNode one = coco.get("annotations").get(0);
                      RunLengths other = mask(coco.get("annotations").get(1));
                      counts(
                          (ObjectNode) one,
                          org.diorama.dataset.coco.Masks.union(mask(one), firstPixel(other))
                              .text());
                    }),
            MASK_DIFFERS,
            MASKS_OVERLAP),
        kind(
            "the id image of another frame",
            set -> set.copy("instance/" + OTHER, "instance/" + LEFT),
            INSTANCE_IMAGE_WRONG),
        kind(
            "an id that lost a pixel",
            set -> set.pixels("instance/" + LEFT, raster -> recolor(raster, 2, 1, 1)),
            INSTANCE_IMAGE_WRONG));
  }

  private static String byRows(RunLengths mask) {
    boolean[] rows = new boolean[mask.width() * mask.height()];
    int position = 0;
    for (int i = 0; i < mask.counts().length; i++) {
      for (int k = 0; k < mask.counts()[i]; k++, position++) {
        rows[position % mask.height() * mask.width() + position / mask.height()] = i % 2 == 1;
      }
    }
    int[] counts = new int[rows.length + 1];
    int runs = 0;
    for (int i = 0; i < rows.length; i++) {
      if (rows[i] != (runs % 2 == 1)) {
        runs++;
      }
      counts[runs]++;
    }
    return new RunLengths(mask.width(), mask.height(), Arrays.copyOf(counts, runs + 1)).text();
  }

  private static String shorter(RunLengths mask) {
    int[] counts = mask.counts().clone();
    for (int i = 1; i < counts.length; i += 2) {
      if (counts[i] > 1 && i + 1 < counts.length) {
        counts[i]--;
        counts[i + 1]++;
        return new RunLengths(mask.width(), mask.height(), counts).text();
      }
    }
    throw new IllegalStateException("no run to shorten");
  }

  private static RunLengths firstPixel(RunLengths mask) {
    int first = mask.counts()[0];
    int size = mask.width() * mask.height();
    return new RunLengths(mask.width(), mask.height(), new int[] {first, 1, size - first - 1});
  }

  /** Turns the first pixels of a value into another. */
  static void recolor(WritableRaster raster, int from, int to, int most) {
    int left = most;
    for (int y = 0; y < raster.getHeight() && left > 0; y++) {
      for (int x = 0; x < raster.getWidth() && left > 0; x++) {
        if (raster.getSample(x, y, 0) == from) {
          raster.setSample(x, y, 0, to);
          left--;
        }
      }
    }
    if (left == most) {
      throw new IllegalStateException("no pixel of " + from);
    }
  }

  static List<Kind> values() {
    return List.of(
        annotation("area = w·h", a -> a.put("area", area(a)), AREA_OF_BOX),
        annotation("another area", a -> a.put("area", a.get("area").asInt() + 1), AREA_WRONG),
        annotation("no area", a -> a.remove("area"), AREA_MISSING),
        annotation("a shifted box", a -> box(a, 0.5, 0.5, 0, 0), BOX_SHIFTED),
        annotation("an inclusive box", a -> box(a, 0, 0, -1, -1), BOX_INCLUSIVE),
        annotation(
            "a box of two corners",
            a -> box(a, 0, 0, a.get("bbox").get(0).asInt(), a.get("bbox").get(1).asInt()),
            BOX_CORNERS),
        annotation("a loose box", a -> box(a, -2, -1, 4, 2), BOX_WRONG),
        annotation("no box", a -> a.putArray("bbox"), BOX_MISSING),
        annotation("missing iscrowd", a -> a.remove("iscrowd"), ISCROWD_MISSING),
        annotation("a crowd that is none", a -> a.put("iscrowd", 1), CROWD_WRONG),
        annotation(
            "wrong category",
            a -> a.put("category_id", 8 - a.get("category_id").asInt()),
            CATEGORY_WRONG),
        annotation(
            "visible_fraction wrong",
            a -> ((ObjectNode) a.get("diorama")).put("visible_fraction", 0.123),
            VISIBLE_FRACTION_WRONG),
        annotation(
            "truncation wrong",
            a -> ((ObjectNode) a.get("diorama")).put("truncation", 0.123),
            EXTRAS_WRONG),
        annotation(
            "a track of its own in one annotation",
            a -> ((ObjectNode) a.get("diorama")).put("track_id", 1),
            TRACK_CHANGED),
        annotation("id 0", a -> a.put("id", 0), ID_ZERO, SELF_AP_LOW),
        annotation("an id of our own", a -> a.put("id", 7), ID_WRONG),
        annotation("an id that is a text", a -> a.put("id", "seven"), ID_NO_NUMBER, ID_WRONG),
        kind(
            "duplicate id",
            set ->
                set.json(
                    instances(set),
                    coco ->
                        ((ObjectNode) coco.get("annotations").get(1))
                            .set("id", coco.get("annotations").get(0).get("id"))),
            ID_DUPLICATE,
            ID_WRONG),
        annotation(
            "an image that is not there",
            a -> a.put("image_id", 4711),
            IMAGE_UNKNOWN,
            ANNOTATION_MISSING),
        kind(
            "a missing annotation",
            set ->
                set.json(instances(set), coco -> ((ArrayNode) coco.get("annotations")).remove(0)),
            ANNOTATION_MISSING),
        annotation(
            "the annotation of an object that is not labelled",
            a -> {
              ((ObjectNode) a.get("diorama")).put("instance_id", 1);
            },
            ANNOTATION_MISSING,
            ANNOTATION_SURPLUS,
            MASK_SWAPPED,
            BOX_WRONG,
            AREA_WRONG,
            TRACK_CHANGED,
            AMODAL_TOO_SMALL,
            BOX_3D_WRONG,
            POSE_WRONG),
        kind(
            "other categories",
            set ->
                set.json(
                    instances(set),
                    coco -> ((ObjectNode) coco.get("categories").get(0)).put("name", "brick")),
            CATEGORIES_WRONG));
  }

  static double area(JsonNode annotation) {
    return annotation.get("bbox").get(2).asDouble() * annotation.get("bbox").get(3).asDouble();
  }

  static List<Kind> images() {
    return List.of(
        image("wrong file_name", i -> i.put("file_name", OTHER), FILE_NAME_WRONG),
        image("another width", i -> i.put("width", 65), IMAGE_SIZE),
        image(
            "K wrong",
            i -> ((ArrayNode) i.at("/diorama/cam_K").get(0)).set(0, i.get("width")),
            CAMERA_WRONG),
        image(
            "another level of a factor",
            i -> ((ObjectNode) i.at("/diorama/factors")).put("time", "never"),
            EXTRAS_WRONG),
        kind(
            "camera swap",
            set ->
                set.json(
                    instances(set),
                    coco -> {
                      ObjectNode one = (ObjectNode) coco.get("images").get(0).get("diorama");
                      ObjectNode other = (ObjectNode) coco.get("images").get(1).get("diorama");
                      for (String key : List.of("cam_K", "world_from_camera")) {
                        JsonNode own = one.get(key);
                        one.set(key, other.get(key));
                        other.set(key, own);
                      }
                    }),
            CAMERAS_SWAPPED),
        kind(
            "a camera that was moved",
            PlantedFaults::moveCamera,
            CAMERAS_DISAGREE,
            POSE_WRONG,
            BOX_3D_WRONG),
        kind("twin across the split", PlantedFaults::moveTwin, TWIN_ACROSS_SPLITS),
        kind(
            "an image in two splits",
            set ->
                set.json(
                    otherInstances(set),
                    coco ->
                        ((ArrayNode) coco.get("images"))
                            .add(set.json(instances(set)).get("images").get(0))),
            IMAGE_TWICE,
            TWIN_ACROSS_SPLITS),
        kind(
            "an image listed twice",
            set ->
                set.json(
                    instances(set),
                    coco -> ((ArrayNode) coco.get("images")).add(coco.get("images").get(0))),
            IMAGE_TWICE),
        kind(
            "an image that is not listed",
            set -> set.json(instances(set), coco -> ((ArrayNode) coco.get("images")).remove(0)),
            IMAGE_UNLISTED,
            IMAGE_UNKNOWN,
            ANNOTATION_MISSING),
        kind(
            "wrong semantic",
            set -> set.pixels("semantic/" + LEFT, raster -> recolor(raster, 3, 5, 10)),
            SEMANTIC_WRONG),
        kind(
            "background with a category",
            set -> set.pixels("semantic/" + LEFT, raster -> recolor(raster, 0, 3, 10)),
            VOID_WRONG),
        kind(
            "panoptic id missing in JSON",
            set ->
                set.json(
                    panoptic(set),
                    coco ->
                        ((ArrayNode) coco.get("annotations").get(0).get("segments_info"))
                            .remove(0)),
            PANOPTIC_ID_NOT_IN_JSON),
        kind(
            "panoptic id missing in PNG",
            set ->
                set.pixels("annotations/panoptic/" + LEFT, raster -> recolor(raster, 2, 0, 9999)),
            PANOPTIC_ID_NOT_IN_IMAGE,
            PANOPTIC_WRONG,
            SELF_AP_LOW),
        kind(
            "a segment's area",
            set ->
                set.json(
                    panoptic(set),
                    coco ->
                        ((ObjectNode) coco.get("annotations").get(0).get("segments_info").get(0))
                            .put("area", 1)),
            PANOPTIC_SEGMENT_WRONG),
        kind(
            "no panoptic annotation",
            set -> set.json(panoptic(set), coco -> ((ArrayNode) coco.get("annotations")).remove(0)),
            PANOPTIC_UNLISTED),
        kind("stale depth", set -> set.copy("depth/" + OTHER, "depth/" + LEFT), DEPTH_STALE),
        kind(
            "clipped depth",
            set -> set.pixels("depth/" + LEFT, PlantedFaults::clip),
            DEPTH_CLIPPED),
        kind(
            "depths of the second camera, a twentieth too long",
            set -> {
              set.pixels("depth/" + RIGHT, PlantedFaults::lengthen);
              set.record(0, record -> lengthen(record.at("/views/1/instances")));
            },
            CAMERAS_DISAGREE,
            BOX_3D_WRONG,
            EXTENT_WRONG),
        kind(
            "a hole in depth",
            set -> set.pixels("depth/" + LEFT, raster -> raster.setSample(32, 47, 0, 0)),
            DEPTH_OUT_OF_RANGE),
        kind(
            "image of wrong size",
            set -> set.copy("images/" + RIGHT, "images/" + LEFT),
            IMAGE_SIZE),
        kind(
            "an image of another format",
            set -> set.copy("depth/" + LEFT, "semantic/" + LEFT),
            PNG_FORMAT),
        kind(
            "damaged PNG that ImageIO still reads",
            set -> {
              byte[] png = set.bytes("images/" + LEFT);
              png[png.length - 14] ^= 1;
              set.write("images/" + LEFT, png);
            },
            PNG_DAMAGED),
        kind(
            "truncated PNG that ImageIO still reads",
            set -> {
              byte[] png = set.bytes("images/" + LEFT);
              set.write("images/" + LEFT, Arrays.copyOf(png, png.length - 14));
            },
            PNG_TRUNCATED));
  }

  private static String otherInstances(PlantedDataset set) {
    return "annotations/instances_" + (split(set).equals("train") ? "val" : "train") + ".json";
  }

  private static void clip(WritableRaster raster) {
    for (int y = 0; y < raster.getHeight(); y++) {
      for (int x = 0; x < raster.getWidth(); x++) {
        raster.setSample(x, y, 0, Math.min(5000, raster.getSample(x, y, 0)));
      }
    }
  }

  /** To the millimeters that the image has. */
  private static void lengthen(JsonNode labels) {
    for (JsonNode label : labels) {
      for (String depth : List.of("nearest_depth", "farthest_depth")) {
        long steps = Math.round(1000 * label.get(depth).asDouble());
        ((ObjectNode) label).put(depth, Math.round(1.05 * steps) / 1000.0);
      }
    }
  }

  private static void lengthen(WritableRaster raster) {
    for (int y = 0; y < raster.getHeight(); y++) {
      for (int x = 0; x < raster.getWidth(); x++) {
        raster.setSample(x, y, 0, (int) Math.round(1.05 * raster.getSample(x, y, 0)));
      }
    }
  }

  /** The right camera stands elsewhere, as record and annotations say alike. */
  private static void moveCamera(PlantedDataset set) {
    set.record(
        0,
        record -> {
          for (JsonNode state : record.at("/frame/cameras/1/world_from_camera")) {
            ((ArrayNode) state.get(1)).set(3, JsonNodeFactory.instance.numberNode(1.5));
          }
        });
    for (String kind : List.of("instances", "panoptic", "keypoints")) {
      set.json(
          instances(set).replace("instances", kind),
          coco ->
              ((ArrayNode) coco.get("images").get(1).at("/diorama/world_from_camera").get(1))
                  .set(3, JsonNodeFactory.instance.numberNode(1.5)));
    }
  }

  /** All of frame 2, the twin of frame 0, goes to the other part. */
  private static void moveTwin(PlantedDataset set) {
    ObjectNode from = set.json(instances(set));
    set.json(
        otherInstances(set),
        to -> {
          move(from, to, "images", "id");
          move(from, to, "annotations", "image_id");
        });
    set.json(instances(set), coco -> coco.setAll(from));
  }

  private static void move(ObjectNode from, ObjectNode to, String list, String key) {
    for (Iterator<JsonNode> all = from.get(list).iterator(); all.hasNext(); ) {
      JsonNode entry = all.next();
      long image = entry.get(key).asLong();
      if (image == 5 || image == 6) {
        ((ArrayNode) to.get(list)).add(entry);
        all.remove();
      }
    }
  }
}
