package org.diorama.dataset.verify.frame;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.diorama.dataset.verify.files.ListedFile;
import org.diorama.dataset.verify.files.ManifestFacts;
import org.diorama.dataset.verify.finding.Fault;
import org.diorama.dataset.verify.finding.Finding;
import org.diorama.dataset.verify.finding.Findings;
import org.diorama.dataset.verify.json.Json;
import org.diorama.dataset.verify.read.FaultyFile;
import org.diorama.dataset.verify.read.PresentFile;

/**
 * Each {@code data.yaml} of YOLO's tasks: its classes by number and name, the folders of its
 * splits, and how many points an object has.
 */
public final class YoloDataCheck {
  private static final String FLIP = "flip_idx: ";

  private final Path root;
  private final ManifestFacts manifest;
  private final Findings findings;

  public YoloDataCheck(Path root, ManifestFacts manifest, Findings findings) {
    this.root = root;
    this.manifest = manifest;
    this.findings = findings;
  }

  /** Looks at those that the manifest lists. */
  public void check() throws IOException {
    YoloNames names = YoloNames.of(root, manifest);
    for (YoloLines.Task task : YoloLines.Task.values()) {
      String path = task.path("data.yaml");
      if (manifest.own().stream().map(ListedFile::path).anyMatch(path::equals)) {
        try {
          compare(path, PresentFile.bytes(root.resolve(path)), due(task, names), names.points());
        } catch (NoSuchFileException | FaultyFile e) {
          // The list of files tells.
        }
      }
    }
  }

  private void compare(String path, byte[] file, List<String> due, int points) {
    List<String> lines =
        new String(file, StandardCharsets.UTF_8)
            .lines()
            .filter(line -> !line.startsWith("#") && !isFlip(line, points))
            .toList();
    if (!lines.equals(due)) {
      findings.add(
          Finding.of(Fault.YOLO_DATA_WRONG, path, "its lines are " + lines + ", due " + due));
    }
  }

  /** Whether a line says which point is which one's mirror image: each is that of its own. */
  private static boolean isFlip(String line, int points) {
    if (!line.startsWith(FLIP)) {
      return false;
    }
    String[] texts = line.substring(FLIP.length()).replaceAll("[\\[\\] ]", "").split(",");
    int[] mirror = Stream.of(texts).mapToInt(YoloDataCheck::whole).toArray();
    return mirror.length == points
        && IntStream.range(0, points)
            .allMatch(i -> mirror[i] >= 0 && mirror[i] < points && mirror[mirror[i]] == i);
  }

  private static int whole(String text) {
    return text.matches("\\d{1,6}") ? Integer.parseInt(text) : -1;
  }

  private List<String> due(YoloLines.Task task, YoloNames names) {
    List<String> splits = manifest.splits();
    List<String> due = new ArrayList<>();
    String first = splits.isEmpty() ? "all" : splits.get(0);
    String last = splits.isEmpty() ? "all" : splits.get(splits.size() - 1);
    due.add("train: images/" + (splits.contains("train") ? "train" : first));
    due.add("val: images/" + (splits.contains("val") ? "val" : last));
    for (String split : splits) {
      if (!split.equals("train") && !split.equals("val")) {
        due.add(split + ": images/" + split);
      }
    }
    if (task == YoloLines.Task.POSE) {
      due.add("kpt_shape: [" + names.points() + ", 3]");
    }
    due.add("names:");
    names
        .classes(task)
        .forEach((id, index) -> due.add("  " + index + ": " + json(names.names().get(id))));
    if (task == YoloLines.Task.POSE) {
      due.add("kpt_names:");
      names
          .classes(task)
          .forEach((id, index) -> due.add("  " + index + ": " + json(names.pointsOf(id))));
    }
    return due;
  }

  /** A text, or several, as JSON has them, which YAML reads alike. */
  private static String json(Object value) {
    return new String(Json.bytes(value), StandardCharsets.UTF_8);
  }
}
