package org.diorama.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.diorama.core.DioramaException;
import org.diorama.core.scene.Category;
import org.diorama.core.scene.LabelRules;
import org.diorama.dataset.coco.PanopticColors;
import org.diorama.dataset.coco.RunLengths;
import org.diorama.dataset.foreign.MergeReport;
import org.diorama.dataset.foreign.Merging;
import org.diorama.dataset.foreign.Placing;
import org.diorama.dataset.json.StrictJson;
import org.diorama.dataset.layout.Layout;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Datasets of ours, joined: images of ids and masks still say the same. */
class MergedDatasetsTest {
  /** As of the other one, with a third category and other ids, one of them above 254. */
  private static final List<Category> OTHERS =
      List.of(
          new Category("ball", 1, "thing", List.of("ball")),
          new Category("box", 7, "thing", List.of("box")),
          new Category(
              "sky",
              300,
              "sky",
              List.of("sky"),
              Category.Form.STUFF,
              Category.Use.LABEL,
              Optional.empty()));

  @TempDir private Path temporary;
  private Path first;
  private Path second;
  private Path out;

  @BeforeEach
  void render() {
    LabelRules rules = new LabelRules(65, 12, 0.2, LabelRules.Then.VOID);
    first = temporary.resolve("first");
    Runs.all(first, new SyntheticFrames(17, 13, List.of(""), rules), "998-1002", Layout.BLOCKS);
    second = temporary.resolve("second");
    Runs.all(
        second,
        new SyntheticFrames(15, 9, List.of("left", "right"), rules).with(OTHERS),
        "0-3",
        Layout.FLAT);
    out = temporary.resolve("out");
  }

  private JsonNode json(String path) throws IOException {
    return StrictJson.instance().readTree(Files.readAllBytes(out.resolve(path)));
  }

  @Test
  void everyMaskIsItsCategoryInTheSemanticImage() throws IOException {
    MergeReport report = Merging.run(List.of(first, second), List.of(), out, Placing.LINK);
    assertEquals(5 + 4 * 2, report.images());
    assertEquals(List.of("depth", "instance", "semantic"), report.folders());
    Map<Long, JsonNode> images = new HashMap<>();
    json("annotations/instances.json")
        .get("images")
        .forEach(image -> images.put(image.get("id").asLong(), image));
    int checked = check(images, "instances") + check(images, "stuff");
    assertTrue(checked >= 20, checked + " annotations");
    assertTrue(
        report
            .conflicts()
            .contains(
                "cameras: one in first, [left, right] in second: each" + " image names its own"),
        report.conflicts().toString());
    assertFalse(Files.exists(out.resolve("records")));
    assertTrue(Files.exists(out.resolve("sources/second/records/00000000.json")));
    assertTrue(Files.readString(out.resolve("ATTRIBUTION")).contains("by Someone"));
  }

  /** Arrays of two forms in one folder are told; so is what one source lacks. */
  @Test
  void formsOfFilesThatDifferAreTold() throws IOException {
    for (Path root : List.of(first, second)) {
      Files.createDirectories(root.resolve("depth_float"));
      Files.writeString(
          root.resolve("depth_float/00000000." + (root.equals(first) ? "npy" : "exr")), "");
    }
    Files.createDirectories(first.resolve("normals"));
    Files.writeString(first.resolve("normals/00000000.npy"), "");
    List<String> conflicts =
        Merging.run(List.of(first, second), List.of(), out, Placing.LINK).conflicts();
    assertTrue(
        conflicts.contains("depth_float/: [.npy] in first, [.exr] in second: read each by its end"),
        conflicts.toString());
    assertTrue(conflicts.contains("normals/ has nothing of second"), conflicts.toString());
  }

  private int check(Map<Long, JsonNode> images, String kind) throws IOException {
    Map<Integer, String> names = new HashMap<>();
    json("annotations/" + kind + ".json")
        .get("categories")
        .forEach(one -> names.put(one.get("id").asInt(), one.get("name").asString()));
    int checked = 0;
    for (JsonNode entry : json("annotations/" + kind + ".json").get("annotations")) {
      JsonNode image = images.get(entry.get("image_id").asLong());
      BufferedImage semantic =
          ImageIO.read(out.resolve("semantic").resolve(image.get("file_name").asString()).toFile());
      assertEquals(image.get("width").asInt(), semantic.getWidth());
      assertEquals(16, semantic.getColorModel().getPixelSize(), "ids above 254 are there");
      int category = entry.get("category_id").asInt();
      assertTrue(names.containsKey(category));
      boolean[] mask =
          RunLengths.parse(
                  semantic.getWidth(),
                  semantic.getHeight(),
                  entry.at("/segmentation/counts").asString())
              .toMask();
      for (int i = 0; i < mask.length; i++) {
        if (mask[i]) {
          int x = i % semantic.getWidth();
          int y = i / semantic.getWidth();
          assertEquals(category, semantic.getRaster().getSample(x, y, 0));
        }
      }
      checked++;
    }
    return checked;
  }

  @Test
  void panopticSegmentsAreThoseOfTheirImages() throws IOException {
    Merging.run(List.of(first, second), List.of(), out, Placing.COPY);
    JsonNode panoptic = json("annotations/panoptic.json");
    assertEquals(13, panoptic.get("annotations").size());
    for (JsonNode annotation : panoptic.get("annotations")) {
      BufferedImage image =
          ImageIO.read(
              out.resolve("annotations/panoptic")
                  .resolve(annotation.get("file_name").asString())
                  .toFile());
      Map<Integer, Integer> areas = new HashMap<>();
      for (int i = 0; i < image.getWidth() * image.getHeight(); i++) {
        int color = image.getRGB(i % image.getWidth(), i / image.getWidth());
        areas.merge(
            PanopticColors.id(color >> 16 & 255, color >> 8 & 255, color & 255), 1, Integer::sum);
      }
      areas.remove(0);
      Map<Integer, Integer> listed = new HashMap<>();
      for (JsonNode segment : annotation.get("segments_info")) {
        listed.put(segment.get("id").asInt(), segment.get("area").asInt());
      }
      assertEquals(areas, listed);
    }
  }

  @Test
  void whatIsMovedIsNotFinishedAnyMore() throws IOException {
    Path folder = Files.createDirectory(first.resolve("sketches"));
    Merging.run(List.of(first, second), List.of(), out, Placing.MOVE);
    assertTrue(Files.exists(folder), "a folder that nothing was taken from stays");
    assertFalse(Files.exists(first.resolve("images")));
    assertFalse(Files.exists(second));
    assertFalse(Files.exists(first.resolve("_SUCCESS")));
    assertFalse(Files.exists(second.resolve("depth/00000000_left.png")));
    assertTrue(Files.exists(out.resolve("depth/second/00000000_left.png")));
    Path again = temporary.resolve("again");
    assertThrows(
        DioramaException.class,
        () -> Merging.run(List.of(first, second), List.of(), again, Placing.LINK));
    assertFalse(Files.exists(again));
  }
}
