package org.diorama.dataset.verify.merged;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.diorama.dataset.verify.finding.Examined;
import org.diorama.dataset.verify.finding.Fault;
import org.diorama.dataset.verify.finding.Finding;
import org.diorama.dataset.verify.finding.Findings;
import org.diorama.dataset.verify.json.CocoFile;
import org.diorama.dataset.verify.json.Json;
import org.diorama.dataset.verify.label.Segmentation;
import org.diorama.dataset.verify.read.EvenOdd;
import org.diorama.dataset.verify.read.FaultyFile;
import org.diorama.dataset.verify.read.Mask;
import tools.jackson.databind.JsonNode;

/**
 * Whether YOLO's files in a merged dataset tell what COCO's tell: for each image that image and a
 * file with a line for each annotation that has what the task needs, its class, and numbers that
 * give back box, mask or points.
 */
public final class MergedYolo {
  /** The name of this check. */
  public static final String NAME = "merged labels of YOLO";

  /** The folder of what is in no part. */
  static final String WHOLE = "all";

  /** Half of the last of six decimals, in shares of the image. */
  private static final double PRINTED = 0.51e-6;

  private final Path root;
  private final Findings findings;
  private final Examined examined;
  private final MergedYoloStrays strays;

  public MergedYolo(Path root, Findings findings, Examined examined) {
    this.root = root;
    this.findings = findings;
    this.examined = examined;
    this.strays = new MergedYoloStrays(root, findings, examined);
  }

  public void check() throws IOException {
    examined.announce(NAME);
    List<Path> files;
    try (Stream<Path> entries = Files.list(root.resolve("annotations"))) {
      files =
          entries
              .filter(file -> file.toString().matches(".*/(instances|keypoints)(_[\\w-]+)?\\.json"))
              .sorted()
              .toList();
    }
    Map<String, SortedSet<String>> parts = new TreeMap<>();
    Set<String> all = new TreeSet<>();
    Map<String, List<JsonNode>> categories = new HashMap<>();
    for (Path file : files) {
      String name = file.getFileName().toString().replaceFirst("\\.json$", "");
      String part = name.contains("_") ? name.substring(name.indexOf('_') + 1) : WHOLE;
      all.add(part);
      try (CocoFile coco = CocoFile.open(file)) {
        for (String task :
            name.startsWith("keypoints") ? List.of("pose") : List.of("detect", "segment")) {
          // Without any mask there is no folder of polygons.
          if (!task.equals("segment") || Files.isDirectory(root.resolve("yolo/segment"))) {
            file(coco, task, part);
            parts.computeIfAbsent(task, key -> new TreeSet<>()).add(part);
            categories.put(task, coco.categories());
          }
        }
      } catch (FaultyFile e) {
        findings.add(Finding.of(e.fault(), root.relativize(file).toString(), e.getMessage()));
      }
    }
    strays.above(all);
    MergedYoloData data = new MergedYoloData(root, findings, examined);
    for (String task : parts.keySet()) {
      if (Files.isDirectory(root.resolve("yolo").resolve(task))) {
        data.check(task, parts.get(task), categories.get(task));
      }
    }
  }

  private void file(CocoFile coco, String task, String part) throws IOException, FaultyFile {
    Map<Long, Integer> classes = new HashMap<>();
    coco.categories()
        .forEach(category -> classes.put(category.path("id").asLong(), classes.size()));
    Set<String> due = new HashSet<>();
    for (int i = 0; i < coco.imageCount(); i++) {
      JsonNode image = coco.image(i);
      String name = image.path("file_name").asString("");
      String stem = name.replaceFirst("\\.[^.]*$", "");
      String shown = "yolo/" + task + "/images/" + part + "/" + name;
      String labels = "yolo/" + task + "/labels/" + part + "/" + stem + ".txt";
      due.add(shown);
      due.add(labels);
      Path second = root.resolve(shown);
      Path first = root.resolve("images").resolve(name);
      if (!Files.isRegularFile(second) || Files.mismatch(first, second) >= 0) {
        differ(shown, coco.imageId(i), "it is not the one in images/");
      }
      if (!Files.isRegularFile(root.resolve(labels))) {
        differ(labels, coco.imageId(i), "it is not there");
        continue;
      }
      lines(coco, i, image, task, labels, classes);
    }
    strays.ofPart(task, part, due);
  }

