package org.diorama.dataset.foreign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
import tools.jackson.databind.node.ObjectNode;

/** A dataset that is to be merged: COCO's files of every kind, and the files beside the images. */
final class MergeSource {
  /** COCO's kinds of files; the first decides which images there are. */
  static final List<String> KINDS = List.of("instances", "stuff", "keypoints", "panoptic");

  /** Of a dataset of ours: what belongs to it as a whole, or is made of the rest. */
  private static final Set<String> NO_PLANES =
      Set.of("images", "annotations", "records", "scene", "blocks", "yolo");

  private final String name;
  private final Path root;
  private final CocoSource images;
  private final Map<String, SortedMap<String, List<Path>>> files = new LinkedHashMap<>();
  private final Optional<JsonNode> manifest;
  private final Map<String, Map<Long, Long>> newIds = new HashMap<>();

  /**
   * @param name of its folders in the merged dataset
   * @throws DioramaException BAD_INPUT where there is no such dataset, or one of ours is unfinished
   */
  MergeSource(String name, Path root) throws IOException {
    this.name = name;
    this.root = root;
    if (!CocoSource.isAt(root)) {
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
    images = CocoSource.open(root);
    for (String kind : KINDS) {
      files.put(kind, CocoSource.files(root, kind));
    }
  }

  String name() {
    return name;
  }

  Path root() {
    return root;
  }

  List<String> parts() {
    return images.parts();
  }

  /** Files of a kind and part; none where there is no such file. */
  List<Path> files(String kind, String part) {
    return files.get(kind).getOrDefault(part, List.of());
  }

  /** Categories of all kinds, each id once. */
  List<ForeignSource.Category> categories() throws IOException {
    SortedMap<Integer, ForeignSource.Category> found = new TreeMap<>();
    for (String kind : KINDS) {
      for (ForeignSource.Category category : categories(kind)) {
        found.putIfAbsent(category.id(), category);
      }
    }
    return List.copyOf(found.values());
  }

  /** Categories that the files of a kind list. */
  List<ForeignSource.Category> categories(String kind) throws IOException {
    return CocoSource.categories(files.get(kind));
  }

  /** Images of a part, in order, each as it stands. */
  void images(String part, ForeignSource.Taker taker) throws IOException {
    images.images(part, taker);
  }

  Path file(String part, String fileName) throws IOException {
    return images.file(part, fileName);
  }

  void renumber(String part, long image, long newId) {
    newIds.computeIfAbsent(part, key -> new HashMap<>()).put(image, newId);
  }

  /**
   * @throws DioramaException BAD_INPUT where the file of instances has no such image
   */
  long newImage(Path file, String part, ObjectNode entry, String key) {
    Long newId = newIds.getOrDefault(part, Map.of()).get(entry.path(key).asLong(-1));
    if (newId == null) {
      throw CocoEntries.bad(
          file, "names image " + entry.path(key) + ", which the instances don't list");
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
    Path annotations = root.resolve("annotations");
    return RealPaths.within(
        root,
        List.of(annotations.resolve("panoptic"), annotations.resolve("panoptic_" + part)),
        fileName);
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
