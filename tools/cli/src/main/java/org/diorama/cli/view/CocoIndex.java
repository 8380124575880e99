package org.diorama.cli.view;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.dataset.layout.FrameSet;
import org.diorama.dataset.verify.CocoVerification;
import org.diorama.dataset.verify.json.CocoFile;
import org.diorama.dataset.verify.read.CocoFolders;
import org.diorama.dataset.verify.read.FaultyFile;
import tools.jackson.databind.JsonNode;

/**
 * The images that some COCO files list, each once, by the names of their files. Their numbers are
 * COCO's ids, or their places in the order of the files where two images share an id.
 */
final class CocoIndex implements AutoCloseable {
  private final List<Opened> files = new ArrayList<>();
  private final Map<String, List<Entry>> byName = new LinkedHashMap<>();
  private final TreeMap<Long, String> names = new TreeMap<>();

  /**
   * @param folders of its images
   */
  record Opened(Path path, CocoFile coco, CocoFolders folders) {
    /** Whether it is of categories without instances, by its name. */
    boolean isStuff() {
      return path.getFileName().toString().startsWith("stuff");
    }
  }

  /** Where a file lists an image. */
  record Entry(Opened file, int index) {
    JsonNode json() throws IOException, FaultyFile {
      return file.coco().image(index);
    }

    long id() {
      return file.coco().imageId(index);
    }
  }

  private CocoIndex() {}

  /**
   * @param paths of the files
   * @param images folder of the images; absent where it is found beside the files
   * @throws DioramaException BAD_INPUT where a file is none of COCO's
   */
  static CocoIndex open(List<Path> paths, Optional<Path> images) {
    CocoIndex index = new CocoIndex();
    try {
      for (Path path : paths) {
        CocoFile coco = CocoVerification.open(path);
        Opened file = new Opened(path, coco, CocoVerification.folders(path, coco, images));
        index.files.add(file);
        index.add(file);
      }
      index.number();
      return index;
    } catch (FaultyFile | IOException e) {
      index.close();
      throw new DioramaException(ExitStatus.BAD_INPUT, paths + ": " + e.getMessage(), e);
    } catch (RuntimeException e) {
      index.close();
      throw e;
    }
  }

  private void add(Opened file) throws IOException, FaultyFile {
    for (int i = 0; i < file.coco().imageCount(); i++) {
      String name = CocoFolders.fileName(file.coco().image(i));
      byName.computeIfAbsent(name, key -> new ArrayList<>()).add(new Entry(file, i));
    }
  }

  private void number() {
    byName.forEach((name, entries) -> names.putIfAbsent(entries.get(0).id(), name));
    if (names.size() < byName.size() || !names.isEmpty() && names.firstKey() < 0) {
      names.clear();
      byName.keySet().forEach(name -> names.put((long) names.size(), name));
    }
  }

  List<Opened> files() {
    return files;
  }

  /** Name of an image's file; absent where there is no such image. */
  Optional<String> name(long number) {
    return Optional.ofNullable(names.get(number));
  }

  /** Where the files list an image, in the order of the files; at least one. */
  List<Entry> entries(String name) {
    return byName.get(name);
  }

  /** Of the file of exactly that name, or else of the first whose last name is the same. */
  OptionalLong number(String file) {
    Optional<Long> exact = find(name -> name.equals(file));
    Optional<Long> found = exact.or(() -> find(name -> stem(name).equals(stem(file))));
    return found.isPresent() ? OptionalLong.of(found.get()) : OptionalLong.empty();
  }

  private Optional<Long> find(Predicate<String> accepts) {
    return names.entrySet().stream()
        .filter(entry -> accepts.test(entry.getValue()))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** Without folders and without what follows the last dot. */
  private static String stem(String name) {
    String last = name.substring(name.lastIndexOf('/') + 1);
    int dot = last.lastIndexOf('.');
    return dot < 0 ? last : last.substring(0, dot);
  }

  /** Numbers of all images. */
  FrameSet numbers() {
    return FrameSet.of(names.keySet().stream().mapToLong(Long::longValue));
  }

  @Override
  public void close() {
    for (Opened file : files) {
      try {
        file.coco().close();
      } catch (IOException e) {
        throw new DioramaException(ExitStatus.INPUT_OUTPUT, file.path() + ": " + e, e);
      }
    }
  }
}
