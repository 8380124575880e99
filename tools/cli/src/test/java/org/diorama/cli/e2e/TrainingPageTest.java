package org.diorama.cli.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.diorama.cli.CommandRun;
import org.diorama.cli.TestScene;
import org.diorama.cli.train.Detectron2;
import org.diorama.cli.train.FiftyOne;
import org.diorama.cli.train.Loaded;
import org.diorama.cli.train.MmDetection;
import org.diorama.cli.train.Torchvision;
import org.diorama.cli.train.Ultralytics;
import org.diorama.dataset.json.StrictJson;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What engine/dataset/TRAINING.md says of files holds of a dataset that is made as it says. */
class TrainingPageTest {
  private static final Set<String> LOADERS =
      Set.of(
          "pycocotools", "detectron2", "torchvision v2", "MMDetection", "Ultralytics", "FiftyOne");

  @TempDir private static Path folder;
  private static Path shapes;
  private static String page;

  @BeforeAll
  static void render() throws IOException {
    Path root = Path.of("").toAbsolutePath();
    while (!Files.exists(root.resolve("engine/dataset/TRAINING.md"))) {
      root = root.getParent();
    }
    page = Files.readString(root.resolve("engine/dataset/TRAINING.md"));
    shapes = folder.resolve("out/shapes");
    Path scene =
        TestScene.write(
            folder,
            TestScene.YAML
                + "split: {train: 0.75, val: 0.25}\nlabels: {annotators: [keypoints]}\n");
    String formats = all("--format (\\S+)").findFirst().orElseThrow().group(1);
    CommandRun.of(
            "render",
            scene,
            "--frames=0-7",
            "--out",
            shapes,
            "--renderer=reference",
            "--progress=none",
            "--format",
            formats)
        .expect(0);
  }

  private static Stream<MatchResult> all(String pattern) {
    return Pattern.compile(pattern).matcher(page).results();
  }

  @Test
  void everyLoaderHasItsLines() {
    assertEquals(
        new TreeSet<>(LOADERS),
        new TreeSet<>(
            all("(?m)^\\| ([^|`]+?) \\| (?:`(?:coco|yolo)|any of COCO)")
                .map(match -> match.group(1))
                .toList()));
    for (String loader : LOADERS) {
      int at = page.indexOf("## " + loader + "\n");
      assertTrue(at > 0 && page.startsWith("\n```python", page.indexOf("\n", at) + 1), loader);
    }
  }

  @Test
  void everyPathIsThere() {
    List<String> paths =
        all("out/shapes/[\\w./{}-]*[\\w}]").map(MatchResult::group).distinct().toList();
    assertTrue(paths.size() > 10, paths.toString());
    for (String path : paths) {
      for (String part : List.of("train", "val")) {
        assertTrue(Files.exists(folder.resolve(path.replace("{part}", part))), path);
      }
    }
    assertTrue(page.contains("data_root = \"out/shapes/\""));
    for (MatchResult relative : all("(?:ann_file=|img=)\"([^\"]+)\"").toList()) {
      assertTrue(Files.exists(shapes.resolve(relative.group(1))), relative.group(1));
    }
  }

  /** MMDetection's list of classes and detectron2's count are those of the file. */
  @Test
  void classesAreThoseOfTheFile() throws IOException {
    List<String> names =
        json("annotations/instances_train.json")
            .get("categories")
            .valueStream()
            .map(category -> category.get("name").asString())
            .toList();
    String classes = all("classes=\\(([^)]*)\\)").findFirst().orElseThrow().group(1);
    assertEquals(names, Arrays.stream(classes.replace("\"", "").split(", ")).toList());
    assertTrue(page.contains("NUM_CLASSES = " + names.size() + "\n"));
  }

  /** Evaluators take seventeen points for granted, so the page says how many a category has. */
  @Test
  void sigmasOfKeypointsAreAsManyAsPoints() throws IOException {
    String id = all("params\\.catIds = \\[(\\d+)\\]").findFirst().orElseThrow().group(1);
    String sigmas = all("numpy\\.full\\((\\d+),").findFirst().orElseThrow().group(1);
    int points = -1;
    for (JsonNode category : json("annotations/keypoints_train.json").get("categories")) {
      if (category.get("id").asString().equals(id)) {
        points = category.get("keypoints").size();
      }
    }
    assertEquals(Integer.parseInt(sigmas), points);
  }

