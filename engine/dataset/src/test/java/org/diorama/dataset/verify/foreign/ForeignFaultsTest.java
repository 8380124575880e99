package org.diorama.dataset.verify.foreign;

import static org.diorama.dataset.verify.finding.Fault.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.dataset.verify.CocoVerification;
import org.diorama.dataset.verify.Verification;
import org.diorama.dataset.verify.finding.Fault;
import org.diorama.dataset.verify.finding.Finding;
import org.diorama.dataset.verify.finding.ForeignRemedy;
import org.diorama.dataset.verify.json.Json;
import org.diorama.dataset.verify.read.ExifOrientationTest;
import org.diorama.dataset.verify.read.FaultyFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A COCO file of another tool: clean as it is, and each mistake under its name. */
class ForeignFaultsTest {
  /** Compressed and numeric run lengths, a polygon, a crowd; an L of 8 pixels, a 4 x 3 box. */
  private static final String COCO =
      """
      {"images": [
        {"id": 10, "width": 12, "height": 9, "file_name": "a.png"},
        {"id": 20, "width": 12, "height": 9, "file_name": "b.jpg"}],
       "annotations": [
        {"id": 1, "image_id": 10, "category_id": 5, "iscrowd": 0, "area": 12, "bbox": [2, 3, 4, 3],
         "segmentation": [[2, 3, 6, 3, 6, 6, 2, 6]],
         "num_keypoints": 2, "keypoints": [3, 4, 2, 5.5, 5.5, 1, 0, 0, 0]},
        {"id": 2, "image_id": 10, "category_id": 5, "iscrowd": 0, "area": 8, "bbox": [7, 1, 4, 5],
         "segmentation": {"size": [9, 12], "counts": [64, 5, 8, 1, 8, 1, 8, 1, 12]}},
        {"id": 3, "image_id": 20, "category_id": 6, "iscrowd": 1, "area": 6, "bbox": [0, 0, 2, 3],
         "segmentation": {"size": [9, 12], "counts": [0, 3, 6, 3, 96]}}],
       "categories": [{"id": 5, "name": "cat"}, {"id": 6, "name": "dog"}]}
      """;

  @TempDir private Path folder;

  private record Kind(String name, Set<Fault> due, Consumer<ObjectNode> plant) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Kind first(String name, Consumer<ObjectNode> edit, Fault... due) {
    return kind(name, coco -> edit.accept((ObjectNode) coco.get("annotations").get(0)), due);
  }

  private static Kind second(String name, Consumer<ObjectNode> edit, Fault... due) {
    return kind(name, coco -> edit.accept((ObjectNode) coco.get("annotations").get(1)), due);
  }

  private static Kind kind(String name, Consumer<ObjectNode> edit, Fault... due) {
    return new Kind(name, EnumSet.copyOf(List.of(due)), edit);
  }

  private static void numbers(ObjectNode node, String key, double... values) {
    ArrayNode array = node.putArray(key);
    for (double value : values) {
      array.add(value);
    }
  }

  private static void polygon(ObjectNode annotation, double... values) {
    ArrayNode outline = annotation.putArray("segmentation").addArray();
    for (double value : values) {
      outline.add(value);
    }
  }

  private static void counts(ObjectNode annotation, int... runs) {
    ArrayNode counts = ((ObjectNode) annotation.get("segmentation")).putArray("counts");
    for (int run : runs) {
      counts.add(run);
    }
  }

