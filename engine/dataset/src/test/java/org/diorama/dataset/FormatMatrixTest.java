package org.diorama.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.dataset.files.DatasetFolder;
import org.diorama.dataset.foreign.Conversion;
import org.diorama.dataset.foreign.Merging;
import org.diorama.dataset.foreign.Placing;
import org.diorama.dataset.json.StrictJson;
import org.diorama.dataset.layout.Layout;
import org.diorama.dataset.verify.label.Segmentation;
import org.diorama.dataset.verify.read.FaultyFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Every format into every other, of datasets of ours, of other makers, and merged ones. */
class FormatMatrixTest {
  private static final List<String> COCO = List.of("coco", "coco-polygon", "coco-rle");

  @TempDir private static Path shared;
  @TempDir private Path temporary;

  /** Ours has parts, cameras and twins; the other one, made of it, points and no manifest. */
  @BeforeAll
  static void make() throws IOException {
    Path ours = shared.resolve("native");
    Runs.all(ours, SyntheticFrames.structured(), "0-11", Layout.FLAT);
    Path foreign = shared.resolve("foreign");
    Conversion.run(ours, "coco", foreign, Placing.COPY);
    for (String part : List.of("train", "val", "test")) {
      Path file = foreign.resolve("annotations/instances_" + part + ".json");
      ObjectNode coco = (ObjectNode) StrictJson.instance().readTree(Files.readAllBytes(file));
      for (JsonNode category : coco.get("categories")) {
        ((ObjectNode) category).putArray("keypoints").add("left").add("right");
        ((ObjectNode) category).putArray("skeleton").addArray().add(1).add(2);
      }
      for (JsonNode annotation : coco.get("annotations")) {
        JsonNode box = annotation.get("bbox");
        ((ObjectNode) annotation)
            .put("num_keypoints", 1)
            .putArray("keypoints")
            .add(box.get(0).asDouble() + 0.5)
            .add(box.get(1).asDouble() + 0.25)
            .add(1 + annotation.get("id").asLong() % 2)
            .add(0)
            .add(0)
            .add(0);
      }
      Files.write(
          foreign.resolve("annotations/keypoints_" + part + ".json"), StrictJson.line(coco));
    }
    Merging.run(List.of(ours, foreign), List.of(), shared.resolve("merged"), Placing.LINK);
  }

  /** What a route lets through: of YOLO's tasks each a part. */
  private record Kept(boolean masks, boolean points) {
    Kept boxed() {
      return new Kept(masks, false);
    }

