package org.diorama.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.diorama.core.render.Channel;
import org.diorama.core.render.RenderedView;
import org.diorama.core.sample.SampledFrame;
import org.diorama.core.sample.SampledNode;
import org.diorama.core.scene.Category;
import org.diorama.core.scene.LabelRules;
import org.diorama.dataset.coco.PanopticColors;
import org.diorama.dataset.coco.RunLengths;
import org.diorama.dataset.json.StrictJson;
import org.diorama.dataset.layout.FrameSet;
import org.diorama.dataset.record.FrameRecord;
import org.diorama.dataset.record.FrameRecords;
import org.diorama.dataset.record.StuffLabel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Stuff, sky, void and merged categories, in every file, against the planes. */
class StuffFilesTest {
  private static final int FRAMES = 10;
  private static final LabelRules RULES = new LabelRules(65, 12, 0.2, LabelRules.Then.VOID);
  private static final SyntheticFrames PLAIN = new SyntheticFrames(31, 23, List.of(""), RULES);

  @TempDir private Path root;

  private static Category stuff(String name, int id) {
    return new Category(
        name, id, name, List.of(name), Category.Form.STUFF, Category.Use.LABEL, Optional.empty());
  }

  private void make(SyntheticFrames frames) {
    FrameSet all = FrameSet.of(0, FRAMES - 1);
    Runs.part(
        DyingOperations.immortal(),
        root,
        frames,
        new DatasetRequest(all, all, Optional.empty(), false));
    DatasetFinish.run(root);
  }

  @Test
  void stuffAndSkyAreOneSegmentAnImage() throws IOException {
    SyntheticFrames frames =
        PLAIN.with(
            List.of(
                new Category("box", 1, "thing", List.of("box")),
                stuff("ball", 7),
                stuff("sky", 300)));
    make(frames);
    SortedMap<Long, JsonNode> segments = new TreeMap<>();
    for (JsonNode annotation : json("annotations/panoptic.json").get("annotations")) {
      segments.put(annotation.get("image_id").asLong(), annotation.get("segments_info"));
    }
    int balls = 0;
    for (int number = 0; number < FRAMES; number++) {
      if (number == 5) {
        continue;
      }
      String name = "000000%02d".formatted(number);
      SampledFrame sampled = frames.sampled(number);
      RenderedView view = frames.rendered(sampled).views().get(0);
      int[] semantic = pixels("semantic/" + name + ".png");
      int[] panoptic = pixels("annotations/panoptic/" + name + ".png");
      SortedMap<Integer, Integer> areas = new TreeMap<>();
      for (int i = 0; i < semantic.length; i++) {
        int id = view.plane(Channel.INSTANCE).getShort(2 * i);
        int category =
            id == 0
                ? 300
                : sampled.nodes().stream()
                    .filter(node -> node.instanceId() == id)
                    .mapToInt(SampledNode::categoryId)
                    .findFirst()
                    .orElseThrow();
        if (category == 7 || category == 300) {
          assertEquals(category, semantic[i]);
          assertEquals(
              65536 + category,
              PanopticColors.id(panoptic[3 * i], panoptic[3 * i + 1], panoptic[3 * i + 2]));
          areas.merge(category, 1, Integer::sum);
        }
      }
      balls += areas.getOrDefault(7, 0);
      FrameRecord record = FrameRecords.read(root.resolve("records/" + name + ".json"));
      SortedMap<Integer, Integer> recorded = new TreeMap<>();
      for (StuffLabel label : record.views().get(0).stuff()) {
        RunLengths mask = RunLengths.parse(31, 23, label.rle());
        assertEquals(label.area(), mask.area());
        assertEquals(label.bbox(), mask.box().pixels());
        recorded.put(label.categoryId(), label.area());
      }
      assertEquals(areas, recorded);
      SortedMap<Integer, Integer> listed = new TreeMap<>();
      for (JsonNode segment : segments.get(number + 1L)) {
        if (segment.get("id").asInt() > 65535) {
          assertEquals(65536 + segment.get("category_id").asInt(), segment.get("id").asInt());
          assertEquals(0, segment.get("iscrowd").asInt());
          listed.put(segment.get("category_id").asInt(), segment.get("area").asInt());
        }
      }
      assertEquals(areas, listed);
      assertEquals(areas, stuffMasks(number + 1L, semantic));
    }
    assertEquals(
        "[{\"id\":7,\"name\":\"ball\",\"supercategory\":\"ball\"},"
            + "{\"id\":300,\"name\":\"sky\",\"supercategory\":\"sky\"}]",
        categories("stuff"));
    assertTrue(balls > 0, "some stuff besides the sky");
    assertEquals(
        "[{\"id\":1,\"name\":\"box\",\"supercategory\":\"thing\"}]", categories("instances"));
    assertEquals(
        List.of(1, 0, 0),
        json("annotations/panoptic.json")
            .get("categories")
            .valueStream()
            .map(category -> category.get("isthing").asInt())
            .toList());
    for (JsonNode annotation : json("annotations/instances.json").get("annotations")) {
      assertEquals(1, annotation.get("category_id").asInt());
    }
    assertEquals(9, json("dataset.json").at("/counts/annotations/sky").asInt());
  }

