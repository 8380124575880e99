package org.diorama.dataset.foreign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.dataset.StoredDataset;
import org.diorama.dataset.files.DatasetFolder;
import org.diorama.dataset.files.FileFailures;
import org.diorama.dataset.files.Sha256;
import org.diorama.dataset.json.StrictJson;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** A dataset that is to be merged: COCO's files of every kind, and the files beside the images. */
final class MergeSource {
  private static final String MANIFEST = "dataset.json";

  /**
   * Of a dataset of ours, or a merged one: what belongs to it as a whole, or is made of the rest.
   */
  private static final Set<String> NO_PLANES =
      Set.of("images", "annotations", "records", "scene", "blocks", "yolo", Merging.SOURCES);

  private final String name;
  private final Path root;
  private final Map<AnnotationKind, CocoFiles> files = new EnumMap<>(AnnotationKind.class);
  private final Optional<JsonNode> manifest;
  private final boolean merged;
  private final Map<String, Map<Long, Long>> newIds = new HashMap<>();
  private final SortedMap<String, Long> annotations = new TreeMap<>();
  private long images;

  /**
   * @param name of its folders in the merged dataset
   * @throws DioramaException BAD_INPUT where there is no such dataset, or one of ours is unfinished
   */
  MergeSource(String name, Path root) throws IOException {
    this.name = name;
    this.root = root;
    if (!CocoFiles.areAt(root, AnnotationKind.INSTANCES)) {
      throw new DioramaException(
          ExitStatus.BAD_INPUT,
          root
              + " holds no COCO dataset: no annotations/instances*.json"
              + (StoredDataset.isAt(root)
                  ? "; add it: tools/diorama convert " + root + " --to coco"
                  : YoloFolders.advice(root)));
    }
    if (StoredDataset.isAt(root)) {
      if (!Files.exists(root.resolve("_SUCCESS"))) {
        throw new DioramaException(
            ExitStatus.BAD_INPUT, root + " is not finished; run: tools/diorama finish " + root);
      }
      manifest = Optional.of(readManifest(root.resolve(MANIFEST)));
    } else {
      manifest = Optional.empty();
    }
    merged = Files.isRegularFile(root.resolve(Merging.REPORT));
    for (AnnotationKind kind : AnnotationKind.values()) {
      files.put(kind, CocoFiles.of(root, kind));
    }
  }

  private static JsonNode readManifest(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new DioramaException(ExitStatus.BAD_INPUT, file + ": there is no such manifest");
    }
    try {
      JsonNode manifest = StrictJson.instance().readTree(Files.readAllBytes(file));
      if (!manifest.path("cameras").isArray()) {
        throw new DioramaException(ExitStatus.BAD_INPUT, file + ": no manifest: it has no cameras");
      }
      return manifest;
    } catch (JacksonException e) {
      throw StrictJson.unreadable(file.toString(), "manifest", e);
    }
  }

  String name() {
    return name;
  }

  Path root() {
    return root;
  }

  /** Formats beside COCO's own that its labels are there in. */
  List<String> formats() throws IOException {
    List<String> formats = new ArrayList<>();
    for (String form : CocoFiles.FORMS) {
      if (Files.isDirectory(root.resolve("annotations").resolve(form))) {
        formats.add(form);
      }
    }
    if (YoloSource.areBelow(root)) {
      formats.add(ForeignTargets.YOLO);
    }
    return formats;
  }

  List<String> parts() {
    return files.get(AnnotationKind.INSTANCES).parts();
  }

  CocoFiles files(AnnotationKind kind) {
    return files.get(kind);
  }

  /** Categories of all kinds, each id once. */
  List<ForeignSource.Category> categories() {
    SortedMap<Integer, ForeignSource.Category> found = new TreeMap<>();
    for (CocoFiles kind : files.values()) {
      for (ForeignSource.Category category : kind.categories()) {
        found.putIfAbsent(category.id(), category);
      }
    }
    return List.copyOf(found.values());
  }

  Path file(String part, String fileName) throws IOException {
    return CocoSource.image(root, part, fileName);
  }

  void renumber(String part, long image, long newId) {
    images++;
    newIds.computeIfAbsent(part, key -> new HashMap<>()).put(image, newId);
  }

  /**
   * @throws DioramaException BAD_INPUT where the file of instances has no such image
   */
  long newImage(String part, ForeignEntry entry, String key) {
    Long newId = newIds.getOrDefault(part, Map.of()).get(entry.whole(key));
    if (newId == null) {
      throw entry.bad("names image " + entry.json().path(key) + ", which the instances don't list");
    }
    return newId;
  }

  /** Folders of files beside the images; none of other makers' datasets. */
  List<String> planeFolders() throws IOException {
    List<String> folders = new ArrayList<>();
    if (isKept()) {
      for (String entry : DatasetFolder.names(root)) {
        if (Files.isDirectory(root.resolve(entry)) && !NO_PLANES.contains(entry)) {
          folders.add(entry);
        }
      }
    }
    return folders;
  }

  /** How names end in a folder of files beside the images: {@code .npy} or {@code .exr}. */
  SortedSet<String> fileForms(String folder) {
    SortedSet<String> forms = new TreeSet<>();
    try {
      for (Path file : DatasetFolder.filesBelow(root.resolve(folder))) {
        String called = file.getFileName().toString();
        forms.add(called.substring(Math.max(0, called.lastIndexOf('.'))));
      }
    } catch (IOException e) {
      throw FileFailures.writing(root, e);
    }
    return forms;
  }

  /** The image of a panoptic annotation. */
  Path panopticFile(String part, String fileName) throws IOException {
    return CocoSource.panoptic(root, part, fileName);
  }

  Optional<Double> depthScale() {
    return manifest.map(json -> json.at("/conventions/depth_scale").asDouble());
  }

  List<String> cameras() {
    return manifest
        .map(json -> json.get("cameras").valueStream().map(JsonNode::asString).toList())
        .orElse(List.of());
  }

  boolean isOurs() {
    return manifest.isPresent();
  }

  boolean isMerged() {
    return merged;
  }

  /** Whether all of it goes in: it is ours, or merged itself. */
  boolean isKept() {
    return isOurs() || isMerged();
  }

  void count(AnnotationKind kind) {
    annotations.merge(kind.text(), 1L, Long::sum);
  }

  SortedMap<String, Long> annotations() {
    return annotations;
  }

  MergeReport.Source report(SortedMap<Integer, Integer> changed) throws IOException {
    Optional<MergeReport.Origin> origin =
        manifest.isPresent() ? Optional.of(origin(manifest.get())) : Optional.empty();
    return new MergeReport.Source(
        name, isKept(), images, annotations, changed, depthScale(), cameras(), origin);
  }

  private MergeReport.Origin origin(JsonNode json) throws IOException {
    return new MergeReport.Origin(
        json.path("scene").asString(""),
        json.path("seed").asLong(),
        json.path("configuration_digest").asString(""),
        Sha256.of(root.resolve(MANIFEST)),
        json.path("frames").asString(""));
  }
}
