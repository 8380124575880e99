package org.diorama.dataset.verify.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.dataset.files.RealPaths;
import tools.jackson.databind.JsonNode;

/** Where makers of COCO datasets put files and images. */
public final class CocoFolders {
  private static final String JSON = ".json";

  /** What {@code convert} leaves beside a new dataset. */
  private static final String CONVERSION = "conversion.json";

  /** Folders within {@code annotations/} of the same files with masks in other forms. */
  private static final List<String> FORMS = List.of("coco-polygon", "coco-rle");

  /** What Roboflow calls a part's file, in the folder of its images. */
  private static final String AMONG_IMAGES = "_annotations.coco.json";

  private final List<Path> folders;

  private CocoFolders(List<Path> folders) {
    this.folders = folders;
  }

  /**
   * The COCO files in a folder: those in {@code annotations/} and, where it has no such file, those
   * with masks in other forms below it; or those in the folder itself, or among the images of each
   * part. What a conversion says of itself is none.
   */
  public static List<Path> filesOf(Path folder) {
    Path annotations = folder.resolve("annotations");
    try {
      List<Path> files =
          new ArrayList<>(json(Files.isDirectory(annotations) ? annotations : folder));
      for (String form : FORMS) {
        Path inForm = annotations.resolve(form);
        for (Path file : Files.isDirectory(inForm) ? json(inForm) : List.<Path>of()) {
          if (files.stream().noneMatch(o -> o.getFileName().equals(file.getFileName()))) {
            files.add(file);
          }
        }
      }
      return files.isEmpty()
          ? list(folder).stream()
              .map(part -> part.resolve(AMONG_IMAGES))
              .filter(Files::isRegularFile)
              .toList()
          : files;
    } catch (IOException e) {
      throw new DioramaException(ExitStatus.INPUT_OUTPUT, folder + ": " + e, e);
    }
  }

  private static List<Path> json(Path folder) throws IOException {
    return list(folder).stream()
        .filter(file -> file.toString().endsWith(JSON) && !file.endsWith(CONVERSION))
        .toList();
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    }
  }

  /**
   * What an image's file is called; empty where its entry does not say. LVIS has no {@code
   * file_name}: its loaders take folder and name from the end of {@code coco_url}.
   */
  public static String fileName(JsonNode entry) {
    String name = entry.path("file_name").asString("");
    String[] address = entry.path("coco_url").asString("").split("/");
    return name.isEmpty() && address.length > 1
        ? address[address.length - 2] + "/" + address[address.length - 1]
        : name;
  }

  /** Whether a name leads to a place below the folder it is meant in, whatever that is. */
  public static boolean isInside(String name) {
    try {
      Path path = Path.of(name);
      return !path.isAbsolute()
          && RealPaths.isBelow(Path.of("folder"), Path.of("folder").resolve(path));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  /** What each file is called among others: its name, with its folder where names repeat. */
  public static List<String> names(List<Path> files) {
    long different = files.stream().map(Path::getFileName).distinct().count();
    return files.stream()
        .map(
            file ->
                different == files.size()
                    ? file.getFileName().toString()
                    : file.toAbsolutePath().getParent().getFileName() + "/" + file.getFileName())
        .toList();
  }

  /**
   * Folders of a file's images: {@code images}, {@code images/val2017} and {@code val2017} of an
   * {@code instances_val2017.json}, beside it or beside its folder; or the file's own, or the one
   * above, where one of its images lies there.
   *
   * @param given what somebody named instead
   * @param one the name of any of its images
   */
  public static CocoFolders ofImages(Path file, Optional<Path> given, String one) {
    if (given.isPresent()) {
      return new CocoFolders(List.of(given.get()));
    }
    String name = file.getFileName().toString().replaceFirst("\\.json$", "");
    String part = name.substring(name.lastIndexOf('_') + 1);
    List<Path> found = new ArrayList<>();
    for (String folder : List.of("images", "images/" + part, part)) {
      beside(file, folder).ifPresent(found::add);
    }
    Path own = file.toAbsolutePath().getParent();
    for (Path base : Stream.of(own, own.getParent()).filter(Objects::nonNull).toList()) {
      if (isInside(one) && Files.isRegularFile(base.resolve(one))) {
        found.add(base);
      }
    }
    return new CocoFolders(found);
  }

  /** The folder of a panoptic file's images. */
  public static Optional<Path> ofSegments(Path file) {
    return beside(file, file.getFileName().toString().replaceFirst("\\.json$", ""))
        .or(() -> beside(file, "panoptic"));
  }

  /** A folder beside a file, or beside the file's folder. */
  private static Optional<Path> beside(Path file, String name) {
    Path own = file.toAbsolutePath().getParent();
    Path folder = FORMS.contains(own.getFileName().toString()) ? own.getParent() : own;
    return Stream.of(folder.resolve(name), folder.resolveSibling(name))
        .filter(Files::isDirectory)
        .findFirst();
  }

  /** Whether nobody knows where images are. */
  public boolean areUnknown() {
    return folders.isEmpty();
  }

  /**
   * Where an image lies, or is to lie.
   *
   * @throws IllegalStateException where no folder is known
   * @throws IllegalArgumentException where the name is not {@link #isInside}
   */
  public Path image(String name) {
    if (folders.isEmpty()) {
      throw new IllegalStateException("no folder of images");
    }
    if (!isInside(name)) {
      throw new IllegalArgumentException("'" + name + "' leads out of the folder of images");
    }
    return folders.stream()
        .map(folder -> folder.resolve(name))
        .filter(Files::isRegularFile)
        .findFirst()
        .orElse(folders.get(0).resolve(name));
  }
}