  @Test
  void voidCategoriesAreVoidAndNotListed() throws IOException {
    SyntheticFrames frames =
        PLAIN.with(
            List.of(
                new Category("box", 1, "thing", List.of("box")),
                new Category(
                    "ball",
                    7,
                    "thing",
                    List.of("ball"),
                    Category.Form.THING,
                    Category.Use.VOID,
                    Optional.empty()),
                new Category(
                    "cube",
                    9,
                    "thing",
                    List.of("cube"),
                    Category.Form.THING,
                    Category.Use.LABEL,
                    Optional.of("box"))));
    make(frames);
    assertEquals(
        "[{\"id\":1,\"name\":\"box\",\"supercategory\":\"thing\"}]", categories("instances"));
    int voids = 0;
    for (int number = 0; number < FRAMES; number += 3) {
      SampledFrame sampled = frames.sampled(number);
      RenderedView view = frames.rendered(sampled).views().get(0);
      int[] semantic = pixels("semantic/000000%02d.png".formatted(number));
      for (int i = 0; i < semantic.length; i++) {
        int id = view.plane(Channel.INSTANCE).getShort(2 * i);
        boolean ball =
            sampled.nodes().stream()
                .anyMatch(node -> node.instanceId() == id && node.categoryId() == 7);
        if (ball) {
          assertEquals(255, semantic[i]);
          voids++;
        } else if (id == 0) {
          assertEquals(0, semantic[i], "no sky without a category that takes it in");
        }
      }
    }
    assertTrue(voids > 0, "some ball is seen");
  }

  /** Areas of an image's entries in COCO's file of stuff, whose masks are the semantic image. */
  private SortedMap<Integer, Integer> stuffMasks(long image, int[] semantic) throws IOException {
    SortedMap<Integer, Integer> areas = new TreeMap<>();
    for (JsonNode annotation : json("annotations/stuff.json").get("annotations")) {
      if (annotation.get("image_id").asLong() == image) {
        int category = annotation.get("category_id").asInt();
        assertEquals(image * 65536 + category, annotation.get("id").asLong());
        assertEquals(0, annotation.get("iscrowd").asInt());
        String text = annotation.at("/segmentation/counts").asString();
        boolean[] mask = RunLengths.parse(31, 23, text).toMask();
        for (int i = 0; i < mask.length; i++) {
          assertEquals(semantic[i] == category, mask[i]);
        }
        areas.put(category, annotation.get("area").asInt());
      }
    }
    return areas;
  }

  private String categories(String file) throws IOException {
    return json("annotations/" + file + ".json").get("categories").toString();
  }

  private JsonNode json(String path) throws IOException {
    return StrictJson.instance().readTree(Files.readAllBytes(root.resolve(path)));
  }

  private int[] pixels(String path) throws IOException {
    Raster raster = ImageIO.read(root.resolve(path).toFile()).getRaster();
    return raster.getPixels(0, 0, raster.getWidth(), raster.getHeight(), (int[]) null);
  }
}
