package org.diorama.dataset.verify.frame;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.diorama.dataset.verify.files.FrameGroup;
import org.diorama.dataset.verify.files.ManifestFacts;
import org.diorama.dataset.verify.finding.Examined;
import org.diorama.dataset.verify.finding.Fault;
import org.diorama.dataset.verify.finding.Finding;
import org.diorama.dataset.verify.finding.Findings;
import org.diorama.dataset.verify.json.CocoFile;
import org.diorama.dataset.verify.label.CocoIdCheck;
import org.diorama.dataset.verify.read.FaultyFile;
import tools.jackson.databind.JsonNode;

/** The annotation files of a group of frames, open for reading by several threads. */
final class GroupAnnotations implements AutoCloseable {
  private final Map<String, CocoFile> instances = new LinkedHashMap<>();
  private final Map<String, CocoFile> panoptic = new LinkedHashMap<>();
  private final Map<String, CocoFile> keypoints = new LinkedHashMap<>();
  private final Findings findings;

  private GroupAnnotations(Findings findings) {
    this.findings = findings;
  }

  /** The folders of the formats that a group's list of files has, below {@code annotations/}. */
  static List<String> formats(FrameGroup group) {
    return Stream.of("", "coco-polygon/", "coco-rle/")
        .filter(
            format ->
                group.files().stream()
                    .anyMatch(
                        file -> file.path().startsWith("annotations/" + format + "instances")))
        .toList();
  }

  /**
   * Opens the files that can be read, and looks at each as a whole.
   *
   * @param format one of {@link #formats}
   */
  static GroupAnnotations open(
      Path root,
      String format,
      ManifestFacts manifest,
      FrameGroup group,
      Findings findings,
      Examined examined)
      throws IOException {
    GroupAnnotations annotations = new GroupAnnotations(findings);
    CategoryFacts categories = new CategoryFacts(manifest.categories());
    List<String> parts = manifest.splits().isEmpty() ? List.of("") : manifest.splits();
    for (String part : parts) {
      String suffix = part.isEmpty() ? "" : "_" + part;
      annotations.open(
          root, group.annotations(format + "instances" + suffix), annotations.instances);
      String points = group.annotations(format + "keypoints" + suffix);
      if (group.files().stream().anyMatch(file -> file.path().equals(points))) {
        annotations.open(root, points, annotations.keypoints);
      }
      if (format.isEmpty()) {
        annotations.open(root, group.annotations("panoptic" + suffix), annotations.panoptic);
      }
    }
    annotations.instances.forEach(
        (path, file) -> {
          new CocoIdCheck(path, file, findings).check(examined);
          annotations.categories(path, file, categories.things());
        });
    annotations.keypoints.forEach(
        (path, file) -> new CocoIdCheck(path, file, findings).check(examined));
    annotations.panoptic.forEach(
        (path, file) -> annotations.categories(path, file, categories.listed()));
    return annotations;
  }

  private void open(Path root, String path, Map<String, CocoFile> files) throws IOException {
    try {
      files.put(path, CocoFile.open(root.resolve(path)));
    } catch (NoSuchFileException e) {
      if (!Files.exists(root.resolve(path))) {
        findings.add(Finding.of(Fault.FILE_MISSING, path, "annotations are not there"));
      }
    } catch (FaultyFile e) {
      findings.add(Finding.of(e.fault(), path, e.getMessage()));
    }
  }

  private void categories(String path, CocoFile file, Stream<JsonNode> due) {
    List<String> written = new ArrayList<>();
    file.categories().forEach(category -> written.add(text(category)));
    List<String> wanted = new ArrayList<>();
    due.forEach(category -> wanted.add(text(category)));
    if (!written.equals(wanted)) {
      findings.add(
          Finding.of(Fault.CATEGORIES_WRONG, path, written + ", the dataset's are " + wanted));
    }
  }

  private static String text(JsonNode category) {
    return category.path("id").asString("?") + " " + category.path("name").asString("?");
  }

  /** What the files say of one image; those that cannot be read are told once each. */
  CocoImageEvidence of(long imageId) throws IOException {
    Map<String, JsonNode> images = new LinkedHashMap<>();
    Map<String, JsonNode> segments = new LinkedHashMap<>();
    for (Map.Entry<String, CocoFile> file : instances.entrySet()) {
      try {
        if (file.getValue().hasImage(imageId)) {
          images.put(file.getKey(), file.getValue().imageOfId(imageId));
        }
      } catch (FaultyFile e) {
        findings.add(Finding.of(e.fault(), file.getKey(), e.getMessage()));
      }
    }
    for (Map.Entry<String, CocoFile> file : panoptic.entrySet()) {
      try {
        for (int index : file.getValue().annotationsOf(imageId)) {
          segments.put(file.getKey(), file.getValue().annotation(index));
        }
      } catch (FaultyFile e) {
        findings.add(Finding.of(e.fault(), file.getKey(), e.getMessage()));
      }
    }
    return new CocoImageEvidence(
        images,
        entries(instances, imageId),
        segments,
        entries(keypoints, imageId),
        !panoptic.isEmpty());
  }

  private List<CocoImageEvidence.Entry> entries(Map<String, CocoFile> files, long imageId)
      throws IOException {
    List<CocoImageEvidence.Entry> entries = new ArrayList<>();
    for (Map.Entry<String, CocoFile> file : files.entrySet()) {
      try {
        for (int index : file.getValue().annotationsOf(imageId)) {
          entries.add(
              new CocoImageEvidence.Entry(file.getKey(), file.getValue().annotation(index)));
        }
      } catch (FaultyFile e) {
        findings.add(Finding.of(e.fault(), file.getKey(), e.getMessage()));
      }
    }
    return entries;
  }

  @Override
  public void close() throws IOException {
    for (Map<String, CocoFile> files : List.of(instances, panoptic, keypoints)) {
      for (CocoFile file : files.values()) {
        file.close();
      }
    }
  }
}
