package org.diorama.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.diorama.core.label.LabelVerdict;
import org.diorama.core.render.Channel;
import org.diorama.core.render.RenderedView;
import org.diorama.core.sample.SampledFrame;
import org.diorama.core.scene.LabelRules;
import org.diorama.dataset.coco.PanopticColors;
import org.diorama.dataset.coco.RunLengths;
import org.diorama.dataset.json.StrictJson;
import org.diorama.dataset.layout.FrameSet;
import org.diorama.dataset.record.FrameRecord;
import org.diorama.dataset.record.FrameRecords;
import org.diorama.dataset.record.InstanceLabel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Every file of a dataset, read back by other code, says what the planes said. */
class DatasetFilesTest {
  private static final int WIDTH = 31;
  private static final int HEIGHT = 23;
  private static final int FRAMES = 12;
  private static final LabelRules RULES = new LabelRules(65, 12, 0.2, LabelRules.Then.VOID);

  private final SyntheticFrames frames =
      new SyntheticFrames(WIDTH, HEIGHT, List.of("left", "right"), RULES);
  @TempDir private Path root;

  @BeforeEach
  void render() {
    DatasetRequest request =
        new DatasetRequest(
            FrameSet.of(0, FRAMES - 1), FrameSet.of(0, FRAMES - 1), Optional.empty(), false);
    Runs.part(DyingOperations.immortal(), root, frames, request);
    DatasetFinish.run(root);
  }

  /** The names that readers outside rely on. */
  @Test
  void namesArePinned() throws IOException {
    Set<String> expected =
        new HashSet<>(
            Set.of(
                ".lock",
                "_SUCCESS",
                "ATTRIBUTION",
                "dataset.json",
                "failed.jsonl",
                "preview.jpg",
                "annotations/instances.json",
                "annotations/panoptic.json",
                "scene/configuration.json",
                "scene/requested.json",
                "scene/synthetic.yaml"));
    for (int frame = 0; frame < FRAMES; frame++) {
      if (frame != 5) {
        String number = "000000%02d".formatted(frame);
        expected.add("records/" + number + ".json");
        for (String folder :
            List.of("images", "depth", "instance", "semantic", "annotations/panoptic")) {
          expected.add(folder + "/" + number + "_left.png");
          expected.add(folder + "/" + number + "_right.png");
        }
      }
    }
    assertEquals(new TreeMap<>(FolderContent.of(root)).keySet(), new TreeSet<>(expected));
  }

  @Test
  void imagesHoldThePlanes() throws IOException {
    int voids = 0;
    for (int number = 0; number < FRAMES; number++) {
      if (number == 5) {
        continue;
      }
      SampledFrame frame = frames.sampled(number);
      FrameRecord record =
          FrameRecords.read(root.resolve("records/000000%02d.json".formatted(number)));
      assertEquals(frame, record.frame(), "the record replays the frame");
      for (int camera = 0; camera < 2; camera++) {
        RenderedView view = frames.rendered(frame).views().get(camera);
        String name = "000000%02d_%s.png".formatted(number, view.name());
        int[] color = pixels("images", name, 3);
        int[] depth = pixels("depth", name, 1);
        int[] instance = pixels("instance", name, 1);
        int[] semantic = pixels("semantic", name, 1);
        int[] panoptic = pixels("annotations/panoptic", name, 3);
        SortedMap<Integer, InstanceLabel> labels = new TreeMap<>();
        record.views().get(camera).instances().forEach(l -> labels.put(l.instanceId(), l));
        for (int i = 0; i < view.width() * view.height(); i++) {
          ByteBuffer rgba = view.plane(Channel.COLOR);
          for (int c = 0; c < 3; c++) {
            assertEquals(rgba.get(4 * i + c) & 0xff, color[3 * i + c]);
          }
          float z = view.plane(Channel.DEPTH).getFloat(4 * i);
          assertEquals(z > 65 ? 0 : Math.round(z * 1000.0), depth[i], 0);
          int id = view.plane(Channel.INSTANCE).getShort(2 * i);
          assertEquals(id, instance[i]);
          LabelVerdict verdict = id == 0 ? LabelVerdict.UNLABELLED : labels.get(id).verdict();
          boolean annotated = verdict == LabelVerdict.ANNOTATED;
          boolean dropped = !annotated && verdict != LabelVerdict.UNLABELLED;
          voids += dropped ? 1 : 0;
          assertEquals(dropped ? 255 : annotated ? labels.get(id).categoryId() : 0, semantic[i]);
          assertEquals(
              annotated ? id : 0,
              PanopticColors.id(panoptic[3 * i], panoptic[3 * i + 1], panoptic[3 * i + 2]));
        }
      }
    }
    assertTrue(voids > 0, "some instance was dropped");
  }

