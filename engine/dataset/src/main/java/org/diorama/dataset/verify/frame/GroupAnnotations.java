package org.diorama.dataset.verify.frame;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
  /** Files by kind, in each by path. */
  private final Map<String, Map<String, CocoFile>> kinds = new LinkedHashMap<>();

  /** Kinds of which a file could not be read. */
  private final Set<String> unread = new HashSet<>();

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
      annotations.open(root, group, format, CocoImageEvidence.INSTANCES, suffix);
      if (format.isEmpty()) {
        annotations.open(root, group, format, CocoImageEvidence.PANOPTIC, suffix);
      }
      for (String kind : List.of(CocoImageEvidence.KEYPOINTS, CocoImageEvidence.STUFF)) {
        String path = group.annotations(format + kind + suffix);
        if (group.files().stream().anyMatch(file -> file.path().equals(path))) {
          annotations.open(root, group, format, kind, suffix);
        }
      }
    }
    annotations.kinds.forEach(
        (kind, files) ->
            files.forEach(
                (path, file) -> {
                  new CocoIdCheck(path, file, findings).check(examined);
                  annotations.surplus(path, file, manifest, group);
                }));
    annotations.categories(
        CocoImageEvidence.INSTANCES, categories.things().map(CategoryFacts::text));
    annotations.categories(
        CocoImageEvidence.PANOPTIC, categories.listed().map(CategoryFacts::panopticText));
    annotations.skeletons(SkeletonFacts.of(root));
    annotations.categories(CocoImageEvidence.STUFF, categories.stuff().map(CategoryFacts::text));
    return annotations;
  }

  /** Images that no frame of the group has. */
  private void surplus(String path, CocoFile file, ManifestFacts manifest, FrameGroup group) {
    for (int i = 0; i < file.imageCount(); i++) {
      long id = file.imageId(i);
      long frame = Math.floorDiv(id - 1, manifest.cameras().size());
      if (id != CocoFile.NO_ID && !group.frames().contains(frame)) {
        findings.add(
            Finding.of(Fault.IMAGE_SURPLUS, path, "frame " + frame + " is not there").ofImage(id));
      }
    }
  }

  private void open(Path root, FrameGroup group, String format, String kind, String suffix)
      throws IOException {
    Map<String, CocoFile> files = kinds.computeIfAbsent(kind, name -> new LinkedHashMap<>());
    String path = group.annotations(format + kind + suffix);
    try {
      files.put(path, CocoFile.open(root.resolve(path)));
    } catch (NoSuchFileException e) {
      unread.add(kind);
      if (group.files().stream().noneMatch(file -> file.path().equals(path))) {
        findings.add(Finding.of(Fault.FILE_MISSING, path, "annotations are not there"));
      }
    } catch (FaultyFile e) {
      unread.add(kind);
      findings.add(Finding.of(e.fault(), path, e.getMessage()));
    }
  }

  private void categories(String kind, Stream<String> due) {
    List<String> wanted = due.toList();
    files(kind)
        .forEach(
            (path, file) -> {
              List<String> written =
                  file.categories().stream().map(CategoryFacts::written).toList();
              if (!written.equals(wanted)) {
                findings.add(
                    Finding.of(
                        Fault.CATEGORIES_WRONG, path, written + ", the dataset's are " + wanted));
              }
            });
  }

  private void skeletons(SkeletonFacts skeletons) {
    files(CocoImageEvidence.KEYPOINTS)
        .forEach(
            (path, file) ->
                file.categories()
                    .forEach(
                        category ->
                            skeletons
                                .fault(category)
                                .ifPresent(
                                    fault ->
                                        findings.add(
                                            Finding.of(Fault.CATEGORIES_WRONG, path, fault)))));
  }

  private Map<String, CocoFile> files(String kind) {
    return kinds.getOrDefault(kind, Map.of());
  }

  /** What the files say of one image; those that cannot be read are told once each. */
  CocoImageEvidence of(long imageId) throws IOException {
    Map<String, Map<String, JsonNode>> images = new LinkedHashMap<>();
    for (String kind : kinds.keySet()) {
      images.put(kind, images(kind, imageId));
    }
    Map<String, JsonNode> segments = new LinkedHashMap<>();
    for (CocoImageEvidence.Entry entry : entries(CocoImageEvidence.PANOPTIC, imageId)) {
      segments.put(entry.file(), entry.json());
    }
    Set<Integer> posed = new HashSet<>();
    files(CocoImageEvidence.KEYPOINTS)
        .values()
        .forEach(file -> file.categories().forEach(c -> posed.add(c.path("id").asInt(0))));
    return new CocoImageEvidence(
        images,
        entries(CocoImageEvidence.INSTANCES, imageId),
        segments,
        entries(CocoImageEvidence.KEYPOINTS, imageId),
        posed,
        entries(CocoImageEvidence.STUFF, imageId),
        unread);
  }

  private Map<String, JsonNode> images(String kind, long imageId) throws IOException {
    Map<String, JsonNode> images = new LinkedHashMap<>();
    for (Map.Entry<String, CocoFile> file : files(kind).entrySet()) {
      try {
        if (file.getValue().hasImage(imageId)) {
          images.put(file.getKey(), file.getValue().imageOfId(imageId));
        }
      } catch (FaultyFile e) {
        findings.add(Finding.of(e.fault(), file.getKey(), e.getMessage()));
      }
    }
    return images;
  }

  private List<CocoImageEvidence.Entry> entries(String kind, long imageId) throws IOException {
    List<CocoImageEvidence.Entry> entries = new ArrayList<>();
    for (Map.Entry<String, CocoFile> file : files(kind).entrySet()) {
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
    for (Map<String, CocoFile> files : kinds.values()) {
      for (CocoFile file : files.values()) {
        file.close();
      }
    }
  }
}
