package org.diorama.dataset.verify.merged;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.diorama.dataset.verify.finding.Examined;
import org.diorama.dataset.verify.finding.Fault;
import org.diorama.dataset.verify.finding.Finding;
import org.diorama.dataset.verify.finding.Findings;
import org.diorama.dataset.verify.json.CocoFile;
import org.diorama.dataset.verify.json.Json;
import org.diorama.dataset.verify.read.FaultyFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Whether the annotations of a merged dataset are those of the sources that it keeps: image by
 * image the same ones in the same order, categories by their names, points by theirs. Ids may
 * differ, nothing else.
 */
public final class MergedAnnotations {
  /** The name of this check. */
  public static final String NAME = "merged annotations against their sources";

  /** What merging gives anew. */
  private static final List<String> NEW =
      List.of("id", "image_id", "category_id", "file_name", "license", "keypoints", "keypoints_3d");

  private final Path root;
  private final JsonNode report;
  private final Findings findings;
  private final Examined examined;

  /**
   * @param report what {@code merged.json} says
   */
  public MergedAnnotations(Path root, JsonNode report, Findings findings, Examined examined) {
    this.root = root;
    this.report = report;
    this.findings = findings;
    this.examined = examined;
  }

  public void check() throws IOException {
    examined.announce(NAME);
    Map<String, Long> counts = new TreeMap<>();
    long images = 0;
    for (String kind : List.of("instances", "stuff", "keypoints", "panoptic")) {
      for (Path file : files(root, kind)) {
        try (CocoFile merged = CocoFile.open(file)) {
          counts.merge(kind, (long) merged.annotationCount(), Long::sum);
          images += kind.equals("instances") ? merged.imageCount() : 0;
          file(file.getFileName().toString(), merged);
        } catch (FaultyFile e) {
          findings.add(Finding.of(e.fault(), path(file), e.getMessage()));
        }
      }
    }
    counts.values().removeIf(count -> count == 0);
    Map<String, Long> told = new TreeMap<>();
    report
        .path("annotations")
        .properties()
        .forEach(entry -> told.put(entry.getKey(), entry.getValue().asLong()));
    if (!told.equals(counts) || report.path("images").asLong(-1) != images) {
      differ(
          "merged.json",
          "it counts %s images and %s, there are %d and %s"
              .formatted(report.path("images"), told, images, counts));
    }
  }

  private static List<Path> files(Path folder, String kind) throws IOException {
    Path annotations = folder.resolve("annotations");
    try (Stream<Path> files = Files.list(annotations)) {
      return files
          .filter(file -> file.getFileName().toString().matches(kind + "(_[\\w-]+)?\\.json"))
          .sorted()
          .toList();
    }
  }

  private String path(Path file) {
    return root.relativize(file).toString();
  }

  /**
   * @param name of a file in {@code annotations/}, which sources have, too
   */
  private void file(String name, CocoFile merged) throws IOException, FaultyFile {
    Map<String, List<CocoFile>> sources = new HashMap<>();
    try {
      for (JsonNode source : report.path("sources")) {
        String called = source.path("name").asString("");
        if (source.path("kept").asBoolean(false)) {
          sources.put(called, open(root.resolve("sources").resolve(called), name));
        }
      }
      Map<String, Integer> seen = new HashMap<>();
      for (int i = 0; i < merged.imageCount(); i++) {
        JsonNode image = merged.image(i);
        String source = image.at("/diorama/source").asString("").split("/")[0];
        if (sources.containsKey(source)) {
          seen.merge(source, 1, Integer::sum);
          image("annotations/" + name, source, merged, image, sources.get(source));
        }
      }
      for (Map.Entry<String, List<CocoFile>> source : sources.entrySet()) {
        int due = source.getValue().stream().mapToInt(CocoFile::imageCount).sum();
        int are = seen.getOrDefault(source.getKey(), 0);
        if (due != are) {
          differ(
              "annotations/" + name, are + " images of " + source.getKey() + ", which has " + due);
        }
      }
    } finally {
      for (List<CocoFile> files : sources.values()) {
        for (CocoFile file : files) {
          file.close();
        }
      }
    }
  }