  static Stream<Kind> kinds() {
    return Stream.of(
        first("id 0", a -> a.put("id", 0), ID_ZERO, SELF_AP_LOW),
        first("an id twice", a -> a.put("id", 2), ID_DUPLICATE),
        first("an id as a text", a -> a.put("id", "one"), ID_NO_NUMBER),
        first("an image that is not there", a -> a.put("image_id", 99), IMAGE_UNKNOWN),
        first("a category that is not there", a -> a.put("category_id", 99), CATEGORY_UNKNOWN),
        first("no iscrowd", a -> a.remove("iscrowd"), ISCROWD_MISSING),
        first("iscrowd 2", a -> a.put("iscrowd", 2), CROWD_WRONG),
        first("a crowd with polygons", a -> a.put("iscrowd", 1), CROWD_WITH_POLYGONS),
        first("an area as a text", a -> a.put("area", "12"), VALUE_NO_NUMBER),
        first("iscrowd as a truth value", a -> a.put("iscrowd", true), VALUE_NO_NUMBER),
        first(
            "an image's id as a text",
            a -> a.put("image_id", "10"),
            VALUE_NO_NUMBER,
            IMAGE_UNKNOWN),
        first("no area", a -> a.remove("area"), AREA_MISSING),
        second("area = w·h", a -> a.put("area", 20), AREA_OF_BOX),
        second("another area", a -> a.put("area", 9), AREA_WRONG),
        first("another area of a polygon", a -> a.put("area", 20), AREA_WRONG),
        first("no box", a -> a.remove("bbox"), BOX_MISSING),
        first("a box without width", a -> numbers(a, "bbox", 2, 3, 0, 3), BOX_EMPTY, SELF_AP_LOW),
        second("an inclusive box", a -> numbers(a, "bbox", 7, 1, 3, 4), BOX_INCLUSIVE),
        second("a box of corners", a -> numbers(a, "bbox", 7, 1, 11, 6), BOX_CORNERS),
        second("a shifted box", a -> numbers(a, "bbox", 7.5, 1.5, 4, 5), BOX_SHIFTED),
        second("a loose box", a -> numbers(a, "bbox", 4, 1, 8, 7), BOX_WRONG),
        first(
            "a box beyond the image",
            a -> {
              numbers(a, "bbox", 2, 3, 40, 3);
              polygon(a, 2, 3, 42, 3, 42, 6, 2, 6);
              a.put("area", 120);
            },
            BOX_OUTSIDE),
        second(
            "run lengths by rows",
            a -> counts(a, 19, 1, 11, 1, 11, 1, 11, 1, 11, 4, 37),
            MASK_ROW_MAJOR),
        second("an empty mask", a -> counts(a, 108), MASK_EMPTY, SELF_AP_LOW),
        second("run lengths too short", a -> counts(a, 64, 5), MASK_SIZE),
        second("a negative run", a -> counts(a, 64, -5, 49), MASK_UNREADABLE),
        second(
            "the size turned",
            a -> numbers((ObjectNode) a.get("segmentation"), "size", 12, 9),
            MASK_SIZE),
        first("a polygon of 4 numbers", a -> polygon(a, 2, 3, 6, 6), POLYGON_SHORT),
        first("a polygon of 7 numbers", a -> polygon(a, 2, 3, 6, 3, 6, 6, 2), POLYGON_ODD),
        first(
            "a polygon through pixel centers",
            a -> polygon(a, 2, 3, 5, 3, 5, 5, 2, 5),
            POLYGON_THROUGH_CENTERS,
            AREA_OF_BOX),
        first(
            "a polygon through centers at one half",
            a -> polygon(a, 2.5, 3.5, 5.5, 3.5, 5.5, 5.5, 2.5, 5.5),
            POLYGON_THROUGH_CENTERS,
            AREA_OF_BOX),
        first("points that are not counted", a -> a.put("num_keypoints", 3), KEYPOINTS_WRONG),
        first(
            "a point outside",
            a -> numbers(a, "keypoints", 3, 4, 2, 55, 5, 1, 0, 0, 0),
            KEYPOINTS_WRONG),
        first(
            "an unlabelled point with a place",
            a -> numbers(a, "keypoints", 3, 4, 2, 5, 5, 1, 1, 0, 0),
            KEYPOINTS_WRONG),
        kind(
            "an image twice",
            coco -> ((ArrayNode) coco.get("images")).add(coco.get("images").get(0)),
            IMAGE_TWICE),
        kind(
            "no width",
            coco -> ((ObjectNode) coco.get("images").get(0)).remove("width"),
            SIZE_MISSING),
        kind(
            "another size than the PNG",
            coco -> ((ObjectNode) coco.get("images").get(0)).put("height", 10),
            IMAGE_SIZE,
            MASK_SIZE),
        kind(
            "another size than the JPEG",
            coco -> ((ObjectNode) coco.get("images").get(1)).put("height", 10),
            IMAGE_SIZE,
            MASK_SIZE),
        kind(
            "an image without a file",
            coco -> ((ObjectNode) coco.get("images").get(1)).put("file_name", "c.jpg"),
            IMAGE_FILE_MISSING),
        kind(
            "a file listed under two ids",
            coco -> ((ObjectNode) coco.get("images").get(1)).put("file_name", "a.png"),
            IMAGE_TWICE),
        kind(
            "an annotation under two ids",
            coco ->
                ((ArrayNode) coco.get("annotations"))
                    .add(((ObjectNode) coco.get("annotations").get(0).deepCopy()).put("id", 9)),
            ANNOTATION_TWICE),
        first("an empty segmentation", a -> a.putArray("segmentation"), SEGMENTATION_MISSING),
        first("no segmentation beside masks", a -> a.remove("segmentation"), SEGMENTATION_MISSING),
        first("a segmentation of null", a -> a.putNull("segmentation"), SEGMENTATION_MISSING),
        first("a flat polygon", a -> numbers(a, "segmentation", 2, 3, 6, 3, 6, 6), MASK_UNREADABLE),
        first(
            "corners in pairs",
            a -> {
              ArrayNode pairs = a.putArray("segmentation");
              pairs.addArray().add(2).add(3);
              pairs.addArray().add(6).add(3);
              pairs.addArray().add(6).add(6);
            },
            MASK_UNREADABLE),
        first(
            "a polygon of fractions",
            a -> polygon(a, 0.1667, 0.3333, 0.5, 0.3333, 0.5, 0.6667, 0.1667, 0.6667),
            POLYGON_NORMALIZED),
        first(
            "points of fractions",
            a -> numbers(a, "keypoints", 0.25, 0.44, 2, 0.46, 0.61, 1, 0, 0, 0),
            KEYPOINTS_WRONG),
        kind(
            "an annotation of no image under two ids",
            coco -> {
              ArrayNode all = (ArrayNode) coco.get("annotations");
              ObjectNode lost = ((ObjectNode) all.get(0).deepCopy()).put("image_id", 99);
              all.add(lost.put("id", 8));
              all.add(lost.deepCopy().put("id", 9));
              all.add(lost.deepCopy().put("id", 10).put("area", 11));
            },
            IMAGE_UNKNOWN,
            ANNOTATION_TWICE),
        kind("no images", coco -> emptied(coco, "images", "annotations"), IMAGES_NONE),
        kind(
            "one name of two categories",
            coco -> ((ObjectNode) coco.get("categories").get(1)).put("name", "cat"),
            CATEGORY_NAME_TWICE),
        kind(
            "a category twice",
            coco -> ((ObjectNode) coco.get("categories").get(1)).put("id", 5),
            ID_DUPLICATE,
            CATEGORY_UNKNOWN));
  }