  @Test
  void filesHaveTheKeysThatLoadersRead() throws IOException {
    int checked = 0;
    for (MatchResult row :
        all("(?m)^\\| ([^|]+) \\| `(annotations/[^`]+)` \\| (.*) \\| [^|]+ \\|$").toList()) {
      JsonNode file = json(row.group(2));
      for (MatchResult key :
          Pattern.compile("`(\\w+)\\.(\\w+):(\\w+)`").matcher(row.group(3)).results().toList()) {
        JsonNode list = file.get(key.group(1));
        assertFalse(list.isEmpty(), row.group());
        for (JsonNode entry : list) {
          JsonNode value = entry.path(key.group(2));
          assertTrue(is(key.group(3), value), key.group() + " is " + value);
          checked++;
        }
      }
    }
    assertTrue(checked > 300, checked + " values");
  }

  private static boolean is(String type, JsonNode value) {
    return switch (type) {
      case "whole" -> value.isIntegralNumber() && value.asLong() > 0;
      case "number" -> value.isNumber();
      case "text" -> value.isString() && !value.asString().isEmpty();
      case "texts" -> value.isArray() && value.valueStream().allMatch(JsonNode::isString);
      case "flag" -> value.isInt() && (value.asInt() == 0 || value.asInt() == 1);
      case "box" ->
          value.size() == 4
              && value.valueStream().allMatch(JsonNode::isNumber)
              && value.get(2).asDouble() > 0
              && value.get(3).asDouble() > 0;
      case "mask" -> is("compressed", value) || is("polygons", value);
      case "compressed" -> value.path("size").size() == 2 && value.path("counts").isString();
      case "counts" ->
          value.path("size").size() == 2
              && value.path("counts").isArray()
              && value.get("counts").valueStream().allMatch(JsonNode::isInt);
      case "polygons" ->
          is("counts", value)
              || value.isArray()
                  && !value.isEmpty()
                  && value.valueStream().allMatch(TrainingPageTest::isPolygon);
      case "points" -> !value.isEmpty() && value.size() % 3 == 0 && value.get(2).asInt(-1) >= 0;
      case "segments" ->
          value
              .valueStream()
              .allMatch(
                  segment ->
                      Stream.of("id", "category_id", "area", "bbox", "iscrowd")
                          .allMatch(segment::has));
      default -> throw new AssertionError("the page has no type " + type);
    };
  }

  private static boolean isPolygon(JsonNode polygon) {
    return polygon.size() >= 6
        && polygon.size() % 2 == 0
        && polygon.valueStream().allMatch(JsonNode::isNumber);
  }

  /** Annotations that are no crowds, of a part. */
  private static int objects(String part) throws IOException {
    int objects = 0;
    for (JsonNode one : json("annotations/instances_" + part + ".json").get("annotations")) {
      objects += one.get("iscrowd").asInt() == 0 ? 1 : 0;
    }
    return objects;
  }

  private static Path file(String path) {
    return shapes.resolve(path);
  }

  /** What the page promises of each loader, by that loader's own rules; nothing is dropped. */
  @ParameterizedTest
  @ValueSource(strings = {"train", "val"})
  void everyLoaderTakesItAll(String part) throws IOException, Loaded.Refused {
    Path images = file("images");
    int due = objects(part);
    List<String> names = List.of("block", "ball");
    for (String form : List.of("", "coco-polygon/", "coco-rle/")) {
      Path json = file("annotations/" + form + "instances_" + part + ".json");
      assertTaken(due, Detectron2.load(json, images, "bitmask", List.of()), form);
      assertTaken(due, MmDetection.load(json, images, names, true, 32), form);
      assertEquals(names, MmDetection.labels(json, List.of("ball", "block")));
      assertTaken(due, Torchvision.load(json, images, false), form);
      if (!form.isEmpty()) {
        assertTaken(due, Torchvision.load(json, images, true), form);
      }
      assertTaken(due, FiftyOne.load(images, json), form);
    }
    for (String task : List.of("detect", "segment")) {
      assertTaken(due, Ultralytics.load(file("yolo/" + task + "/data.yaml"), part), task);
    }
    assertTaken(
        json("annotations/keypoints_" + part + ".json").get("annotations").size(),
        Ultralytics.load(file("yolo/pose/data.yaml"), part),
        "pose");
  }

  private static void assertTaken(int due, Loaded loaded, String what) {
    assertTrue(due > 0, "there are objects");
    assertEquals(due, loaded.objects(), what);
    assertEquals(0, loaded.dropped(), what);
  }