  @Test
  void cocoInstancesAreTheInstanceImages() throws IOException {
    JsonNode coco = json("annotations/instances.json");
    assertEquals(2 * (FRAMES - 1), coco.get("images").size());
    assertEquals(
        "[{\"id\":1,\"name\":\"box\",\"supercategory\":\"thing\"},"
            + "{\"id\":7,\"name\":\"ball\",\"supercategory\":\"thing\"}]",
        coco.get("categories").toString());
    Set<Long> ids = new HashSet<>();
    for (JsonNode image : coco.get("images")) {
      long frame = image.at("/diorama/frame").asLong();
      boolean right = image.at("/diorama/camera").asString().equals("right");
      assertEquals(frame * 2 + (right ? 1 : 0) + 1, image.get("id").asLong());
      assertEquals(
          "000000%02d_%s.png".formatted(frame, right ? "right" : "left"),
          image.get("file_name").asString());
      assertEquals(frames.width(right ? 1 : 0), image.get("width").asInt());
      assertEquals(frames.height(right ? 1 : 0), image.get("height").asInt());
      assertEquals(
          right
              ? "[[10.1,0.0,17.0],[0.0,10.2,12.5],[0.0,0.0,1.0]]"
              : "[[10.1,0.0,15.5],[0.0,10.2,11.5],[0.0,0.0,1.0]]",
          image.at("/diorama/cam_K").toString());
      assertEquals(3, image.at("/diorama/world_from_camera").size());
      assertTrue(ids.add(image.get("id").asLong()));
    }
    Set<Long> annotationIds = new HashSet<>();
    for (JsonNode annotation : coco.get("annotations")) {
      long imageId = annotation.get("image_id").asLong();
      int instance = annotation.at("/diorama/instance_id").asInt();
      assertTrue(ids.contains(imageId));
      assertEquals(imageId * 65536 + instance, annotation.get("id").asLong());
      assertEquals(1000 - (instance - 1) / 3, annotation.at("/diorama/track_id").asInt());
      assertTrue(annotationIds.add(annotation.get("id").asLong()));
      assertEquals(0, annotation.get("iscrowd").asInt());
      requireMask(annotation, imageId, instance);
    }
    assertTrue(annotationIds.size() > FRAMES, annotationIds.size() + " annotations");
    assertEquals(annotationIds.size(), annotatedInRecords());
  }

  private void requireMask(JsonNode annotation, long imageId, int instance) throws IOException {
    JsonNode segmentation = annotation.get("segmentation");
    int camera = (int) (imageId - 1) % 2;
    int width = frames.width(camera);
    int height = frames.height(camera);
    assertEquals("[" + height + "," + width + "]", segmentation.get("size").toString());
    RunLengths mask = RunLengths.parse(width, height, segmentation.get("counts").asString());
    String name = "000000%02d_%s.png".formatted((imageId - 1) / 2, camera == 0 ? "left" : "right");
    int[] plane = pixels("instance", name, 1);
    boolean[] pixels = mask.toMask();
    int area = 0;
    int left = width;
    int top = height;
    int right = 0;
    int bottom = 0;
    for (int i = 0; i < pixels.length; i++) {
      assertEquals(plane[i] == instance, pixels[i]);
      if (pixels[i]) {
        area++;
        left = Math.min(left, i % width);
        right = Math.max(right, i % width + 1);
        top = Math.min(top, i / width);
        bottom = Math.max(bottom, i / width + 1);
      }
    }
    assertEquals(area, annotation.get("area").asInt());
    assertEquals(
        "[%d,%d,%d,%d]".formatted(left, top, right - left, bottom - top),
        annotation.get("bbox").toString());
  }

