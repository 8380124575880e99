package org.diorama.dataset.verify.merged;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.diorama.dataset.verify.finding.Examined;
import org.diorama.dataset.verify.finding.Fault;
import org.diorama.dataset.verify.finding.Finding;
import org.diorama.dataset.verify.finding.Findings;
import org.diorama.dataset.verify.json.Json;
import tools.jackson.databind.JsonNode;

/**
 * A {@code data.yaml} of a merged dataset: the classes are the categories of COCO's files in their
 * order, each part has its folder, and trainers find theirs under {@code train} and {@code val}.
 */
final class MergedYoloData {
  private static final String FLIP = "flip_idx: ";

  /** The name of this check. */
  static final String NAME = "data.yaml of merged labels of YOLO";

  private final Path root;
  private final Findings findings;
  private final Examined examined;

  MergedYoloData(Path root, Findings findings, Examined examined) {
    this.root = root;
    this.findings = findings;
    this.examined = examined;
  }

  /**
   * @param task its folder, such as {@code detect}
   * @param parts names of those that have images
   * @param categories COCO's, in the order of their file
   */
  void check(String task, SortedSet<String> parts, List<JsonNode> categories) throws IOException {
    String path = "yolo/" + task + "/data.yaml";
    Path file = root.resolve(path);
    examined.add(NAME, 1);
    if (!Files.isRegularFile(file)) {
      find(path, "it is not there");
      return;
    }
    List<String> lines =
        Files.readAllLines(file, StandardCharsets.UTF_8).stream()
            .filter(line -> !line.startsWith("#"))
            .toList();
    Optional<String> mirror = lines.stream().filter(line -> line.startsWith(FLIP)).findFirst();
    List<String> due = due(task, parts, categories);
    List<String> rest = lines.stream().filter(line -> !line.startsWith(FLIP)).toList();
    if (!rest.equals(due)) {
      List<String> other = new ArrayList<>(rest);
      other.removeAll(due);
      List<String> lacking = new ArrayList<>(due);
      lacking.removeAll(rest);
      find(path, "it has " + other + ", and not " + lacking);
    } else if (mirror.isPresent() && !isMirror(mirror.get(), most(categories))) {
      find(path, "'" + mirror.get() + "' does not lead each point to one that leads back");
    }
  }

  private static List<String> due(String task, SortedSet<String> parts, List<JsonNode> categories) {
    List<String> due = new ArrayList<>();
    // Parts stand in the order of their names, and what is in none has none.
    List<String> folders = new ArrayList<>(parts);
    if (folders.remove(MergedYolo.WHOLE)) {
      folders.add(0, MergedYolo.WHOLE);
    }
    String last = folders.get(folders.size() - 1);
    due.add("train: images/" + (parts.contains("train") ? "train" : folders.get(0)));
    due.add("val: images/" + (parts.contains("val") ? "val" : last));
    for (String part : folders) {
      boolean alone = part.equals(MergedYolo.WHOLE) && folders.size() == 1;
      if (!part.equals("train") && !part.equals("val") && !alone) {
        due.add(part + ": images/" + part);
      }
    }
    boolean posed = task.equals("pose");
    if (posed) {
      due.add("kpt_shape: [" + most(categories) + ", 3]");
    }
    due.add("names:");
    for (int i = 0; i < categories.size(); i++) {
      due.add("  " + i + ": " + text(categories.get(i).path("name")));
    }
    if (posed) {
      due.add("kpt_names:");
      for (int i = 0; i < categories.size(); i++) {
        due.add("  " + i + ": " + text(categories.get(i).path("keypoints")));
      }
    }
    return due;
  }

  private static int most(List<JsonNode> categories) {
    return categories.stream().mapToInt(each -> each.path("keypoints").size()).max().orElse(0);
  }

  private static String text(JsonNode json) {
    return new String(Json.bytes(json), StandardCharsets.UTF_8);
  }

  private static boolean isMirror(String line, int points) {
    String[] texts = line.substring(FLIP.length()).replaceAll("[\\[\\] ]", "").split(",");
    if (texts.length != points) {
      return false;
    }
    for (int i = 0; i < points; i++) {
      String there = texts[i].matches("\\d{1,6}") ? texts[i] : "-1";
      int other = Integer.parseInt(there);
      if (other < 0 || other >= points || !texts[other].equals(Integer.toString(i))) {
        return false;
      }
    }
    return true;
  }

  private void find(String path, String detail) {
    findings.add(Finding.of(Fault.MERGE_DIFFERS, path, detail));
  }
}