  @FunctionalInterface
  private interface Loading {
    Loaded run() throws IOException, Loaded.Refused;
  }

  private static void assertRefused(String said, Loading loading) {
    Loaded.Refused refused = assertThrows(Loaded.Refused.class, loading::run);
    assertTrue(refused.getMessage().contains(said), refused.getMessage());
  }

  /** The settings that the page warns of are refused, or lose objects, as it says. */
  @Test
  void whatThePageWarnsOfIsSo() throws IOException, Loaded.Refused {
    Path images = file("images");
    Path compressed = file("annotations/instances_train.json");
    Path counts = file("annotations/coco-rle/instances_train.json");
    assertRefused(
        "Failed to use mask_format=='polygon'",
        () -> Detectron2.load(compressed, images, "polygon", List.of()));
    assertRefused(
        "refuses compressed run lengths", () -> Torchvision.load(compressed, images, true));
    List<String> names = List.of("block", "ball");
    Loaded ignored = MmDetection.load(counts, images, names, false, 32);
    assertEquals(objects("train"), ignored.dropped(), "without poly2mask");
    Loaded small = MmDetection.load(counts, images, names, true, 65);
    assertEquals(0, small.images(), "images below the least size");
    Path keypoints = file("annotations/keypoints_train.json");
    assertRefused(
        "metadata contains 0 points",
        () -> Detectron2.load(keypoints, images, "bitmask", List.of()));
  }

  /** Files with one fault each: the readers above would tell. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "segment|0 0.5 0.5 0.5 0.4 0.3 0.2 0.1|cannot reshape",
        "detect|0 0.5 0.5 0.5|labels require 5 columns",
        "detect|0 341 0.5 0.5 0.5|non-normalized",
        "detect|0 0.5 0.5 -0.5 0.5|negative class labels or coordinate",
        "detect|2 0.5 0.5 0.5 0.5|exceeds dataset class count 2",
        "pose|0 0.5 0.5 0.5 0.5|columns each"
      })
  void labelsWithAFaultAreRefused(String task, String line, String said) throws IOException {
    Path copy = Files.createTempDirectory(folder, "yolo");
    Path data = file("yolo/" + task + "/data.yaml");
    Files.copy(data, copy.resolve("data.yaml"));
    Path image;
    try (Stream<Path> images = Files.list(data.resolveSibling("images/train"))) {
      image = images.sorted().findFirst().orElseThrow();
    }
    for (String kind : List.of("images", "labels")) {
      Files.createDirectories(copy.resolve(kind + "/train"));
    }
    Files.copy(image, copy.resolve("images/train").resolve(image.getFileName()));
    Path labels =
        copy.resolve("labels/train/" + image.getFileName().toString().replace("png", "txt"));
    Files.writeString(
        labels, "0 0.1 0.1 0.2 0.1 0.2 0.2\n".repeat(task.equals("segment") ? 1 : 0) + line);
    assertRefused(said, () -> Ultralytics.load(copy.resolve("data.yaml"), "train"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"id\":|\"id\":|are not unique|detectron2",
        "\"file_name\":\"0|\"file_name\":\"x0|FileNotFoundError|FiftyOne",
        "\"image_id\":|\"image_id\":9|no image|MMDetection",
        "\"size\":[64,96]|\"size\":[96,64]|equal size|torchvision v2"
      })
  void cocoFilesWithAFaultAreRefused(String piece, String replacement, String said, String loader)
      throws IOException {
    Path copy = folder.resolve("faulty.json");
    String text = Files.readString(file("annotations/instances_train.json"));
    boolean ids = loader.equals("detectron2");
    Files.writeString(
        copy,
        ids ? text.replaceAll("\"id\":\\d{5,}", "\"id\":70000") : text.replace(piece, replacement));
    Path images = file("images");
    assertRefused(
        said,
        () ->
            switch (loader) {
              case "detectron2" -> Detectron2.load(copy, images, "bitmask", List.of());
              case "MMDetection" -> MmDetection.load(copy, images, List.of("block"), true, 32);
              case "FiftyOne" -> FiftyOne.load(images, copy);
              default -> Torchvision.load(copy, images, false);
            });
  }

  private static JsonNode json(String path) throws IOException {
    return StrictJson.instance().readTree(Files.readAllBytes(shapes.resolve(path)));
  }
}