  /** The first of COCO's forms that the source has; of a dataset in blocks, each block's. */
  private static List<CocoFile> open(Path source, String name) throws IOException, FaultyFile {
    List<CocoFile> open = new ArrayList<>();
    for (String form : List.of("", "coco-polygon", "coco-rle")) {
      Path file = source.resolve("annotations").resolve(form).resolve(name);
      Path folder = file.resolveSibling(name.replaceFirst("\\.json$", ""));
      List<Path> files = new ArrayList<>();
      if (Files.isRegularFile(file)) {
        files.add(file);
      } else if (Files.isDirectory(folder)) {
        try (Stream<Path> blocks = Files.list(folder)) {
          blocks.filter(block -> block.toString().endsWith(".json")).sorted().forEach(files::add);
        }
      }
      for (Path each : files) {
        open.add(CocoFile.open(each));
      }
      if (!open.isEmpty()) {
        break;
      }
    }
    return open;
  }

  private void image(
      String file, String source, CocoFile merged, JsonNode image, List<CocoFile> owns)
      throws IOException, FaultyFile {
    long id = image.path("id").asLong(-1);
    long old = image.at("/diorama/source_image").asLong(-1);
    CocoFile own = owns.stream().filter(each -> each.hasImage(old)).findFirst().orElse(null);
    if (own == null) {
      differ(file, id, "image " + old + " of " + source + " is not there");
      return;
    }
    JsonNode due = own.imageOfId(old);
    String dueName = source + "/" + due.path("file_name").asString("");
    if (!plain(image).equals(plain(due)) || !image.path("file_name").asString("").equals(dueName)) {
      differ(file, id, "it is another than image " + old + " of " + source);
    }
    int[] are = merged.annotationsOf(id);
    int[] were = own.annotationsOf(old);
    examined.add(NAME, were.length);
    if (are.length != were.length) {
      differ(file, id, are.length + " annotations, " + source + " has " + were.length);
      return;
    }
    for (int i = 0; i < are.length; i++) {
      JsonNode is = merged.annotation(are[i]);
      if (!same(is, merged, own.annotation(were[i]), own)) {
        findings.add(
            Finding.of(
                    Fault.MERGE_DIFFERS,
                    file,
                    "it is another than annotation %d of %s"
                        .formatted(own.annotationId(were[i]), source))
                .ofImage(id)
                .ofAnnotation(merged.annotationId(are[i])));
      }
    }
  }

  private static boolean same(JsonNode is, CocoFile merged, JsonNode was, CocoFile own) {
    JsonNode now = category(merged, is);
    JsonNode then = category(own, was);
    return plain(is).equals(plain(was))
        && now.path("name").equals(then.path("name"))
        && points(is, now).equals(points(was, then))
        && segments(is, merged).equals(segments(was, own));
  }

  private static JsonNode category(CocoFile file, JsonNode named) {
    long id = named.path("category_id").asLong(-1);
    return file.categories().stream()
        .filter(category -> category.path("id").asLong(-2) == id)
        .findFirst()
        .orElse(MissingNode.getInstance());
  }

  /** All but what merging gives anew. */
  private static ObjectNode plain(JsonNode entry) {
    ObjectNode plain = (ObjectNode) entry.deepCopy();
    plain.remove(NEW);
    plain.remove("segments_info");
    if (plain.path("diorama") instanceof ObjectNode extras) {
      extras.remove(List.of("source", "source_image"));
    }
    return plain;
  }

  /** Points that are labelled, with their positions in space, by name. */
  private static Map<String, String> points(JsonNode entry, JsonNode category) {
    double[] numbers = Json.numbers(entry.path("keypoints"));
    Map<String, String> points = new TreeMap<>();
    for (int i = 0; 3 * i + 2 < numbers.length; i++) {
      JsonNode position = entry.path("keypoints_3d").path(i);
      if (numbers[3 * i + 2] > 0 || !position.isMissingNode() && !position.isNull()) {
        points.put(
            category.path("keypoints").path(i).asString("point " + i),
            numbers[3 * i] + " " + numbers[3 * i + 1] + " " + numbers[3 * i + 2] + position);
      }
    }
    return points;
  }

  private static Set<String> segments(JsonNode entry, CocoFile file) {
    Set<String> segments = new TreeSet<>();
    for (JsonNode segment : entry.path("segments_info")) {
      ObjectNode plain = (ObjectNode) segment.deepCopy();
      plain.remove("category_id");
      segments.add(plain + category(file, segment).path("name").asString(""));
    }
    return segments;
  }

  private void differ(String file, long image, String detail) {
    findings.add(Finding.of(Fault.MERGE_DIFFERS, file, detail).ofImage(image));
  }

  private void differ(String file, String detail) {
    findings.add(Finding.of(Fault.MERGE_DIFFERS, file, detail));
  }
}
