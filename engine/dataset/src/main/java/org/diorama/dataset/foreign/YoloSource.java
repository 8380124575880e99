package org.diorama.dataset.foreign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.dataset.files.DatasetFolder;
import org.diorama.dataset.files.RealPaths;
import org.diorama.dataset.json.StrictJson;
import org.diorama.dataset.yolo.YoloDataFile;
import org.diorama.dataset.yolo.YoloTask;
import tools.jackson.databind.node.ObjectNode;

/**
 * A dataset in YOLO's form: {@code data.yaml}, folders of images or lists of them, and a text file
 * for each image under {@code labels/} where its path has {@code images/}. Images and annotations
 * are numbered from 1, in the order of the parts and paths. Poses are read as instances, which are
 * boxes alone, and as keypoints, under the same ids.
 */
final class YoloSource implements ForeignSource {
  private final Path root;
  private final YoloData data;
  private final Map<String, List<Path>> parts = new HashMap<>();
  private final Map<String, Long> firstImage = new HashMap<>();
  private final Map<String, int[][]> sizes = new HashMap<>();
  private final Map<AnnotationKind, YoloLabels> labels = new TreeMap<>();
  private long unread;

  private YoloSource(Path root, YoloData data) throws IOException {
    this.root = root;
    this.data = data;
    labels.put(AnnotationKind.INSTANCES, new YoloLabels(data, false));
    if (data.points().isPresent()) {
      labels.put(AnnotationKind.KEYPOINTS, new YoloLabels(data, true));
    }
    long next = 1;
    for (Map.Entry<String, List<String>> part : data.parts().entrySet()) {
      List<Path> files =
          isEmpty(part.getKey(), part.getValue()) ? List.of() : files(part.getValue());
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

  /** Whether a folder has YOLO's labels where Diorama writes them. */
  static boolean areBelow(Path root) {
    return Stream.of(YoloTask.values())
        .anyMatch(task -> Files.isRegularFile(root.resolve(task.path(YoloDataFile.NAME))));
  }

  static YoloSource open(Path root) throws IOException {
    return new YoloSource(root, YoloData.read(root.resolve(YoloDataFile.NAME)));
  }

  /** Parts without images have no folder where Diorama writes them; trainers need these two. */
  private boolean isEmpty(String part, List<String> places) {
    return !List.of("", "train", "val").contains(part)
        && places.equals(List.of("images/" + part))
        && data.candidates(places.get(0)).stream()
            .noneMatch(place -> Files.exists(root.resolve(place)));
  }

  /** Images by path, once each. */
  private List<Path> files(List<String> places) throws IOException {
    TreeMap<Path, Path> files = new TreeMap<>();
    for (String place : places) {
      Path path = place(place);
      for (Path file : Files.isDirectory(path) ? DatasetFolder.filesBelow(path) : listed(path)) {
        if (ImageSize.isKnown(file)) {
          files.put(file, file);
        } else if (ImageSize.isOther(file)) {
          unread++;
        }
      }
    }
    return List.copyOf(files.values());
  }

  private Path place(String place) {
    DioramaException outside = null;
    for (String candidate : data.candidates(place)) {
      try {
        Path path = root.resolve(RealPaths.requireInside(root, candidate));
        if (Files.exists(path)) {
          return path;
        }
      } catch (DioramaException e) {
        outside = e;
      }
    }
    if (outside != null) {
      throw outside;
    }
    throw new DioramaException(
        ExitStatus.BAD_INPUT, data.file() + " names " + place + ", which is not there");
  }

  /** A file with the path of an image a line; those that begin with a dot belong to its folder. */
  private List<Path> listed(Path list) throws IOException {
    List<Path> files = new ArrayList<>();
    int number = 0;
    for (String line : Files.readAllLines(list)) {
      number++;
      String name = line.strip();
      if (name.isEmpty()) {
        continue;
      }
      Path beside = list.resolveSibling(name).normalize();
      Path below = root.resolve(name).normalize();
      if (!RealPaths.isBelow(root, beside) && !RealPaths.isBelow(root, below)) {
        throw ForeignEntry.bad(
            list + ":" + number + ":", "'" + name + "' leads out of the dataset's folder");
      }
      if (!Files.isRegularFile(beside) && !Files.isRegularFile(below)) {
        throw ForeignEntry.bad(list + ":" + number + ":", "there is no file '" + name + "'");
      }
      files.add(Files.isRegularFile(beside) ? beside : below);
    }
    return files;
  }

  @Override
  public Path root() {
    return root;
  }

  @Override
  public List<AnnotationKind> kinds() {
    return List.copyOf(labels.keySet());
  }

  @Override
  public List<String> parts(AnnotationKind kind) {
    return List.copyOf(data.parts().keySet());
  }

  @Override
  public List<Category> categories(AnnotationKind kind) {
    List<Category> categories = new ArrayList<>();
    data.names()
        .forEach(
            (index, name) -> {
              ObjectNode entry = StrictJson.instance().createObjectNode();
              entry.put("id", index + 1).put("name", name).put("supercategory", name);
              List<String> points =
                  kind == AnnotationKind.KEYPOINTS ? points(index) : List.<String>of();
              if (!points.isEmpty()) {
                points.forEach(entry.putArray("keypoints")::add);
                entry.putArray("skeleton");
              }
              categories.add(new Category(index + 1, name, name, points, entry));
            });
    return categories;
  }

  /** Where they have no names, they have numbers. */
  private List<String> points(int index) {
    YoloData.Points points = data.points().orElseThrow();
    return points.names().containsKey(index)
        ? points.names().get(index)
        : IntStream.rangeClosed(1, points.count()).mapToObj(i -> "point_" + i).toList();
  }

  @Override
  public CocoHead head(AnnotationKind kind, String part) {
    return CocoHead.NONE;
  }

  @Override
  public void images(AnnotationKind kind, String part, Taker taker) throws IOException {
    long id = firstImage.get(part);
    List<Path> files = parts.get(part);
    int[][] found = sizes.computeIfAbsent(part, key -> new int[files.size()][]);
    for (int i = 0; i < files.size(); i++) {
      Path file = files.get(i);
      if (found[i] == null) {
        found[i] = ImageSize.of(RealPaths.within(root, List.of(root), relative(file)));
      }
      ObjectNode entry = StrictJson.instance().createObjectNode();
      entry.put("id", id + i).put("width", found[i][0]).put("height", found[i][1]);
      entry.put("file_name", fileName(file));
      taker.take(new ForeignEntry(file + ":", entry));
    }
  }

  @Override
  public int[] size(AnnotationKind kind, String part, long image) {
    return sizes.get(part)[(int) (image - firstImage.get(part))];
  }

  @Override
  public void annotations(AnnotationKind kind, String part, Taker taker) throws IOException {
    if (!sizes.containsKey(part)) {
      images(kind, part, entry -> {});
    }
    long image = firstImage.get(part);
    for (Path file : parts.get(part)) {
      Path text = root.resolve(YoloData.labelPath(relative(file)));
      if (Files.isRegularFile(text)) {
        Path inside = RealPaths.within(root, List.of(root), relative(text));
        int[] size = size(kind, part, image);
        for (ForeignEntry label : labels.get(kind).read(inside, size[0], size[1])) {
          label.json().put("image_id", image);
          taker.take(label);
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
  public Path panoptic(String part, String fileName) {
    throw new IllegalStateException("YOLO has no panoptic images");
  }

  @Override
  public List<String> shortcomings() {
    List<String> lines = new ArrayList<>();
    lines.add("YOLO's labels know no crowds, no supercategories and no ids: these are new");
    data.points()
        .ifPresent(
            points -> {
              lines.add("YOLO knows no skeletons: those of the categories are empty");
              if (points.names().isEmpty()) {
                lines.add("the points have no names (kpt_names): they are numbered");
              }
            });
    lines.addAll(labels.get(AnnotationKind.INSTANCES).shortcomings());
    if (unread > 0) {
      lines.add(unread + " images of kinds that can't be read are left out, with their labels");
    }
    return lines;
  }
}