  private void lines(
      CocoFile coco, int i, JsonNode image, String task, String labels, Map<Long, Integer> classes)
      throws IOException, FaultyFile {
    List<JsonNode> due = new ArrayList<>();
    for (int index : coco.annotationsOf(coco.imageId(i))) {
      JsonNode annotation = coco.annotation(index);
      if (isDue(task, image, annotation)) {
        due.add(annotation);
      }
    }
    List<String> lines = Files.readAllLines(root.resolve(labels), StandardCharsets.ISO_8859_1);
    examined.add(NAME, 1);
    if (lines.size() != due.size()) {
      differ(labels, coco.imageId(i), "%d lines of %d objects".formatted(lines.size(), due.size()));
      return;
    }
    for (int line = 0; line < lines.size(); line++) {
      int index = classes.get(due.get(line).path("category_id").asLong());
      if (!tells(lines.get(line), index, task, image, due.get(line))) {
        differ(labels, coco.imageId(i), "line " + (line + 1) + " tells another object");
      }
    }
  }

  private static boolean isDue(String task, JsonNode image, JsonNode annotation) throws FaultyFile {
    double[] box = box(image, annotation);
    return annotation.path("iscrowd").asInt(0) != 1
        && box[2] > 0
        && box[3] > 0
        && (!task.equals("segment") || !mask(image, annotation).isEmpty());
  }

  /** Cut at the image's edges; the mask's where the annotation has none. */
  private static double[] box(JsonNode image, JsonNode annotation) throws FaultyFile {
    double[] own = Json.numbers(annotation.path("bbox"));
    if (own.length != 4) {
      return Arrays.stream(mask(image, annotation).box()).asDoubleStream().toArray();
    }
    double[] box = new double[4];
    for (int axis = 0; axis < 2; axis++) {
      double size = image.path(axis == 0 ? "width" : "height").asDouble();
      box[axis] = Math.max(0, own[axis]);
      box[2 + axis] = Math.min(size, own[axis] + own[2 + axis]) - box[axis];
    }
    return box;
  }

  private static Mask mask(JsonNode image, JsonNode annotation) throws FaultyFile {
    int width = image.path("width").asInt();
    int height = image.path("height").asInt();
    JsonNode segmentation = annotation.path("segmentation");
    return segmentation.isObject() || segmentation.isArray() && !segmentation.isEmpty()
        ? Segmentation.decode(segmentation, width, height)
        : new Mask(width, height, new int[0]);
  }

  private static boolean tells(
      String line, int index, String task, JsonNode image, JsonNode annotation) throws FaultyFile {
    double[] numbers;
    try {
      numbers = Arrays.stream(line.split(" ")).mapToDouble(Double::parseDouble).toArray();
    } catch (NumberFormatException e) {
      return false;
    }
    double[] shares = Arrays.copyOfRange(numbers, 1, numbers.length);
    if (numbers[0] != index) {
      return false;
    }
    if (task.equals("segment")) {
      return hasMask(shares, image, annotation);
    }
    return hasBox(shares, image, annotation)
        && (task.equals("detect")
            ? shares.length == 4
            : hasPoints(Arrays.copyOfRange(shares, 4, shares.length), image, annotation));
  }

  private static boolean hasBox(double[] shares, JsonNode image, JsonNode annotation)
      throws FaultyFile {
    double[] box = box(image, annotation);
    for (int axis = 0; axis < 2 && shares.length >= 4; axis++) {
      double size = image.path(axis == 0 ? "width" : "height").asDouble();
      if (Math.abs(shares[axis] - (box[axis] + box[2 + axis] / 2) / size) > PRINTED
          || Math.abs(shares[2 + axis] - box[2 + axis] / size) > PRINTED) {
        return false;
      }
    }
    return shares.length >= 4;
  }

  private static boolean hasMask(double[] shares, JsonNode image, JsonNode annotation)
      throws FaultyFile {
    return EvenOdd.ofShares(image.path("width").asInt(), image.path("height").asInt(), shares)
        .equals(Optional.of(mask(image, annotation)));
  }

  /** Points outside the image are not labelled; a class with fewer points ends with zeros. */
  private static boolean hasPoints(double[] shares, JsonNode image, JsonNode annotation) {
    double width = image.path("width").asDouble();
    double height = image.path("height").asDouble();
    double[] due = Json.numbers(annotation.path("keypoints"));
    for (int i = 0; i + 2 < shares.length; i += 3) {
      double x = i < due.length ? due[i] : 0;
      double y = i < due.length ? due[i + 1] : 0;
      boolean labelled =
          i < due.length && due[i + 2] > 0 && x >= 0 && y >= 0 && x <= width && y <= height;
      if (shares[i + 2] != (labelled ? due[i + 2] : 0)
          || labelled
              && (Math.abs(shares[i] - x / width) > PRINTED
                  || Math.abs(shares[i + 1] - y / height) > PRINTED)) {
        return false;
      }
    }
    return shares.length >= due.length && shares.length % 3 == 0;
  }

  private void differ(String file, long image, String detail) {
    findings.add(Finding.of(Fault.MERGE_DIFFERS, file, detail).ofImage(image));
  }
}
