package org.diorama.cli.verify;

import static org.diorama.cli.verify.PlantedFaults.ANY;
import static org.diorama.cli.verify.PlantedFaults.LEFT;
import static org.diorama.cli.verify.PlantedFaults.kind;
import static org.diorama.cli.verify.PlantedFaults.panoptic;
import static org.diorama.cli.verify.PlantedFaults.split;
import static org.diorama.dataset.verify.finding.Fault.*;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.diorama.dataset.verify.finding.Fault;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Faults in the files of YOLO, of stuff, and in the lists of images that every kind of file has.
 */
final class PlantedFormats {
  private PlantedFormats() {}

  private static String text(PlantedDataset set, String path) {
    return new String(set.bytes(path), StandardCharsets.UTF_8);
  }

  private static String labels(PlantedDataset set, String task) {
    return "yolo/" + task + "/labels/" + split(set) + "/" + LEFT.replace("png", "txt");
  }

  private static String other(PlantedDataset set) {
    return split(set).equals("train") ? "val" : "train";
  }

  /** Edits the lines of frame 0's left image. */
  private static PlantedFaults.Kind lines(
      String name, String task, Consumer<List<String>> edit, Fault... due) {
    return kind(
        name,
        set -> {
          List<String> lines = new ArrayList<>(text(set, labels(set, task)).lines().toList());
          edit.accept(lines);
          set.write(
              labels(set, task),
              (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
        },
        due);
  }

  /** Edits one number of the first line, counted from its class on. */
  private static PlantedFaults.Kind number(
      String name, String task, int index, UnaryOperator<String> edit, Fault... due) {
    return lines(
        name,
        task,
        lines -> {
          String[] numbers = lines.get(0).split(" ");
          numbers[index] = edit.apply(numbers[index]);
          lines.set(0, String.join(" ", numbers));
        },
        due);
  }

  private static String more(String number, double by) {
    return "" + (Double.parseDouble(number) + by);
  }

  static List<PlantedFaults.Kind> yolo() {
    return List.of(
        number("another class of a line", "detect", 0, n -> "1", YOLO_CLASS_WRONG),
        number("a class that no name has", "segment", 0, n -> "9", YOLO_CLASS_WRONG),
        number("a box in another place", "detect", 1, n -> more(n, 1e-5), YOLO_BOX_WRONG),
        number("a box of another height", "pose", 4, n -> more(n, 0.01), YOLO_BOX_WRONG),
        number("a corner between pixels", "segment", 1, n -> more(n, 5e-3), YOLO_POLYGON_WRONG),
        number("a corner one pixel off", "segment", 1, n -> more(n, 3 / 64.), YOLO_POLYGON_WRONG),
        number("a point elsewhere", "pose", 5, n -> more(n, 0.01), YOLO_KEYPOINTS_WRONG),
        number(
            "another flag of a point", "pose", 7, n -> "" + (2 - n.length()), YOLO_KEYPOINTS_WRONG),
        number("a line that is no numbers", "detect", 2, n -> "x", YOLO_LINES_WRONG),
        lines("a line less", "segment", lines -> lines.remove(0), YOLO_LINES_WRONG),
        lines("a line twice", "detect", lines -> lines.add(lines.get(0)), YOLO_LINES_WRONG),
        lines(
            "lines without points",
            "pose",
            lines -> lines.replaceAll(l -> l.replaceAll("^((\\S+ ){4}\\S+).*", "$1")),
            YOLO_LINES_WRONG),
        kind(
            "no file of labels",
            set -> set.delete(labels(set, "detect")),
            FILE_MISSING,
            YOLO_LABELS_MISSING),
        kind(
            "an image of another frame in a folder of YOLO",
            set ->
                set.copy(
                    "images/00000001_left.png", "yolo/detect/images/" + split(set) + "/" + LEFT),
            YOLO_IMAGE_WRONG),
        data("other names", t -> t.replace("block", "brick")),
        data("another folder", t -> t.replace("train: images/train", "train: images/val")),
        data("other counts of points", t -> t.replace("kpt_shape: [", "kpt_shape: [1")));
  }

  private static PlantedFaults.Kind data(String name, UnaryOperator<String> edit) {
    String path = "yolo/pose/data.yaml";
    return kind(
        "data.yaml: " + name,
        set -> set.write(path, edit.apply(text(set, path)).getBytes(StandardCharsets.UTF_8)),
        YOLO_DATA_WRONG);
  }

  private static PlantedFaults.Kind stuff(String name, Consumer<ObjectNode> edit) {
    return kind(
        name,
        set -> set.annotation("annotations/stuff_" + split(set) + ".json", ANY, edit),
        STUFF_WRONG);
  }

  static List<PlantedFaults.Kind> stuff() {
    return List.of(
        stuff("another area of stuff", a -> a.put("area", 5)),
        stuff("another box of stuff", a -> a.putArray("bbox").add(0).add(0).add(1).add(1)),
        stuff("a crowd of stuff", a -> a.put("iscrowd", 1)),
        stuff("another id of stuff", a -> a.put("id", 3)),
        kind(
            "the mask of other stuff",
            set ->
                set.json(
                    "annotations/stuff_" + split(set) + ".json",
                    coco -> {
                      ObjectNode one = (ObjectNode) coco.get("annotations").get(0);
                      one.set("segmentation", coco.get("annotations").get(2).get("segmentation"));
                    }),
            STUFF_WRONG),
        kind(
            "stuff without its annotation",
            set ->
                set.json(
                    "annotations/coco-rle/stuff_" + split(set) + ".json",
                    coco -> ((ArrayNode) coco.get("annotations")).remove(0)),
            STUFF_WRONG),
        kind(
            "polygons of another mask of stuff",
            set ->
                set.annotation(
                    "annotations/coco-polygon/stuff_" + split(set) + ".json",
                    ANY,
                    a -> {
                      ArrayNode outline = a.putArray("segmentation").addArray();
                      for (int corner : new int[] {0, 0, 9, 0, 9, 9, 0, 9}) {
                        outline.add(corner);
                      }
                    }),
            STUFF_WRONG),
        kind(
            "other categories of stuff",
            set ->
                set.json(
                    "annotations/stuff_" + split(set) + ".json",
                    coco -> ((ArrayNode) coco.get("categories")).remove(1)),
            CATEGORIES_WRONG));
  }

  private static String keypoints(PlantedDataset set, String split) {
    return "annotations/keypoints_" + split + ".json";
  }

  private static PlantedFaults.Kind images(
      String name, String kind, Consumer<ArrayNode> edit, Fault... due) {
    return kind(
        name,
        set ->
            set.json(
                "annotations/" + kind + "_" + split(set) + ".json",
                coco -> edit.accept((ArrayNode) coco.get("images"))),
        due);
  }

  static List<PlantedFaults.Kind> lists() {
    return List.of(
        images(
            "an image that keypoints do not list",
            "keypoints",
            images -> images.remove(0),
            IMAGE_UNLISTED,
            IMAGE_UNKNOWN,
            ANNOTATION_MISSING),
        images(
            "another camera in a list of stuff",
            "stuff",
            images -> ((ObjectNode) images.get(0).get("diorama")).remove("cam_K"),
            CAMERA_WRONG),
        images(
            "another size in a list of panoptic images",
            "panoptic",
            images -> ((ObjectNode) images.get(0)).put("width", 3),
            IMAGE_SIZE),
        images(
            "an image of no frame",
            "coco-rle/instances",
            images -> images.add(((ObjectNode) images.get(0).deepCopy()).put("id", 999)),
            IMAGE_SURPLUS),
        kind(
            "keypoints of the other split",
            set -> move(set, keypoints(set, split(set)), keypoints(set, other(set))),
            TWIN_ACROSS_SPLITS),
        kind(
            "a panoptic image of the other split",
            set -> move(set, panoptic(set), panoptic(set).replace(split(set), other(set))),
            TWIN_ACROSS_SPLITS),
        kind(
            "no annotation of points",
            set ->
                set.json(
                    keypoints(set, split(set)),
                    coco -> ((ArrayNode) coco.get("annotations")).remove(0)),
            ANNOTATION_MISSING),
        points(
            "another box with the points",
            a -> a.putArray("bbox").add(1).add(1).add(1).add(1),
            BOX_WRONG),
        points("another area with the points", a -> a.put("area", 1), AREA_WRONG),
        points("another category with the points", a -> a.put("category_id", 5), CATEGORY_WRONG),
        kind(
            "run lengths of another mask",
            set ->
                set.annotation(
                    "annotations/coco-rle/instances_" + split(set) + ".json",
                    ANY,
                    a -> {
                      ArrayNode counts = (ArrayNode) a.get("segmentation").get("counts");
                      counts.set(0, JsonNodeFactory.instance.numberNode(counts.get(0).asInt() + 1));
                      int last = counts.size() - 1;
                      counts.set(
                          last, JsonNodeFactory.instance.numberNode(counts.get(last).asInt() - 1));
                    }),
            MASK_DIFFERS),
        kind(
            "polygons of another mask",
            set ->
                set.json(
                    "annotations/coco-polygon/instances_" + split(set) + ".json",
                    coco -> swap(coco.get("annotations"))),
            MASK_SWAPPED));
  }

  private static PlantedFaults.Kind points(String name, Consumer<ObjectNode> edit, Fault... due) {
    return kind(name, set -> set.annotation(keypoints(set, split(set)), ANY, edit), due);
  }

  private static void swap(JsonNode annotations) {
    JsonNode first = annotations.get(0).get("segmentation");
    ((ObjectNode) annotations.get(0)).set("segmentation", annotations.get(1).get("segmentation"));
    ((ObjectNode) annotations.get(1)).set("segmentation", first);
  }

  /** Moves the first image with its annotations from one file to another. */
  private static void move(PlantedDataset set, String from, String to) {
    ObjectNode source = set.json(from);
    ObjectNode target = set.json(to);
    JsonNode image = ((ArrayNode) source.get("images")).remove(0);
    ((ArrayNode) target.get("images")).add(image);
    ArrayNode rest = (ArrayNode) source.get("annotations");
    for (int i = rest.size() - 1; i >= 0; i--) {
      if (rest.get(i).get("image_id").equals(image.get("id"))) {
        ((ArrayNode) target.get("annotations")).add(rest.remove(i));
      }
    }
    set.json(from, tree -> tree.setAll(source));
    set.json(to, tree -> tree.setAll(target));
  }
}
