package org.diorama.dataset.foreign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.diorama.dataset.StoredDataset;
import org.diorama.dataset.files.DatasetFolder;
import org.diorama.dataset.files.RealPaths;

/**
 * A COCO dataset: files of some kinds. Images lie in {@code images/}, or in a folder of the part's
 * name.
 */
final class CocoSource implements ForeignSource {
  private static final Set<String> CONVERTED = Set.of("images", "annotations");

  private final Path root;
  private final Map<AnnotationKind, CocoFiles> files = new EnumMap<>(AnnotationKind.class);

  private CocoSource(Path root) throws IOException {
    this.root = root;
    for (AnnotationKind kind : AnnotationKind.values()) {
      CocoFiles ofKind = CocoFiles.of(root, kind);
      if (ofKind.areThere()) {
        files.put(kind, ofKind);
      }
    }
  }

  /**
   * Names in {@code annotations/} that are files of no kind, nor in place of one, nor images of
   * panoptic ones.
   */
  static List<String> others(Path root) throws IOException {
    return DatasetFolder.names(root.resolve("annotations")).stream()
        .filter(
            name ->
                !CocoFiles.FORMS.contains(name)
                    && Stream.of(AnnotationKind.values())
                        .noneMatch(kind -> kind.names().matcher(name).matches()))
        .toList();
  }

  static boolean isAt(Path root) throws IOException {
    for (AnnotationKind kind : AnnotationKind.values()) {
      if (CocoFiles.areAt(root, kind)) {
        return true;
      }
    }
    return false;
  }

  static CocoSource open(Path root) throws IOException {
    return new CocoSource(root);
  }

  @Override
  public Path root() {
    return root;
  }

  @Override
  public List<AnnotationKind> kinds() {
    return List.copyOf(files.keySet());
  }

  @Override
  public List<String> parts(AnnotationKind kind) {
    return files.get(kind).parts();
  }

  @Override
  public List<Category> categories(AnnotationKind kind) {
    return files.get(kind).categories();
  }

  @Override
  public CocoHead head(AnnotationKind kind, String part) {
    return files.get(kind).head(part);
  }

  @Override
  public void images(AnnotationKind kind, String part, Taker taker) throws IOException {
    files.get(kind).images(part, taker);
  }

  @Override
  public void annotations(AnnotationKind kind, String part, Taker taker) throws IOException {
    files.get(kind).annotations(part, taker);
  }

  @Override
  public int[] size(AnnotationKind kind, String part, long image) {
    return files.get(kind).size(part, image);
  }

  @Override
  public Path file(String part, String fileName) throws IOException {
    return image(root, part, fileName);
  }

  static Path image(Path root, String part, String fileName) throws IOException {
    Path images = root.resolve("images");
    return RealPaths.within(
        root, List.of(images, images.resolve(part), root.resolve(part), root), fileName);
  }

  @Override
  public Path panoptic(String part, String fileName) throws IOException {
    return panoptic(root, part, fileName);
  }

  static Path panoptic(Path root, String part, String fileName) throws IOException {
    List<Path> folders = new ArrayList<>();
    for (Path above : List.of(root.resolve("annotations"), root)) {
      folders.add(above.resolve("panoptic"));
      folders.add(above.resolve("panoptic_" + part));
    }
    return RealPaths.within(root, folders, fileName);
  }

  @Override
  public List<String> shortcomings() throws IOException {
    List<String> lines = new ArrayList<>();
    List<String> others = others(root);
    if (!others.isEmpty()) {
      lines.add("annotations/ has more, which is not converted: " + String.join(", ", others));
    }
    if (StoredDataset.isAt(root) || Files.isRegularFile(root.resolve(Merging.REPORT))) {
      List<String> folders =
          DatasetFolder.names(root).stream()
              .filter(name -> Files.isDirectory(root.resolve(name)) && !CONVERTED.contains(name))
              .toList();
      if (!folders.isEmpty()) {
        lines.add(String.join(", ", folders) + " stay in " + root);
      }
    }
    return lines;
  }
}