  private static void emptied(ObjectNode coco, String... lists) {
    for (String list : lists) {
      coco.putArray(list);
    }
  }

  /** Sets of boxes, like those that come of YOLO's lines, have no masks anywhere. */
  @Test
  void boxesAloneMayHaveEmptySegmentations() throws Exception {
    Consumer<ObjectNode> boxes =
        coco ->
            coco.get("annotations")
                .forEach(a -> ((ObjectNode) a).put("iscrowd", 0).putArray("segmentation"));
    assertEquals(List.of(), verify(boxes).findings());
    Consumer<ObjectNode> merged =
        coco -> {
          coco.putObject("info").put("version", "diorama 1");
          ((ObjectNode) coco.get("annotations").get(0)).putArray("segmentation");
        };
    assertEquals(List.of(), verify(merged).findings());
  }

  private Verification verify(Consumer<ObjectNode> edit)
      throws IOException, FaultyFile, InterruptedException {
    JsonNode coco = Json.parse(COCO.getBytes(StandardCharsets.UTF_8));
    edit.accept((ObjectNode) coco);
    Path file = Files.write(folder.resolve("coco.json"), Json.bytes(coco));
    Path images = Files.createDirectories(folder.resolve("images"));
    BufferedImage image = new BufferedImage(12, 9, BufferedImage.TYPE_INT_RGB);
    ImageIO.write(image, "png", images.resolve("a.png").toFile());
    ImageIO.write(image, "jpg", images.resolve("b.jpg").toFile());
    return CocoVerification.run(List.of(file), Optional.empty(), 2, (done, total) -> {});
  }

  @Test
  void aSoundFileIsClean() throws Exception {
    Verification verification = verify(coco -> {});
    assertEquals(List.of(), verification.findings());
    assertEquals(
        Set.of(1.0),
        Set.copyOf(verification.scores().values().stream().map(s -> round(s)).toList()));
    assertEquals(3, verification.scores().size());
  }

