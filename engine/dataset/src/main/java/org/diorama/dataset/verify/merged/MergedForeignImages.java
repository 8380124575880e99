package org.diorama.dataset.verify.merged;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.diorama.dataset.files.RealPaths;
import org.diorama.dataset.files.Sha256;
import org.diorama.dataset.verify.files.ListedFile;
import org.diorama.dataset.verify.finding.Examined;
import org.diorama.dataset.verify.finding.Fault;
import org.diorama.dataset.verify.finding.Finding;
import org.diorama.dataset.verify.finding.Findings;
import org.diorama.dataset.verify.json.Json;
import org.diorama.dataset.verify.read.FaultyFile;
import tools.jackson.databind.JsonNode;

/**
 * Whether the images that other makers' datasets brought into a merged one are what they were: by
 * the hashes of {@code files.jsonl}, whose own is in {@code merged.json}.
 */
final class MergedForeignImages {
  private static final String NAME = "images of other makers and their SHA-256";
  private static final String LIST = "files.jsonl";

  private final Path root;
  private final JsonNode report;
  private final Findings findings;
  private final Examined examined;

  MergedForeignImages(Path root, JsonNode report, Findings findings, Examined examined) {
    this.root = root;
    this.report = report;
    this.findings = findings;
    this.examined = examined;
  }

  void check() throws IOException {
    Set<String> unlisted = there();
    if (unlisted.isEmpty() && !Files.exists(root.resolve(LIST))) {
      find(LIST, "it is not there");
      return;
    }
    if (!unlisted.isEmpty()) {
      examined.announce(NAME);
    }
    compare(LIST, ListedFile.of(report.path("hashes")));
    try (BufferedReader lines = Files.newBufferedReader(root.resolve(LIST))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        ListedFile listed = ListedFile.of(Json.parse(line.getBytes(StandardCharsets.UTF_8)));
        compare(listed.path(), listed);
        unlisted.remove(listed.path());
        examined.add(NAME, 1);
      }
    } catch (NoSuchFileException e) {
      return;
    } catch (FaultyFile e) {
      findings.add(Finding.of(e.fault(), LIST, e.getMessage()));
      return;
    }
    unlisted.forEach(
        path -> findings.add(Finding.of(Fault.FILE_UNLISTED, path, "it is of no source")));
  }

  /** Paths of other makers' images. */
  private Set<String> there() throws IOException {
    Set<String> there = new TreeSet<>();
    for (JsonNode source : report.path("sources")) {
      if (!source.path("kept").asBoolean(false)) {
        for (String kind : new String[] {"images", "annotations/panoptic"}) {
          Path folder = root.resolve(kind).resolve(source.path("name").asString(""));
          if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
              files
                  .filter(Files::isRegularFile)
                  .forEach(file -> there.add(root.relativize(file).toString().replace('\\', '/')));
            }
          }
        }
      }
    }
    return there;
  }

  private void compare(String path, ListedFile due) throws IOException {
    Path file = root.resolve(path);
    if (!RealPaths.isBelow(root, file)) {
      find(LIST, "'" + path + "' is no path inside the dataset");
    } else if (!Files.isRegularFile(file)) {
      find(path, "it is not there; it had " + due.bytes() + " bytes");
    } else if (Files.size(file) != due.bytes()) {
      find(path, Files.size(file) + " bytes, when it was merged " + due.bytes());
    } else {
      String digest = Sha256.of(file);
      if (!digest.equals(due.sha256())) {
        find(path, "SHA-256 " + digest + ", when it was merged " + due.sha256());
      }
    }
  }

  private void find(String path, String detail) {
    findings.add(Finding.of(Fault.MERGE_DIFFERS, path, detail));
  }
}
