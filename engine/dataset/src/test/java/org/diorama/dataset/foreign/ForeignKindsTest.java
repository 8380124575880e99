package org.diorama.dataset.foreign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.dataset.files.DatasetFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Every kind of COCO file of another maker goes from form to form, named as COCO names them. */
class ForeignKindsTest {
  private static final List<String> KINDS =
      List.of("instances_val2017", "keypoints_val2017", "panoptic_val2017", "stuff_val2017");

  @TempDir private Path temporary;
  private ForeignFolder folder;

  @BeforeEach
  void make() throws IOException {
    folder = new ForeignFolder(temporary.resolve("coco"));
    folder.category(3, "cat", "animal");
    images();
    folder.mask(7, 5, 3, ForeignFolder.masks().get(3), 0);
    folder.writeAs("instances_val2017");
    folder.category(90, "sky", "sky").put("isthing", 0);
    images();
    folder.mask(500, 5, 90, ForeignFolder.masks().get(4), 0);
    folder.writeAs("stuff_val2017");
    images();
    ObjectNode panoptic = folder.annotation(1, 9, 3).put("file_name", "b.png");
    panoptic.remove(List.of("id", "category_id"));
    segment(panoptic, 70_000, 3);
    segment(panoptic, 12, 90);
    folder.writeAs("panoptic_val2017");
    Path image = folder.root.resolve("annotations/panoptic_val2017/b.png");
    Files.createDirectories(image.getParent());
    ImageIO.write(new BufferedImage(13, 11, BufferedImage.TYPE_INT_RGB), "png", image.toFile());
  }

  private void images() throws IOException {
    folder.image(5, "a.png");
    folder.image(9, "b.png");
  }

  private static void segment(ObjectNode panoptic, int id, int category) {
    ArrayNode segments =
        panoptic.path("segments_info") instanceof ArrayNode there
            ? there
            : panoptic.putArray("segments_info");
    segments.addObject().put("id", id).put("category_id", category).put("area", 3);
  }

  /** Two categories of animals with points, in COCO's own name of file. */
  private void keypoints() throws IOException {
    ForeignFolder points = new ForeignFolder(folder.root);
    ObjectNode cat = points.category(3, "cat", "animal");
    names(cat, "nose", "left_ear", "right_ear");
    cat.putArray("skeleton").addArray().add(1).add(2);
    names(points.category(4, "fish", "animal"), "nose");
    points.imageEntry(5, "a.png");
    points.imageEntry(9, "b.png");
    posed(points, 7, 5, 3, 2, 1, 2, 3.25, 4, 1, 13, 11, 2);
    posed(points, 8, 9, 3, 0, 0, 0, 0, 0, 0, 0.5, 0, 2);
    posed(points, 9, 9, 4, 12.75, 10.5, 1);
    points.mask(10, 9, 3, ForeignFolder.masks().get(1), 1);
    points.writeAs("person_keypoints_val2017");
  }

  private static void names(ObjectNode category, String... names) {
    ArrayNode list = category.putArray("keypoints");
    List.of(names).forEach(list::add);
  }

  private static void posed(
      ForeignFolder folder, long id, long image, int category, double... numbers) {
    ObjectNode entry = folder.mask(id, image, category, ForeignFolder.masks().get((int) id % 3), 0);
    ArrayNode list = entry.putArray("keypoints");
    int labelled = 0;
    for (int i = 0; i < numbers.length; i++) {
      if (i % 3 == 2) {
        list.add((int) numbers[i]);
        labelled += numbers[i] > 0 ? 1 : 0;
      } else {
        list.add(numbers[i]);
      }
    }
    entry.put("num_keypoints", labelled);
  }

  private Path convert(Path from, String format, String to) {
    Path out = temporary.resolve(to);
    Conversion.run(from, format, out, Placing.LINK);
    return out;
  }

  /** Through all three forms of masks, and no key but that of the mask has changed. */
  @ParameterizedTest
  @EnumSource(
      value = Placing.class,
      names = {"LINK", "COPY"})
  void everyKindComesBackAsItWas(Placing placing) throws IOException {
    keypoints();
    Path at = folder.root;
    for (String format : List.of("coco-polygon", "coco-rle", "coco")) {
      Path next = temporary.resolve("as-" + format);
      Conversion.Report report = Conversion.run(at, format, next, placing);
      assertEquals(
          Map.of("instances", 1L, "stuff", 1L, "keypoints", 4L, "panoptic", 1L),
          report.annotations());
      assertEquals(List.of(), report.lost());
      at = next;
    }
    for (String kind : KINDS) {
      Path before =
          folder.root.resolve("annotations/" + kind.replace("key", "person_key") + ".json");
      JsonNode was = ForeignFolder.json(before);
      JsonNode is = ForeignFolder.json(at.resolve("annotations/" + kind + ".json"));
      for (String key : List.of("images", "annotations", "categories")) {
        assertEquals(plain(was.get(key)), plain(is.get(key)), kind + " " + key);
      }
    }
    Path image = at.resolve("annotations/panoptic/b.png");
    assertEquals(
        -1, Files.mismatch(folder.root.resolve("annotations/panoptic_val2017/b.png"), image));
    assertEquals(placing == Placing.LINK, Files.isSameFile(image, panoptic()));
    try (var images = Files.list(at.resolve("images"))) {
      assertEquals(2, images.count(), "kinds share their images");
    }
  }

