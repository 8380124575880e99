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
import org.diorama.dataset.json.StrictJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A COCO dataset: {@code annotations/instances.json}, or one such file a part, {@code
 * instances_train2017.json}, or a folder of files in that file's place. Images lie in {@code
 * images/}, or in a folder of the part's name.
 */
final class CocoSource implements ForeignSource {
  /** Folders of the same annotations with masks in other forms. */
  private static final List<String> FORMS = List.of("coco-polygon", "coco-rle");

  private final Path root;
  private final SortedMap<String, List<Path>> files;
  private final List<Category> categories;
  private final Map<String, Map<Long, Integer>> imagesOf = new HashMap<>();

  private CocoSource(Path root, SortedMap<String, List<Path>> files) throws IOException {
    this.root = root;
    this.files = files;
    this.categories = categories(files);
  }

  /**
   * Files of one kind by part.
   *
   * @param kind such as {@code instances}; none where there is no such file
   */
  static SortedMap<String, List<Path>> files(Path root, String kind) throws IOException {
    Pattern name = Pattern.compile(Pattern.quote(kind) + "(?:_([\\w-]+))?(?:\\.json)?");
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
          files.put(matcher.group(1) == null ? "" : matcher.group(1), of);
        }
      }
      if (!files.isEmpty()) {
        return files;
      }
    }
    return new TreeMap<>();
  }

  /**
   * Names in {@code annotations/} that are files of none of these kinds, nor in place of one.
   *
   * @param kinds such as {@code instances}
   */
  static List<String> others(Path root, List<String> kinds) throws IOException {
    Pattern known = Pattern.compile("(?:" + String.join("|", kinds) + ")(?:_[\\w-]+)?(?:\\.json)?");
    return DatasetFolder.names(root.resolve("annotations")).stream()
        .filter(name -> !known.matcher(name).matches() && !FORMS.contains(name))
        .toList();
  }

  static boolean isAt(Path root) throws IOException {
    return !files(root, "instances").isEmpty();
  }

  static CocoSource open(Path root) throws IOException {
    return new CocoSource(root, files(root, "instances"));
  }

  /** The categories that files list, by id. */
  static List<Category> categories(SortedMap<String, List<Path>> files) throws IOException {
    SortedMap<Integer, Category> found = new TreeMap<>();
    for (List<Path> part : files.values()) {
      for (Path file : part) {
        CocoEntries.read(
            file,
            "categories",
            entry -> {
              Category category = category(file, entry);
              Category before = found.put(category.id(), category);
              if (before != null && !before.name().equals(category.name())) {
                throw CocoEntries.bad(
                    file,
                    "calls category "
                        + category.id()
                        + " '"
                        + category.name()
                        + "'; elsewhere it is '"
                        + before.name()
                        + "'");
              }
            });
      }
    }
    return List.copyOf(found.values());
  }

  private static Category category(Path file, ObjectNode entry) {
    String name = text(file, entry, "name");
    JsonNode above = entry.path("supercategory");
    int id = Math.toIntExact(whole(file, entry, "id"));
    return new Category(id, name, above.isString() ? above.asString() : name, entry);
  }

  @Override
  public Path root() {
    return root;
  }

  @Override
  public List<String> parts() {
    return List.copyOf(files.keySet());
  }

  @Override
  public List<Category> categories() {
    return categories;
  }

  @Override
  public void images(String part, Taker taker) throws IOException {
    Map<Long, Integer> known = new HashMap<>();
    for (Path file : files.get(part)) {
      CocoEntries.read(
          file,
          "images",
          entry -> {
            long id = whole(file, entry, "id");
            text(file, entry, "file_name");
            long width = whole(file, entry, "width");
            long height = whole(file, entry, "height");
            if (width < 1 || height < 1 || width > 0xffff || height > 0xffff) {
              throw CocoEntries.bad(file, "has an image of " + width + " x " + height + " pixels");
            }
            if (known.put(id, (int) (width << 16 | height)) != null) {
              throw CocoEntries.bad(file, "has two images with the id " + id);
            }
            taker.take(entry);
          });
    }
    imagesOf.put(part, known);
  }

  @Override
  public void annotations(String part, Taker taker) throws IOException {
    if (!imagesOf.containsKey(part)) {
      images(part, entry -> {});
    }
    Map<Long, Integer> known = imagesOf.get(part);
    for (Path file : files.get(part)) {
      CocoEntries.read(
          file,
          "annotations",
          entry -> {
            long image = whole(file, entry, "image_id");
            long category = whole(file, entry, "category_id");
            if (!known.containsKey(image)) {
              throw CocoEntries.bad(file, "has an annotation of image " + image + ", not listed");
            }
            if (categories.stream().noneMatch(one -> one.id() == category)) {
              throw CocoEntries.bad(
                  file, "has an annotation of category " + category + ", not listed");
            }
            taker.take(entry);
          });
    }
  }

  /** Width and height of an image whose part was read. */
  @Override
  public int[] size(String part, long image) {
    int packed = imagesOf.get(part).get(image);
    return new int[] {packed >>> 16, packed & 0xffff};
  }

  @Override
  public Path file(String part, String fileName) throws IOException {
    Path images = root.resolve("images");
    return RealPaths.within(
        root, List.of(images, images.resolve(part), root.resolve(part), root), fileName);
  }

  @Override
  public List<String> shortcomings() throws IOException {
    List<String> others = others(root, List.of("instances"));
    return others.isEmpty()
        ? List.of()
        : List.of("annotations/ has more, which is not converted: " + String.join(", ", others));
  }

  private static long whole(Path file, ObjectNode entry, String key) {
    JsonNode value = entry.path(key);
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw CocoEntries.bad(
          file, "has an entry whose '" + key + "' is no whole number: " + shorten(entry));
    }
    return value.asLong();
  }

  private static String text(Path file, ObjectNode entry, String key) {
    if (!entry.path(key).isString()) {
      throw CocoEntries.bad(file, "has an entry whose '" + key + "' is no text: " + shorten(entry));
    }
    return entry.path(key).asString();
  }

  private static String shorten(ObjectNode entry) {
    String text = StrictJson.instance().writeValueAsString(entry);
    return text.length() <= 80 ? text : text.substring(0, 80) + "…";
  }
}
