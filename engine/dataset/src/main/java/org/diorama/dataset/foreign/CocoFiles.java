package org.diorama.dataset.foreign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.diorama.dataset.files.DatasetFolder;
import tools.jackson.databind.JsonNode;

/**
 * The files of one kind of a COCO dataset by part: {@code annotations/instances.json}, or one such
 * file a part, {@code instances_train2017.json}, or a folder of files in that file's place.
 */
final class CocoFiles {
  /** Folders of the same annotations with masks in other forms. */
  static final List<String> FORMS = List.of("coco-polygon", "coco-rle");

  private final AnnotationKind kind;
  private final SortedMap<String, List<Path>> files;
  private final SortedMap<Integer, ForeignSource.Category> categories = new TreeMap<>();
  private final Map<String, CocoHead> heads = new HashMap<>();
  private final Map<String, Map<Long, Integer>> imagesOf = new HashMap<>();

  private CocoFiles(AnnotationKind kind, SortedMap<String, List<Path>> files) throws IOException {
    this.kind = kind;
    this.files = files;
    for (Map.Entry<String, List<Path>> part : files.entrySet()) {
      heads.put(part.getKey(), CocoHead.read(part.getValue(), this::category));
    }
  }

  /** Those of a folder; none where there is no such file. */
  static CocoFiles of(Path root, AnnotationKind kind) throws IOException {
    return new CocoFiles(kind, files(root, kind));
  }

  static boolean areAt(Path root, AnnotationKind kind) throws IOException {
    return !files(root, kind).isEmpty();
  }

  private static SortedMap<String, List<Path>> files(Path root, AnnotationKind kind)
      throws IOException {
    Pattern name = kind.names();
    List<String> folders = new ArrayList<>(List.of("annotations"));
    FORMS.forEach(form -> folders.add("annotations/" + form));
    folders.add("");
    for (String folder : folders) {
      SortedMap<String, List<Path>> files = new TreeMap<>();
      for (Path entry : DatasetFolder.entries(root.resolve(folder))) {
        Matcher matcher = name.matcher(entry.getFileName().toString());
        if (!matcher.matches()) {
          continue;
        }
        List<Path> of = new ArrayList<>();
        for (Path file : Files.isDirectory(entry) ? DatasetFolder.entries(entry) : List.of(entry)) {
          if (file.getFileName().toString().endsWith(".json")) {
            of.add(file);
          }
        }
        if (!of.isEmpty()) {
          files
              .computeIfAbsent(
                  matcher.group(1) == null ? "" : matcher.group(1), key -> new ArrayList<>())
              .addAll(of);
        }
      }
      if (!files.isEmpty()) {
        return files;
      }
    }
    return new TreeMap<>();
  }

  private void category(ForeignEntry entry) {
    ForeignSource.Category category = ForeignSource.Category.of(entry);
    ForeignSource.Category before = categories.put(category.id(), category);
    if (before != null && !before.name().equals(category.name())) {
      throw entry.bad(
          "calls category %d '%s'; elsewhere it is '%s'"
              .formatted(category.id(), category.name(), before.name()));
    }
  }

  boolean areThere() {
    return !files.isEmpty();
  }

  List<String> parts() {
    return List.copyOf(files.keySet());
  }

  /** Files of a part; none where there is no such part. */
  List<Path> of(String part) {
    return files.getOrDefault(part, List.of());
  }

  /** Categories that the files list, by id. */
  List<ForeignSource.Category> categories() {
    return List.copyOf(categories.values());
  }

  /** What the files of a part begin with. */
  CocoHead head(String part) {
    return heads.getOrDefault(part, CocoHead.NONE);
  }

  void images(String part, ForeignSource.Taker taker) throws IOException {
    Map<Long, Integer> known = new HashMap<>();
    for (Path file : of(part)) {
      CocoEntries.read(
          file,
          "images",
          entry -> {
            long id = entry.whole("id");
            entry.text("file_name");
            long width = entry.whole("width");
            long height = entry.whole("height");
            if (width < 1 || height < 1 || width > 0xffff || height > 0xffff) {
              throw entry.bad("has an image of " + width + " x " + height + " pixels");
            }
            if (known.put(id, (int) (width << 16 | height)) != null) {
              throw entry.bad("has two images with the id " + id);
            }
            taker.take(entry);
          });
    }
    imagesOf.put(part, known);
  }

  void annotations(String part, ForeignSource.Taker taker) throws IOException {
    if (!imagesOf.containsKey(part)) {
      images(part, entry -> {});
    }
    Map<Long, Integer> known = imagesOf.get(part);
    for (Path file : of(part)) {
      CocoEntries.read(
          file,
          "annotations",
          entry -> {
            long image = entry.whole("image_id");
            if (!known.containsKey(image)) {
              throw entry.bad("has an annotation of image " + image + ", not listed");
            }
            if (kind == AnnotationKind.PANOPTIC) {
              segments(entry);
            } else {
              requireCategory(entry, entry.whole("category_id"));
            }
            taker.take(entry);
          });
    }
  }

  private void segments(ForeignEntry entry) {
    entry.text("file_name");
    JsonNode segments = entry.json().path("segments_info");
    if (!segments.isArray() || !segments.valueStream().allMatch(JsonNode::isObject)) {
      throw entry.bad("has an annotation whose 'segments_info' is no list of objects");
    }
    for (JsonNode segment : segments) {
      requireCategory(entry, segment.path("category_id").asLong(-1));
    }
  }

  private void requireCategory(ForeignEntry entry, long category) {
    if (category != (int) category || !categories.containsKey((int) category)) {
      throw entry.bad("has an annotation of category " + category + ", not listed");
    }
  }

  /** Width and height of an image whose part was read. */
  int[] size(String part, long image) {
    int packed = imagesOf.get(part).get(image);
    return new int[] {packed >>> 16, packed & 0xffff};
  }
}