  private Path panoptic() {
    return folder.root.resolve("annotations/panoptic_val2017/b.png");
  }

  /** Numbers as text, since 3 may come back as 3.0. */
  private static String plain(JsonNode node) {
    return node.toString().replaceAll("(\\d)\\.0\\b", "$1");
  }

  @Test
  void masksOfStuffTakeTheForm() throws IOException {
    Path rle = convert(folder.root, "coco-rle", "rle");
    JsonNode stuff = ForeignFolder.json(rle.resolve("annotations/coco-rle/stuff_val2017.json"));
    assertTrue(stuff.at("/annotations/0/segmentation/counts").isArray());
    assertTrue(Files.exists(rle.resolve("annotations/panoptic_val2017.json")), "has no masks");
    Path polygon = convert(rle, "coco-polygon", "polygon");
    stuff = ForeignFolder.json(polygon.resolve("annotations/coco-polygon/stuff_val2017.json"));
    assertTrue(stuff.at("/annotations/0/segmentation").isArray());
  }

  @Test
  void keypointsSurviveYoloAndWhatIsLostIsSaid() throws IOException {
    keypoints();
    Conversion.Report there =
        Conversion.run(folder.root, "yolo", temporary.resolve("yolo"), Placing.LINK);
    String lost = there.lost().toString();
    for (String said :
        List.of(
            "skeletons: YOLO has points",
            "stuff are left out: YOLO has none",
            "panoptic are left out",
            "the part val2017 is under its own name in data.yaml",
            "1 crowds of keypoints are left out")) {
      assertTrue(lost.contains(said), lost);
    }
    Path pose = temporary.resolve("yolo/yolo/pose");
    assertTrue(
        Files.readString(pose.resolve("data.yaml"))
            .endsWith(
                "kpt_shape: [3, 3]\nflip_idx: [0, 2, 1]\nnames:\n  0: \"cat\"\n  1: \"fish\"\nkpt_names:\n"
                    + "  0: [\"nose\",\"left_ear\",\"right_ear\"]\n  1: [\"nose\"]\n"));
    Conversion.Report back = Conversion.run(pose, "coco", temporary.resolve("back"), Placing.COPY);
    assertTrue(back.lost().toString().contains("knows no skeletons"), back.lost().toString());
    JsonNode was =
        ForeignFolder.json(folder.root.resolve("annotations/person_keypoints_val2017.json"));
    JsonNode is = ForeignFolder.json(temporary.resolve("back/annotations/keypoints_val2017.json"));
    assertEquals(values(was, true), values(is, false));
    for (int i = 0; i < 2; i++) {
      assertEquals(
          was.get("categories").get(i).get("keypoints"),
          is.get("categories").get(i).get("keypoints"));
    }
    JsonNode boxes =
        ForeignFolder.json(temporary.resolve("back/annotations/instances_val2017.json"));
    assertEquals(3, boxes.get("annotations").size());
    assertFalse(boxes.at("/annotations/0").has("keypoints"));
    assertEquals(boxes.at("/annotations/0/id"), is.at("/annotations/0/id"));
  }

  /** Name of category, box, points and their count of each that is no crowd. */
  private static List<String> values(JsonNode coco, boolean noCrowds) {
    List<String> values = new ArrayList<>();
    for (JsonNode entry : coco.get("annotations")) {
      if (!noCrowds || entry.get("iscrowd").asInt() == 0) {
        String name =
            coco.get("categories")
                .valueStream()
                .filter(one -> one.get("id").equals(entry.get("category_id")))
                .map(one -> one.get("name").asString())
                .findFirst()
                .orElseThrow();
        values.add(
            name
                + plain(entry.get("bbox"))
                + plain(entry.get("keypoints"))
                + entry.get("num_keypoints"));
      }
    }
    return values;
  }

  /** As people train on persons: keypoints are instances, too. */
  @Test
  void keypointsAloneGiveBoxesAndPolygonsAsWell() throws IOException {
    keypoints();
    for (String other : List.of("instances", "stuff", "panoptic")) {
      Files.delete(folder.root.resolve("annotations/" + other + "_val2017.json"));
    }
    Path yolo = convert(folder.root, "yolo", "yolo");
    for (String task : List.of("detect", "segment", "pose")) {
      Path labels = yolo.resolve("yolo/" + task + "/labels/val2017/b.txt");
      assertEquals(2, Files.readAllLines(labels).size(), task);
    }
  }

