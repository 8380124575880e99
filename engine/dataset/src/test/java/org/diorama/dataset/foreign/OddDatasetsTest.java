package org.diorama.dataset.foreign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Datasets as they come: odd names, huge ids, keys that are missing, nothing in them. */
class OddDatasetsTest {
  private static final List<String> NAMES =
      List.of("a b.jpg", "deep/ünï côde/日本 語/c.d.e.JPEG", "-dash.jpg", "q?\"*.jpg", "😀.jpg");

  @TempDir private Path temporary;
  private ForeignFolder folder;

  @BeforeEach
  void make() throws IOException {
    folder = new ForeignFolder(temporary.resolve("odd set"));
    folder.category(1, "Katze ü", "animal");
    folder.category(7, "a: \"b\"\n#c", "animal");
  }

  private void jpeg(long id, String name) throws IOException {
    Path file = folder.root.resolve("images").resolve(name);
    Files.createDirectories(file.getParent());
    BufferedImage image =
        new BufferedImage(ForeignFolder.WIDTH, ForeignFolder.HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
    ImageIO.write(image, "jpg", file.toFile());
    folder.imageEntry(id, name);
  }

  private Conversion.Report convert(Path from, String format, String to) {
    return Conversion.run(from, format, temporary.resolve(to), Placing.LINK);
  }

  private JsonNode instances(String name) throws IOException {
    return ForeignFolder.json(temporary.resolve(name).resolve("annotations/instances.json"));
  }

  /** Ids beyond 2^53, names of any letters, images without annotations: through YOLO and back. */
  @ParameterizedTest
  @ValueSource(strings = {"detect", "segment"})
  void oddNamesAndHugeIdsSurvive(String task) throws IOException {
    for (int i = 0; i < NAMES.size(); i++) {
      jpeg(Long.MAX_VALUE - i, NAMES.get(i));
    }
    folder.mask(1L << 62, Long.MAX_VALUE, 7, ForeignFolder.masks().get(1), 0);
    folder.mask(-3, Long.MAX_VALUE - 1, 1, ForeignFolder.masks().get(2), 0);
    folder.write("");
    assertEquals(List.of(), convert(folder.root, "coco", "coco").lost());
    JsonNode before = ForeignFolder.json(folder.root.resolve("annotations/instances.json"));
    for (String key : List.of("images", "annotations", "categories")) {
      assertEquals(before.get(key), instances("coco").get(key), key);
    }
    convert(folder.root, "yolo", "yolo");
    convert(temporary.resolve("yolo/yolo/" + task), "coco", "back");
    JsonNode back = instances("back");
    assertEquals(NAMES.size(), back.get("images").size());
    for (JsonNode image : back.get("images")) {
      String name = image.get("file_name").asString();
      assertTrue(NAMES.contains(name.replaceFirst("all/", "")), name);
      assertTrue(Files.isRegularFile(temporary.resolve("back/images").resolve(name)), name);
    }
    assertEquals(
        List.of("Katze ü", "a: \"b\"\n#c"),
        back.get("categories").valueStream().map(one -> one.get("name").asString()).toList());
    assertEquals(2, back.get("annotations").size());
    MergeReport merged =
        Merging.run(
            List.of(folder.root, temporary.resolve("back")),
            List.of("yolo"),
            temporary.resolve("merged"),
            Placing.LINK);
    assertEquals(10, merged.images());
    assertEquals(List.of("coco", "yolo"), merged.formats());
  }

  /** What COCO's own code asks for is added where it follows, and told where it can't be. */
  @Test
  void missingKeysAreAddedOrTold() throws IOException {
    jpeg(1, "a.jpg");
    folder
        .mask(1, 1, 1, ForeignFolder.masks().get(1), 0)
        .remove(List.of("iscrowd", "area", "bbox"));
    var boxed = folder.annotation(2, 1, 1);
    boxed.putArray("bbox").add(1).add(2).add(3).add(4);
    boxed.putNull("area");
    folder.annotation(3, 1, 1).put("iscrowd", 0).remove("id");
    folder.write("");
    assertEquals(
        List.of(
            "1 annotations had no area, which is that of the box now",
            "1 annotations had no area, which is that of the mask now",
            "1 annotations had no bbox, which is that of the mask now",
            "2 annotations had no iscrowd, which is 0 now",
            "1 annotations have neither bbox nor mask: COCO's own code refuses these",
            "1 annotations have no id: COCO's own code refuses these"),
        convert(folder.root, "coco", "out").lost());
    JsonNode entries = instances("out").get("annotations");
    assertEquals(ForeignFolder.masks().get(1).area(), entries.get(0).get("area").asLong());
    assertEquals("[12.0,0.0,1.0,2.0]", entries.get(0).get("bbox").toString());
    assertEquals(12, entries.get(1).get("area").asInt());
    assertEquals(0, entries.get(1).get("iscrowd").asInt());
    assertFalse(entries.get(2).has("area"));
  }

  @Test
  void namesThatAreNoImagesAreTold() throws IOException {
    jpeg(1, "a.jpg");
    jpeg(2, "without_end");
    folder.write("");
    String lost = convert(folder.root, "yolo", "yolo").lost().toString();
    assertTrue(lost.contains("1 images of instances have names that don't end as"), lost);
    assertFalse(convert(folder.root, "coco", "coco").lost().toString().contains("names"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"coco", "coco-polygon", "coco-rle", "yolo"})
  void nothingIsNothing(String format) throws IOException {
    folder.write("");
    Conversion.Report report = convert(folder.root, format, "out");
    assertEquals(0, report.images());
    assertTrue(Files.exists(temporary.resolve("out/_SUCCESS")));
  }

  /** A file that is not there is told with the entry that names it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gone.jpg|there is no file \"gone.jpg\" in images, it",
        "sub\\a.jpg|there is no file \"sub\\a.jpg\" in images, it; folders in names are parted by /"
      })
  void filesThatAreNotThereHaveAPlace(String name, String said) throws IOException {
    jpeg(1, "sub/a.jpg");
    folder.imageEntry(2, name);
    folder.write("");
    for (String format : List.of("coco", "yolo")) {
      DioramaException refused =
          assertThrows(DioramaException.class, () -> convert(folder.root, format, "out"));
      assertEquals(ExitStatus.BAD_INPUT, refused.status());
      String place = folder.root.resolve("annotations/instances.json") + ":1:";
      assertTrue(refused.getMessage().startsWith(place), refused.getMessage());
      assertTrue(refused.getMessage().endsWith(said.replace('"', '\'')), refused.getMessage());
    }
    assertThrows(
        DioramaException.class,
        () -> Merging.run(List.of(folder.root), List.of(), temporary.resolve("m"), Placing.LINK));
  }
}