  private static double round(double score) {
    return Math.rint(score * 1e9) / 1e9;
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void isFoundUnderItsName(Kind kind) throws Exception {
    Verification verification = verify(kind.plant());
    assertEquals(
        new TreeSet<>(kind.due()),
        new TreeSet<>(verification.counts().keySet()),
        () -> verification.findings().toString());
    assertTrue(verification.findings().stream().allMatch(f -> f.file().equals("coco.json")));
    for (Fault fault : verification.counts().keySet()) {
      String remedy = ForeignRemedy.of(fault);
      assertFalse(remedy.contains("--repair") || remedy.contains("diorama"), fault + ": " + remedy);
    }
  }

  /** Of 12 x 9 pixels; what a trainer makes of it depends on which pixels its entry has. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "3|12|9|image-turned|fits both",
        "6|12|9|image-turned|of the stored one: loaders that obey it",
        "8|9|12|image-turned mask-size|of the turned one: loaders that ignore it",
        "5|10|12|image-size image-turned mask-size|fits both",
        "1|9|12|image-size mask-size|b.jpg is 12 x 9, its entry 9 x 12"
      })
  void aPhotographThatIsTurnedIsTold(
      int orientation, int width, int height, String faults, String said) throws Exception {
    ObjectNode coco = (ObjectNode) Json.parse(COCO.getBytes(StandardCharsets.UTF_8));
    verify(same -> {});
    Path photograph = folder.resolve("images/b.jpg");
    byte[] jpeg = Files.readAllBytes(photograph);
    Files.write(photograph, ExifOrientationTest.turned(jpeg, orientation, ByteOrder.BIG_ENDIAN));
    ((ObjectNode) coco.get("images").get(1)).put("width", width).put("height", height);
    Path file = Files.write(folder.resolve("coco.json"), Json.bytes(coco));
    Verification verification =
        CocoVerification.run(List.of(file), Optional.empty(), 2, (done, total) -> {});
    assertEquals(
        faults,
        verification.counts().keySet().stream()
            .map(Fault::text)
            .sorted()
            .collect(Collectors.joining(" ")));
    assertTrue(
        verification.findings().stream()
            .anyMatch(f -> f.detail().contains(said) && f.image().getAsLong() == 20),
        verification.findings().toString());
  }

  /** Each has one such number, in the place of another; all else is examined nevertheless. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'area': 12|'area': NaN",
        "'bbox': [2, 3, 4, 3]|'bbox': [2, 3, Infinity, 3]",
        "[[2, 3, 6, 3|[[2, -Infinity, 6, 3",
        "'keypoints': [3, 4|'keypoints': [3, 1e999"
      })
  void aNumberThatIsNoneHidesNothingElse(String sound, String odd) throws Exception {
    verify(same -> {});
    String text = COCO.replace(sound.replace('\'', '"'), odd.replace('\'', '"'));
    Path file =
        Files.writeString(folder.resolve("coco.json"), text.replace("\"area\": 8", "\"area\": 9"));
    Verification verification =
        CocoVerification.run(List.of(file), Optional.empty(), 2, (done, total) -> {});
    assertEquals(Set.of(NUMBER_NOT_FINITE, AREA_WRONG), verification.counts().keySet());
    Finding finding =
        verification.findings().stream()
            .filter(f -> f.fault() == NUMBER_NOT_FINITE)
            .findFirst()
            .orElseThrow();
    assertEquals(10, finding.image().orElseThrow());
    assertEquals(1, finding.annotation().orElseThrow());
    assertTrue(finding.detail().startsWith("line "), finding.detail());
  }

  /** LVIS knows no crowds: that its annotations say nothing of them is no fault. */
  @Test
  void annotationsOfLvisNeedNoIscrowd() throws Exception {
    Consumer<ObjectNode> bare =
        coco -> coco.get("annotations").forEach(a -> ((ObjectNode) a).remove("iscrowd"));
    assertEquals(Set.of(ISCROWD_MISSING), verify(bare).counts().keySet());
    Verification lvis =
        verify(
            coco -> {
              bare.accept(coco);
              coco.get("images").forEach(i -> ((ObjectNode) i).putArray("neg_category_ids"));
            });
    assertEquals(List.of(), lvis.findings());
    assertEquals(
        Set.of("iscrowd, which LVIS has not"),
        lvis.examined().get("categories and crowds").lacking().keySet());
    Verification odd =
        verify(
            coco -> {
              coco.get("images").forEach(i -> ((ObjectNode) i).putArray("neg_category_ids"));
              ((ObjectNode) coco.get("annotations").get(0)).putNull("iscrowd");
            });
    assertEquals(Set.of(ISCROWD_MISSING), odd.counts().keySet());
  }

  @Test
  void whatIsNoCocoFileIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("other.json"), "{\"images\": []}");
    DioramaException refusal =
        assertThrows(
            DioramaException.class,
            () -> CocoVerification.run(List.of(file), Optional.empty(), 1, (done, total) -> {}));
    assertEquals(ExitStatus.BAD_INPUT, refusal.status());
  }
}