    static Kept by(String form) {
      return new Kept(!form.endsWith("detect") && !form.endsWith("pose"), form.endsWith("pose"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "native, coco", "native, yolo/segment", "foreign, coco", "foreign, coco-polygon",
    "foreign, coco-rle", "foreign, yolo/detect", "foreign, yolo/segment", "foreign, yolo/pose",
    "merged, coco-polygon", "merged, yolo/segment", "merged, yolo/pose"
  })
  void everyFormatBecomesEveryOther(String source, String form) throws Exception {
    Path root = shared.resolve(source);
    Path from = temporary.resolve("from");
    Conversion.run(root, form.split("/")[0], from, Placing.LINK);
    if (form.startsWith("yolo")) {
      from = from.resolve(form);
    }
    boolean posed = !source.equals("native") && !form.matches(".*(detect|segment)");
    for (String to : COCO) {
      Path out = temporary.resolve(to);
      Conversion.run(from, to, out, Placing.LINK);
      assertSame(
          told(
              root,
              "coco",
              form.endsWith("pose") ? "keypoints" : "instances",
              Kept.by(form).boxed()),
          told(out, to, "instances", Kept.by(form).boxed()),
          form + " to " + to);
      if (posed) {
        assertSame(
            told(root, "coco", "keypoints", new Kept(Kept.by(form).masks(), true)),
            told(out, to, "keypoints", new Kept(Kept.by(form).masks(), true)),
            form + " to " + to);
      }
    }
    Path yolo = temporary.resolve("yolo");
    Conversion.run(from, "yolo", yolo, Placing.LINK);
    List<String> tasks = new ArrayList<>(List.of("detect"));
    if (posed) {
      tasks.add("pose");
    }
    if (Kept.by(form).masks()) {
      tasks.add("segment");
    }
    assertEquals(tasks, DatasetFolder.names(yolo.resolve("yolo")), form + " to yolo");
    for (String task : tasks) {
      Path back = temporary.resolve("back-" + task);
      Conversion.run(yolo.resolve("yolo/" + task), "coco", back, Placing.LINK);
      String kind = task.equals("pose") ? "keypoints" : "instances";
      assertSame(
          told(root, "coco", form.endsWith("pose") ? "keypoints" : kind, Kept.by(task)),
          told(back, "coco", kind, Kept.by(task)),
          form + " to yolo/" + task);
      assertEquals(parts(root, kind), parts(back, kind), "parts");
    }
  }

  private static void assertSame(
      SortedMap<String, List<String>> due, SortedMap<String, List<String>> are, String what) {
    assertEquals(due.keySet(), are.keySet(), what);
    due.forEach((image, list) -> assertEquals(list, are.get(image), what + " of " + image));
  }

  private static List<String> parts(Path root, String kind) throws IOException {
    return DatasetFolder.names(root.resolve("annotations")).stream()
        .filter(name -> name.matches(kind + ".*[.]json"))
        .toList();
  }

  /**
   * By image, of each annotation category, box, and what else is kept; read by the verifier's
   * reader, which shares nothing with what was written.
   */
  private static SortedMap<String, List<String>> told(
      Path root, String form, String kind, Kept kept) throws IOException, FaultyFile {
    SortedMap<String, List<String>> told = new TreeMap<>();
    Path folder = root.resolve("annotations" + (form.equals("coco") ? "" : "/" + form));
    for (String name : DatasetFolder.names(folder)) {
      if (!name.matches(kind + ".*[.]json")) {
        continue;
      }
      JsonNode coco = StrictJson.instance().readTree(Files.readAllBytes(folder.resolve(name)));
      Map<Long, String> categories = new HashMap<>();
      coco.get("categories")
          .forEach(one -> categories.put(one.get("id").asLong(), one.get("name").asString()));
      Map<Long, JsonNode> images = new HashMap<>();
      for (JsonNode image : coco.get("images")) {
        images.put(image.get("id").asLong(), image);
        assertTrue(
            Files.isRegularFile(root.resolve("images").resolve(image.get("file_name").asString())));
        told.putIfAbsent(called(image), new ArrayList<>());
      }
      for (JsonNode entry : coco.get("annotations")) {
        JsonNode image = images.get(entry.get("image_id").asLong());
        double[] box = entry.get("bbox").valueStream().mapToDouble(JsonNode::asDouble).toArray();
        String text = categories.get(entry.get("category_id").asLong()) + Arrays.toString(box);
        if (kept.masks()) {
          int width = image.get("width").asInt();
          int height = image.get("height").asInt();
          text +=
              Arrays.toString(
                  Segmentation.decode(entry.get("segmentation"), width, height).spans());
        }
        if (kept.points()) {
          text +=
              Arrays.toString(
                  entry.get("keypoints").valueStream().mapToDouble(JsonNode::asDouble).toArray());
        }
        told.get(called(image)).add(text);
      }
    }
    told.values().forEach(Collections::sort);
    return told;
  }

  private static String called(JsonNode image) {
    String name = image.get("file_name").asString();
    return name.substring(name.lastIndexOf('/') + 1);
  }

  /** Ours takes a format in beside what it has; that is what converting makes elsewhere. */
  @ParameterizedTest
  @ValueSource(strings = {"coco-polygon", "coco-rle"})
  void inPlaceIsWhatIsMadeElsewhere(String format) throws Exception {
    Path own = temporary.resolve("own");
    Runs.all(own, SyntheticFrames.structured(), "0-11", Layout.FLAT);
    DatasetFinish.add(own, new TreeSet<>(List.of(format)));
    Kept masks = new Kept(true, false);
    assertEquals(
        told(shared.resolve("native"), "coco", "instances", masks),
        told(own, format, "instances", masks));
  }

  /** Segments and stuff alone have no place in YOLO; nothing is left behind. */
  @ParameterizedTest
  @CsvSource({"panoptic, panoptic", "'panoptic,stuff', 'stuff, panoptic'"})
  void whatHasNoPlaceInYoloIsRefused(String kinds, String said) throws IOException {
    Path alone = Files.createDirectories(temporary.resolve("alone/annotations"));
    for (String kind : kinds.split(",")) {
      Files.writeString(
          alone.resolve(kind + ".json"), "{\"images\":[],\"annotations\":[],\"categories\":[]}");
    }
    Path out = temporary.resolve("out");
    DioramaException refused =
        assertThrows(
            DioramaException.class,
            () -> Conversion.run(alone.getParent(), "yolo", out, Placing.LINK));
    assertEquals(ExitStatus.BAD_INPUT, refused.status());
    assertEquals(
        alone.getParent()
            + " has "
            + said
            + " alone, which yolo has no room for; convert it to coco",
        refused.getMessage());
    assertFalse(Files.exists(out));
    Conversion.run(alone.getParent(), "coco", out, Placing.LINK);
  }

  @Test
  void whatStaysBehindIsSaid() {
    List<String> lost =
        Conversion.run(shared.resolve("native"), "coco-rle", temporary.resolve("out"), Placing.LINK)
            .lost();
    assertTrue(
        lost.contains(
            "depth, instance, records, scene, semantic stay in " + shared.resolve("native")),
        lost.toString());
  }
}
