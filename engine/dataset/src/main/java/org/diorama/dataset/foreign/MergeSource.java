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
import java.util.TreeMap;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.dataset.StoredDataset;
import org.diorama.dataset.files.DatasetFolder;
import org.diorama.dataset.json.StrictJson;
import tools.jackson.databind.JsonNode;

/** A dataset that is to be merged: COCO's files of every kind, and the files beside the images. */
final class MergeSource {
  /** Of a dataset of ours: what belongs to it as a whole, or is made of the rest. */
  private static final Set<String> NO_PLANES =
      Set.of("images", "annotations", "records", "scene", "blocks", "yolo");

  private final String name;
  private final Path root;
  private final Map<AnnotationKind, CocoFiles> files = new EnumMap<>(AnnotationKind.class);
  private final Optional<JsonNode> manifest;
  private final Map<String, Map<Long, Long>> newIds = new HashMap<>();

  /**
   * @param name of its folders in the merged dataset
   * @throws DioramaException BAD_INPUT where there is no such dataset, or one of ours is unfinished
   */
  MergeSource(String name, Path root) throws IOException {
    this.name = name;
    this.root = root;
    if (!CocoFiles.areAt(root, AnnotationKind.INSTANCES)) {
      throw new DioramaException(
          ExitStatus.BAD_INPUT, root + " holds no COCO dataset: no annotations/instances*.json");
    }
    if (StoredDataset.isAt(root)) {
      if (!Files.exists(root.resolve("_SUCCESS"))) {
        throw new DioramaException(
            ExitStatus.BAD_INPUT, root + " is not finished; run: tools/diorama finish " + root);
      }
      manifest =
          Optional.of(
              StrictJson.instance().readTree(Files.readAllBytes(root.resolve("dataset.json"))));
    } else {
      manifest = Optional.empty();
    }
    for (AnnotationKind kind : AnnotationKind.values()) {
      files.put(kind, CocoFiles.of(root, kind));
    }
  }

  String name() {
    return name;
  }

  Path root() {
    return root;
  }

  List<String> parts() {
    return files.get(AnnotationKind.INSTANCES).parts();
  }

  /** Files of a kind and part; none where there is no such file. */
  List<Path> files(AnnotationKind kind, String part) {
    return files.get(kind).of(part);
  }

  /** Categories of all kinds, each id once. */
  List<ForeignSource.Category> categories() {
    SortedMap<Integer, ForeignSource.Category> found = new TreeMap<>();
    for (AnnotationKind kind : AnnotationKind.values()) {
      for (ForeignSource.Category category : categories(kind)) {
        found.putIfAbsent(category.id(), category);
      }
    }
    return List.copyOf(found.values());
  }

  /** Categories that the files of a kind list. */
  List<ForeignSource.Category> categories(AnnotationKind kind) {
    return files.get(kind).categories();
  }

  /** Images of a part, in order, each as it stands. */
  void images(String part, ForeignSource.Taker taker) throws IOException {
    files.get(AnnotationKind.INSTANCES).images(part, taker);
  }

  Path file(String part, String fileName) throws IOException {
    return CocoSource.image(root, part, fileName);
  }

  void renumber(String part, long image, long newId) {
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
    if (manifest.isPresent()) {
      for (String entry : DatasetFolder.names(root)) {
        if (Files.isDirectory(root.resolve(entry)) && !NO_PLANES.contains(entry)) {
          folders.add(entry);
        }
      }
    }
    return folders;
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
}
