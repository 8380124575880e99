package org.diorama.dataset.foreign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.diorama.dataset.coco.RunLengths;
import org.diorama.dataset.files.DatasetFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Datasets of other makers go from form to form and come back as they were. */
class ConversionTest {
  @TempDir private Path temporary;
  private Path coco;

  @BeforeEach
  void make() throws IOException {
    coco = temporary.resolve("coco");
    ForeignFolder.typical(coco).write("");
  }

  private Path convert(Path from, String format, String to) {
    Path out = temporary.resolve(to);
    Conversion.run(from, format, out, Placing.LINK);
    return out;
  }

  private static JsonNode instances(Path root, String format) throws IOException {
    String folder = format.equals("coco") ? "" : format + "/";
    return ForeignFolder.json(root.resolve("annotations/" + folder + "instances.json"));
  }

  /** Numbers may change from 3 to 3.0 and back; entries are the same all the same. */
  @ParameterizedTest
  @CsvSource({"coco-polygon", "coco-rle", "coco"})
  void cocosFormsAreTheSameMasksAndKeepEveryKey(String format) throws IOException {
    Path there = convert(coco, format, "there");
    JsonNode before = instances(coco, "coco");
    JsonNode other = instances(there, format);
    JsonNode back = instances(convert(there, "coco", "back"), "coco");
    for (String key : List.of("images", "annotations", "categories")) {
      assertEquals(before.get(key), back.get(key), key);
      assertEquals(before.get(key).size(), other.get(key).size(), key);
    }
    for (String image : List.of("a.png", "sub/b.png", "empty.png")) {
      assertTrue(
          Files.isSameFile(
              coco.resolve("images").resolve(image), there.resolve("images").resolve(image)));
    }
    assertEquals(
        new TreeSet<>(List.of("_SUCCESS", "annotations", "conversion.json", "images")),
        new TreeSet<>(DatasetFolder.names(there)));
    assertFalse(Files.exists(there.resolve(".lock")));
  }

  @Test
  void polygonsArePolygonsButForHolesAndCrowds() throws IOException {
    int polygons = 0;
    int runs = 0;
    for (JsonNode entry :
        instances(convert(coco, "coco-polygon", "p"), "coco-polygon").get("annotations")) {
      JsonNode segmentation = entry.get("segmentation");
      polygons += segmentation.isArray() ? 1 : 0;
      runs += segmentation.at("/counts").isArray() ? 1 : 0;
      assertTrue(entry.get("iscrowd").asInt() == 0 || segmentation.isObject());
    }
    assertTrue(polygons >= 5 && runs >= 5, polygons + " and " + runs);
  }

  @Test
  void masksSurviveYolo() throws IOException {
    Path yolo = convert(coco, "yolo", "yolo");
    Conversion.Report back =
        Conversion.run(
            yolo.resolve("yolo/segment"), "coco", temporary.resolve("back"), Placing.COPY);
    assertEquals(3, back.images());
    SortedMap<String, List<String>> expected = new TreeMap<>();
    JsonNode before = instances(coco, "coco");
    collect(before, expected);
    expected.values().forEach(list -> list.removeIf(mask -> mask.contains("crowd")));
    SortedMap<String, List<String>> actual = new TreeMap<>();
    JsonNode after = instances(temporary.resolve("back"), "coco");
    collect(after, actual);
    assertEquals(expected, actual);
    assertTrue(actual.get("all/empty.png").isEmpty(), "the image without objects is there");
    assertEquals(
        List.of("cat", "dog"),
        after.get("categories").valueStream().map(one -> one.get("name").asString()).toList());
    assertFalse(back.lost().isEmpty());
  }

  /** Class, box, area and mask of each annotation, by image, in YOLO's order of things. */
  private static void collect(JsonNode coco, SortedMap<String, List<String>> into) {
    SortedMap<Long, String> names = new TreeMap<>();
    for (JsonNode image : coco.get("images")) {
      String name = image.get("file_name").asString();
      names.put(image.get("id").asLong(), name.startsWith("all/") ? name : "all/" + name);
      into.put(names.get(image.get("id").asLong()), new ArrayList<>());
    }
    SortedMap<Integer, String> categories = new TreeMap<>();
    for (JsonNode category : coco.get("categories")) {
      categories.put(category.get("id").asInt(), category.get("name").asString());
    }
    for (JsonNode entry : coco.get("annotations")) {
      into.get(names.get(entry.get("image_id").asLong()))
          .add(
              categories.get(entry.get("category_id").asInt())
                  + entry.get("bbox")
                  + entry.get("area").asLong()
                  + entry.at("/segmentation/counts").asString()
                  + (entry.get("iscrowd").asInt() == 1 ? "crowd" : ""));
    }
  }