  private int annotatedInRecords() throws IOException {
    int count = 0;
    for (Path file : files("records")) {
      FrameRecord record = FrameRecords.read(file);
      count +=
          (int)
              record.views().stream()
                  .flatMap(view -> view.instances().stream())
                  .filter(InstanceLabel::isAnnotated)
                  .count();
    }
    return count;
  }

  @Test
  void panopticImagesAndTheirSegmentsNameEachOther() throws IOException {
    JsonNode coco = json("annotations/panoptic.json");
    assertEquals(1, coco.get("categories").get(0).get("isthing").asInt());
    assertEquals(coco.get("images").size(), coco.get("annotations").size());
    for (JsonNode annotation : coco.get("annotations")) {
      int[] colors = pixels("annotations/panoptic", annotation.get("file_name").asString(), 3);
      SortedMap<Integer, Integer> found = new TreeMap<>();
      for (int i = 0; i < colors.length; i += 3) {
        found.merge(PanopticColors.id(colors[i], colors[i + 1], colors[i + 2]), 1, Integer::sum);
      }
      found.remove(0);
      SortedMap<Integer, Integer> listed = new TreeMap<>();
      for (JsonNode segment : annotation.get("segments_info")) {
        listed.put(segment.get("id").asInt(), segment.get("area").asInt());
      }
      assertEquals(found, listed);
    }
  }

  @Test
  void manifestKnowsEveryFile() throws IOException {
    JsonNode manifest = json("dataset.json");
    SortedMap<String, String> listed = new TreeMap<>();
    for (String list : List.of("frame_files", "files")) {
      for (JsonNode file : manifest.get(list)) {
        listed.put(file.get("path").asString(), file.get("sha256").asString());
        assertEquals(
            Files.size(root.resolve(file.get("path").asString())), file.get("bytes").asLong());
      }
    }
    SortedMap<String, String> there = FolderContent.of(root);
    String digest = there.remove("dataset.json");
    assertEquals(digest + "\n", Files.readString(root.resolve("_SUCCESS")));
    there.keySet().removeAll(Set.of("_SUCCESS", ".lock"));
    FolderContent.assertSame(there, listed, "manifest");
    assertEquals(
        frames.description().configuration().digest(),
        manifest.get("configuration_digest").asString());
    assertEquals("0-4,6-11", manifest.get("frames").asString());
    assertEquals("5", manifest.get("failed").asString());
    assertEquals(11, manifest.at("/counts/frames").asInt());
    assertEquals(22, manifest.at("/counts/images").asInt());
    assertEquals(
        json("annotations/instances.json").get("annotations").size(),
        manifest.at("/counts/annotations/box").asInt()
            + manifest.at("/counts/annotations/ball").asInt());
    assertEquals("java", manifest.at("/renderer/device_class").asString());
    assertEquals(2, manifest.get("assets").size(), "unused assets are not listed");
    assertEquals(
        "pack/ball: CC-BY-3.0, by Someone\n", Files.readString(root.resolve("ATTRIBUTION")));
    assertEquals(
        "{\"frame\":5,\"cause\":\"no place for boxes\"}\n",
        Files.readString(root.resolve("failed.jsonl")));
  }

  /** Two cameras: eight frames, their images side by side, each as large as the largest. */
  @Test
  void previewShowsEightPairs() throws IOException {
    BufferedImage sheet = ImageIO.read(root.resolve("preview.jpg").toFile());
    assertEquals(4 * frames.width(1), sheet.getWidth());
    assertEquals(4 * frames.height(1), sheet.getHeight());
  }

  private JsonNode json(String path) throws IOException {
    return StrictJson.instance().readTree(Files.readAllBytes(root.resolve(path)));
  }

  private List<Path> files(String folder) throws IOException {
    try (Stream<Path> files = Files.list(root.resolve(folder))) {
      return files.sorted().toList();
    }
  }

  private int[] pixels(String folder, String name, int bands) throws IOException {
    Raster raster = ImageIO.read(root.resolve(folder).resolve(name).toFile()).getRaster();
    assertEquals(bands, raster.getNumBands());
    return raster.getPixels(0, 0, raster.getWidth(), raster.getHeight(), (int[]) null);
  }
}
