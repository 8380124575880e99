package org.diorama.dataset.verify.merged;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.diorama.dataset.verify.files.TrainerFiles;
import org.diorama.dataset.verify.finding.Examined;
import org.diorama.dataset.verify.finding.Fault;
import org.diorama.dataset.verify.finding.Finding;
import org.diorama.dataset.verify.finding.Findings;

/**
 * What lies among YOLO's files of a merged dataset and is of no image of it: a trainer would take
 * it in. What trainers leave there themselves is counted, and no fault.
 */
final class MergedYoloStrays {
  private static final List<String> TASKS = List.of("detect", "segment", "pose");
  private static final List<String> WHOLE = List.of("data.yaml", "images", "labels");

  private final Path root;
  private final Findings findings;
  private final Examined examined;

  MergedYoloStrays(Path root, Findings findings, Examined examined) {
    this.root = root;
    this.findings = findings;
    this.examined = examined;
  }

  /**
   * Looks through the folders of one part.
   *
   * @param due paths of its images and labels below the dataset, with slashes
   */
  void ofPart(String task, String part, Set<String> due) throws IOException {
    for (String kind : List.of("images", "labels")) {
      Path folder = root.resolve("yolo/" + task + "/" + kind + "/" + part);
      if (Files.isDirectory(folder)) {
        try (Stream<Path> files = Files.walk(folder)) {
          files.filter(Files::isRegularFile).map(this::path).sorted().forEach(p -> tell(p, due));
        }
      }
    }
  }

  /**
   * Looks at what stands above the folders of parts.
   *
   * @param parts that annotation files tell of
   */
  void above(Set<String> parts) throws IOException {
    entries("yolo", new TreeSet<>(TASKS));
    for (String task : TASKS) {
      entries("yolo/" + task, new TreeSet<>(WHOLE));
      entries("yolo/" + task + "/images", parts);
      entries("yolo/" + task + "/labels", parts);
    }
  }

  private void entries(String folder, Set<String> known) throws IOException {
    if (Files.isDirectory(root.resolve(folder))) {
      Set<String> due = new TreeSet<>();
      known.forEach(name -> due.add(folder + "/" + name));
      try (Stream<Path> entries = Files.list(root.resolve(folder))) {
        entries.map(this::path).sorted().forEach(path -> tell(path, due));
      }
    }
  }

  private void tell(String path, Set<String> due) {
    if (TrainerFiles.are(path)) {
      examined.add(TrainerFiles.check(path), 1);
    } else if (!due.contains(path)) {
      findings.add(Finding.of(Fault.FILE_UNLISTED, path, "it is of no image of the dataset"));
    }
  }

  private String path(Path file) {
    return root.relativize(file).toString().replace('\\', '/');
  }
}