  @Test
  void boxesSurviveYoloAndSayThatTheyAreBoxes() throws IOException {
    Path yolo = convert(coco, "yolo", "yolo");
    Conversion.Report back =
        Conversion.run(
            yolo.resolve("yolo/detect"), "coco", temporary.resolve("back"), Placing.LINK);
    assertTrue(back.lost().toString().contains("26 labels are boxes alone"), back.toString());
    Set<String> expected = new TreeSet<>();
    for (JsonNode entry : instances(coco, "coco").get("annotations")) {
      if (entry.get("iscrowd").asInt() == 0) {
        expected.add(entry.get("bbox").toString());
      }
    }
    Set<String> actual = new TreeSet<>();
    for (JsonNode entry : instances(temporary.resolve("back"), "coco").get("annotations")) {
      assertTrue(entry.get("segmentation").isEmpty());
      actual.add(entry.get("bbox").toString());
    }
    assertEquals(expected, actual);
  }

  @Test
  void whatYoloCanNotTakeIsSaid() throws IOException {
    ForeignFolder folder = ForeignFolder.typical(temporary.resolve("more"));
    folder.annotation(900, 5, 3).put("iscrowd", 0).putArray("segmentation");
    folder.annotation(901, 5, 3);
    folder.write("");
    Files.writeString(folder.root.resolve("annotations/captions_val.json"), "{}");
    String lost =
        Conversion.run(folder.root, "yolo", temporary.resolve("yolo"), Placing.LINK)
            .lost()
            .toString();
    assertTrue(lost.contains("not converted: captions_val.json"), lost);
    assertTrue(lost.contains("1 crowds of instances are left out"), lost);
    assertTrue(lost.contains("2 annotations of instances have neither box nor mask"), lost);
  }

  @Test
  void partsHaveFilesOfTheirOwnAndNamesThatClashStayApart() throws IOException {
    ForeignFolder folder = new ForeignFolder(temporary.resolve("parts"));
    folder.category(1, "cat", "animal");
    for (String part : List.of("train2017", "val2017")) {
      Files.createDirectories(folder.root.resolve(part));
      folder.imageEntry(1, "same.png");
      folder.mask(1, 1, 1, ForeignFolder.masks().get(0), 0);
      folder.write("_" + part);
      Files.write(folder.root.resolve(part).resolve("same.png"), part.getBytes("US-ASCII"));
    }
    Path out = convert(folder.root, "coco-rle", "out");
    for (String part : List.of("train2017", "val2017")) {
      JsonNode file =
          ForeignFolder.json(out.resolve("annotations/coco-rle/instances_" + part + ".json"));
      String name = file.at("/images/0/file_name").asString();
      assertEquals(part, Files.readString(out.resolve("images").resolve(name)));
    }
    Path yolo = convert(folder.root, "yolo", "yolo");
    assertTrue(Files.exists(yolo.resolve("yolo/detect/images/train2017/same.png")));
    assertEquals(
        "train: images/train2017\nval: images/val2017\ntrain2017: images/train2017\n"
            + "val2017: images/val2017\nnames:\n  0: \"cat\"\n",
        Files.readString(yolo.resolve("yolo/detect/data.yaml")));
  }

  /** Runs of no length, polygons beyond the image, keypoints: what other makers write. */
  @Test
  void strangeFormsOfMasksAreRead() throws IOException {
    ForeignFolder folder = new ForeignFolder(temporary.resolve("strange"));
    folder.category(1, "cat", "animal");
    folder.image(1, "a.png");
    ObjectNode counts = folder.annotation(1, 1, 1).putObject("segmentation");
    counts.putArray("size").add(ForeignFolder.HEIGHT).add(ForeignFolder.WIDTH);
    counts.putArray("counts").add(0).add(0).add(2).add(1).add(0).add(2).add(138);
    folder
        .annotation(2, 1, 1)
        .putArray("segmentation")
        .addArray()
        .add(-3.5)
        .add(-2)
        .add(2)
        .add(-2)
        .add(2)
        .add(3)
        .add(-3.5)
        .add(3);
    folder.write("");
    JsonNode read = instances(convert(folder.root, "coco-rle", "out"), "coco-rle");
    assertEquals("[2,3,138]", read.at("/annotations/0/segmentation/counts").toString());
    assertEquals(
        new RunLengths(13, 11, new int[] {0, 3, 8, 3, 129}), ForeignFolder.rows("##", "##", "##"));
    assertEquals("[0,3,8,3,129]", read.at("/annotations/1/segmentation/counts").toString());
  }
}
