package org.diorama.dataset.foreign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.dataset.files.DatasetFolder;
import org.diorama.dataset.json.StrictJson;
import org.diorama.dataset.yolo.YoloDataFile;
import tools.jackson.databind.node.ObjectNode;

/**
 * A dataset in YOLO's form: {@code data.yaml}, folders of images or lists of them, and a text file
 * for each image under {@code labels/} where its path has {@code images/}. Images and annotations
 * are numbered from 1, in the order of the parts and paths.
 */
final class YoloSource implements ForeignSource {
  private static final Set<String> IMAGES = Set.of("png", "jpg", "jpeg", "bmp", "gif");

  private final Path root;
  private final YoloData data;
  private final Map<String, List<Path>> parts = new HashMap<>();
  private final Map<String, Long> firstImage = new HashMap<>();
  private final Map<String, List<int[]>> sizes = new HashMap<>();
  private final YoloLabels labels;
  private long annotations;

  private YoloSource(Path root, YoloData data) throws IOException {
    this.root = root;
    this.data = data;
    this.labels = new YoloLabels(data.pointNumbers());
    long next = 1;
    for (Map.Entry<String, List<String>> part : data.parts().entrySet()) {
      List<Path> files = files(part.getValue());
      parts.put(part.getKey(), files);
      firstImage.put(part.getKey(), next);
      next += files.size();
    }
    if (next == 1) {
      throw new DioramaException(
          ExitStatus.BAD_INPUT, data.file() + " names folders without any image");
    }
  }

  static boolean isAt(Path root) {
    return Files.isRegularFile(root.resolve(YoloDataFile.NAME));
  }

  static YoloSource open(Path root) throws IOException {
    return new YoloSource(root, YoloData.read(root.resolve(YoloDataFile.NAME)));
  }

  /** Images by path, once each. */
  private List<Path> files(List<String> places) throws IOException {
    TreeSet<Path> files = new TreeSet<>();
    for (String place : places) {
      Path path = root.resolve(RealPaths.requireInside(root, place));
      List<Path> found = new ArrayList<>();
      if (Files.isDirectory(path)) {
        found.addAll(DatasetFolder.filesBelow(path));
      } else if (Files.isRegularFile(path)) {
        for (String line : Files.readAllLines(path)) {
          found.add(path.resolveSibling(line.strip()).normalize());
        }
      } else {
        throw new DioramaException(
            ExitStatus.BAD_INPUT, data.file() + " names " + place + ", which is not there");
      }
      for (Path file : found) {
        String name = file.getFileName().toString();
        if (IMAGES.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT))) {
          files.add(file);
        }
      }
    }
    return List.copyOf(files);
  }

  @Override
  public Path root() {
    return root;
  }

  @Override
  public List<String> parts() {
    return List.copyOf(data.parts().keySet());
  }

  @Override
  public List<Category> categories() {
    List<Category> categories = new ArrayList<>();
    data.names()
        .forEach(
            (index, name) -> {
              ObjectNode entry = StrictJson.instance().createObjectNode();
              entry.put("id", index + 1).put("name", name).put("supercategory", name);
              categories.add(new Category(index + 1, name, name, entry));
            });
    return categories;
  }

  @Override
  public void images(String part, Taker taker) throws IOException {
    long id = firstImage.get(part);
    List<int[]> found = new ArrayList<>();
    for (Path file : parts.get(part)) {
      int[] size = ImageSize.of(RealPaths.within(root, List.of(root), relative(file)));
      found.add(size);
      ObjectNode entry = StrictJson.instance().createObjectNode();
      entry.put("id", id).put("width", size[0]).put("height", size[1]);
      entry.put("file_name", fileName(file));
      taker.take(entry);
      id++;
    }
    sizes.put(part, found);
  }

  @Override
  public int[] size(String part, long image) {
    return sizes.get(part).get((int) (image - firstImage.get(part)));
  }

  @Override
  public void annotations(String part, Taker taker) throws IOException {
    if (!sizes.containsKey(part)) {
      images(part, entry -> {});
    }
    long image = firstImage.get(part);
    for (Path file : parts.get(part)) {
      int[] size = size(part, image);
      Path text = root.resolve(YoloData.labelPath(relative(file)));
      if (Files.isRegularFile(text)) {
        Path inside = RealPaths.within(root, List.of(root), relative(text));
        for (ObjectNode entry : labels.read(inside, data.names().keySet(), size[0], size[1])) {
          ObjectNode annotation = StrictJson.instance().createObjectNode();
          annotation.put("id", ++annotations).put("image_id", image);
          taker.take(annotation.setAll(entry));
        }
      }
      image++;
    }
  }

  private String relative(Path file) {
    return root.relativize(file).toString();
  }

  /** As in COCO: relative to {@code images/} where the path begins with it. */
  private String fileName(Path file) {
    String path = relative(file);
    return path.startsWith("images/") ? path.substring("images/".length()) : path;
  }

  @Override
  public Path file(String part, String fileName) throws IOException {
    return RealPaths.within(root, List.of(root.resolve("images"), root), fileName);
  }

  @Override
  public List<String> shortcomings() {
    List<String> lines = new ArrayList<>();
    lines.add("YOLO's labels know no crowds, no supercategories and no ids: these are new");
    lines.addAll(labels.shortcomings());
    return lines;
  }
}
