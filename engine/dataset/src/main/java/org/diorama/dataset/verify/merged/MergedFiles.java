package org.diorama.dataset.verify.merged;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.diorama.dataset.files.Sha256;
import org.diorama.dataset.verify.finding.Examined;
import org.diorama.dataset.verify.finding.Fault;
import org.diorama.dataset.verify.finding.Finding;
import org.diorama.dataset.verify.finding.Findings;
import org.diorama.dataset.verify.read.FaultyFile;
import org.diorama.dataset.verify.read.ImageSize;
import org.diorama.dataset.verify.read.PngImage;
import org.diorama.dataset.verify.read.PngReader;
import tools.jackson.databind.JsonNode;

/**
 * Whether the files of a merged dataset are those of its sources: under {@code KIND/NAME/} what is
 * under {@code sources/NAME/KIND/}, semantic images with the new ids, and nothing else.
 */
public final class MergedFiles {
  /** The name of this check. */
  public static final String NAME = "merged files against their sources";

  private static final Set<String> WHOLE =
      Set.of(
          "merged.json",
          "_SUCCESS",
          "ATTRIBUTION",
          "annotations",
          "images",
          "sources",
          "files.jsonl");

  private final Path root;
  private final JsonNode report;
  private final Findings findings;
  private final Examined examined;

  /**
   * @param report what {@code merged.json} says
   */
  public MergedFiles(Path root, JsonNode report, Findings findings, Examined examined) {
    this.root = root;
    this.report = report;
    this.findings = findings;
    this.examined = examined;
  }

  public void check() throws IOException {
    examined.announce(NAME);
    seal();
    Set<String> folders = new TreeSet<>();
    report.path("folders").forEach(folder -> folders.add(folder.asString("")));
    Set<String> formats = new TreeSet<>();
    report.path("formats").forEach(format -> formats.add(format.asString("")));
    for (String entry : names(root)) {
      boolean ofFormat = entry.equals("yolo") && formats.contains(entry);
      if (!WHOLE.contains(entry)
          && !folders.contains(entry)
          && !ofFormat
          && !entry.startsWith(".")) {
        stray(entry);
      }
    }
    Set<String> sources = new TreeSet<>();
    report.path("sources").forEach(source -> sources.add(source.path("name").asString("")));
    folders.add("images");
    for (String folder : folders) {
      for (String entry : names(root.resolve(folder))) {
        if (!sources.contains(entry)) {
          stray(folder + "/" + entry);
        }
      }
    }
    for (String entry : names(root.resolve("sources"))) {
      if (!sources.contains(entry)) {
        stray("sources/" + entry);
      }
    }
    folders.add("annotations/panoptic");
    for (JsonNode source : report.path("sources")) {
      if (source.path("kept").asBoolean(false)) {
        for (String folder : folders) {
          folder(folder, source.path("name").asString(""), source.path("categories"));
        }
      }
    }
    new MergedForeignImages(root, report, findings, examined).check();
  }

  private void seal() throws IOException {
    Path seal = root.resolve("_SUCCESS");
    String due = Sha256.of(root.resolve("merged.json"));
    String says = Files.isRegularFile(seal) ? Files.readString(seal).strip() : "nothing";
    if (!says.equals(due)) {
      differ("_SUCCESS", "the SHA-256 of merged.json is " + due + ", it says " + says);
    }
    examined.add(NAME, 1);
  }

  private void folder(String folder, String name, JsonNode changed) throws IOException {
    Path own = root.resolve("sources").resolve(name).resolve(folder);
    Path merged = root.resolve(folder).resolve(name);
    Set<String> due = paths(own);
    if (folder.equals("annotations/panoptic")) {
      // Of a dataset in blocks the annotations lie among the images.
      due.removeIf(path -> path.endsWith(".json"));
    }
    Set<String> are = paths(merged);
    for (String path : due) {
      String place = folder + "/" + name + "/" + path;
      if (!are.contains(path)) {
        differ(place, "it is not there; sources/" + name + " has it");
      } else if (!same(own.resolve(path), merged.resolve(path), folder, changed)) {
        differ(place, "it is another than in sources/" + name);
      }
      examined.add(NAME, 1);
    }
    are.removeAll(due);
    are.forEach(path -> stray(folder + "/" + name + "/" + path));
  }

  private static boolean same(Path own, Path merged, String folder, JsonNode changed)
      throws IOException {
    return Files.isSameFile(own, merged)
        || Files.mismatch(own, merged) < 0 && (!folder.equals("semantic") || changed.isEmpty())
        || folder.equals("semantic") && sameCategories(own, merged, changed);
  }

  /** Value by value: the largest of either depth is void, others are ids. */
  private static boolean sameCategories(Path own, Path merged, JsonNode changed)
      throws IOException {
    Optional<ImageSize> size = ImageSize.of(own);
    if (size.isEmpty()) {
      return false;
    }
    try {
      PngImage before = read(own, size.get());
      PngImage after = read(merged, size.get());
      int voidBefore = (1 << before.bitDepth()) - 1;
      int voidAfter = (1 << after.bitDepth()) - 1;
      int[] due = before.gray();
      for (int i = 0; i < due.length; i++) {
        due[i] =
            due[i] == voidBefore ? voidAfter : changed.path(Integer.toString(due[i])).asInt(due[i]);
      }
      return Arrays.equals(due, after.gray());
    } catch (FaultyFile e) {
      return false;
    }
  }

  private static PngImage read(Path file, ImageSize size) throws IOException, FaultyFile {
    return PngReader.read(Files.readAllBytes(file), size.width(), size.height());
  }

  private static Set<String> paths(Path folder) throws IOException {
    Set<String> paths = new TreeSet<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        files
            .filter(Files::isRegularFile)
            .forEach(file -> paths.add(folder.relativize(file).toString()));
      }
    }
    return paths;
  }

  private static List<String> names(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
    }
  }

  private void stray(String path) {
    findings.add(Finding.of(Fault.FILE_UNLISTED, path, "it is of no source"));
  }

  private void differ(String path, String detail) {
    findings.add(Finding.of(Fault.MERGE_DIFFERS, path, detail));
  }
}
