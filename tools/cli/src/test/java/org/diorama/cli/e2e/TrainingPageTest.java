package org.diorama.cli.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import org.diorama.dataset.json.StrictJson;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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

  /** As Ultralytics looks for labels, and checks each line. */
  @Test
  void ultralyticsFindsItsLabels() throws IOException {
    int lines = 0;
    for (String task : List.of("detect", "segment", "pose")) {
      Path data = shapes.resolve("yolo/" + task + "/data.yaml");
      List<String> text = Files.readAllLines(data);
      long names =
          text.stream()
              .dropWhile(line -> !line.equals("names:"))
              .skip(1)
              .takeWhile(line -> line.startsWith("  "))
              .count();
      assertEquals(task.equals("pose"), text.stream().anyMatch(line -> line.contains("kpt_shape")));
      int points =
          text.stream()
              .filter(line -> line.startsWith("kpt_shape: ["))
              .mapToInt(line -> Integer.parseInt(line.replaceAll("\\D*(\\d+), 3]", "$1")))
              .findFirst()
              .orElse(0);
      for (String part : List.of("train", "val")) {
        assertTrue(text.contains(part + ": images/" + part), text.toString());
        try (Stream<Path> images = Files.list(data.resolveSibling("images").resolve(part))) {
          for (Path image : images.toList()) {
            String path = image.toString();
            int at = path.lastIndexOf("/images/");
            String labels = path.substring(0, at) + "/labels/" + path.substring(at + 8);
            for (String line : Files.readAllLines(Path.of(labels.replaceAll("\\w+$", "txt")))) {
              assertLine(task, line, names, points);
              lines++;
            }
          }
        }
      }
    }
    assertTrue(lines > 30, lines + " lines");
  }

  private static void assertLine(String task, String line, long names, int points) {
    double[] numbers = Arrays.stream(line.split(" ")).mapToDouble(Double::parseDouble).toArray();
    assertTrue(numbers[0] >= 0 && numbers[0] < names && numbers[0] % 1 == 0, line);
    for (int i = 1; i < numbers.length; i++) {
      boolean flag = task.equals("pose") && i > 4 && (i - 5) % 3 == 2;
      assertTrue(numbers[i] >= 0 && numbers[i] <= (flag ? 2 : 1), line);
    }
    int rest = numbers.length - 1;
    assertTrue(
        switch (task) {
          case "detect" -> rest == 4;
          case "segment" -> rest >= 8 && rest % 2 == 0;
          default -> rest == 4 + 3 * points;
        },
        line);
  }

  private static JsonNode json(String path) throws IOException {
    return StrictJson.instance().readTree(Files.readAllBytes(shapes.resolve(path)));
  }
}