  /** Boxes of their own, without masks, are what detection trains on. */
  @Test
  void boxesWithoutMasksAreBoxes() throws IOException {
    ForeignFolder boxes = new ForeignFolder(temporary.resolve("boxes"));
    boxes.category(1, "cat", "animal");
    boxes.image(1, "a.png");
    box(boxes, 1, 1.5, 2, 3.25, 4);
    box(boxes, 2, -2, 9, 4, 9);
    box(boxes, 3, 20, 9, 4, 9);
    boxes.write("");
    Conversion.Report there =
        Conversion.run(boxes.root, "yolo", temporary.resolve("yolo"), Placing.LINK);
    String lost = there.lost().toString();
    assertTrue(lost.contains("2 boxes of instances reach out of their images"), lost);
    assertTrue(lost.contains("1 annotations of instances have neither box nor mask"), lost);
    assertTrue(lost.contains("no annotation has a mask, so there is no yolo/segment"), lost);
    assertEquals(List.of("detect"), DatasetFolder.names(temporary.resolve("yolo/yolo")));
    boxes.image(1, "a.png");
    box(boxes, 1, 1.5, 2, 3.25, 4);
    box(boxes, 2, -2, 9, 4, 9);
    boxes.mask(3, 1, 1, ForeignFolder.masks().get(0), 0);
    boxes.write("");
    Path mixed = temporary.resolve("mixed");
    lost = Conversion.run(boxes.root, "yolo", mixed, Placing.LINK).lost().toString();
    assertTrue(lost.contains("2 annotations without a mask are boxes alone"), lost);
    assertEquals(
        1, Files.readAllLines(mixed.resolve("yolo/segment/labels/all/a.txt")).size(), "a mask");
    convert(temporary.resolve("yolo/yolo/detect"), "coco", "back");
    JsonNode back = ForeignFolder.json(temporary.resolve("back/annotations/instances.json"));
    assertEquals("[1.5,2,3.25,4]", plain(back.at("/annotations/0/bbox")));
    assertEquals("[0,9,2,2]", plain(back.at("/annotations/1/bbox")));
  }

  private static void box(ForeignFolder folder, long id, double... numbers) {
    ArrayNode list = folder.annotation(id, 1, 1).put("iscrowd", 0).putArray("bbox");
    for (double number : numbers) {
      list.add(number);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "panoptic|\"file_name\":\"b.png\",\"segments|\"file_name\":\"c.png\",\"segments|no file 'c.png'",
        "panoptic|\"segments_info\":[|\"segments\":[|'segments_info' is no list of objects",
        "panoptic|\"category_id\":90|\"category_id\":91|category 91, not listed",
        "panoptic|\"image_id\":9|\"image_id\":8|image 8, not listed",
        "stuff|\"category_id\":90|\"category_id\":91|category 91, not listed",
        "keypoints|13.0,11.0,2]|13.0,11.0,3]|has the flag 3.0, which is 0, 1 or 2",
        "keypoints|13.0,11.0,2]|13.0,11.0]|has 8 numbers as 'keypoints'; category 3 has 3 points",
        "keypoints|[\"nose\"]|[7]|'keypoints' is no list of texts",
        "keypoints|[12.75,10.5,1]|\"none\"|'keypoints' is no list of numbers",
        "keypoints|\"bbox\":[|\"bbox\":[1,|has a 'bbox' of 5 numbers",
        "keypoints|\"id\":4,\"name\"|\"id\":-4,\"name\"|a category whose id is -4"
      })
  void faultsAreLocated(String kind, String piece, String replacement, String said)
      throws IOException {
    keypoints();
    String name = (kind.equals("keypoints") ? "person_" : "") + kind + "_val2017.json";
    Path file = folder.root.resolve("annotations").resolve(name);
    String text = Files.readString(file);
    assertTrue(text.contains(piece), text);
    Files.writeString(file, text.replace(piece, replacement));
    String format = kind.equals("keypoints") ? "yolo" : "coco-rle";
    Path out = temporary.resolve("out");
    DioramaException refused =
        assertThrows(
            DioramaException.class, () -> Conversion.run(folder.root, format, out, Placing.LINK));
    assertEquals(ExitStatus.BAD_INPUT, refused.status());
    assertTrue(refused.getMessage().contains(said), refused.getMessage());
    assertTrue(
        said.startsWith("no file") || refused.getMessage().contains(name + ":1:"),
        refused.getMessage());
    assertFalse(Files.exists(out) || Files.exists(temporary.resolve(".out.part")));
  }
}
