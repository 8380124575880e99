package org.diorama.dataset.foreign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * {@code data.yaml}: names of classes by index, and where the images of each part are. The keys
 * that name parts are those of Ultralytics, {@code train}, {@code val}, {@code test}; what names
 * the same place twice is one part without a name. {@code path} is not read: many files carry one
 * from another machine, and what counts here is the file's own folder.
 *
 * @param parts folders or lists of images, relative to the file's folder, by part
 * @param pointNumbers numbers a keypoint: 2 or 3; 0 where lines have none
 */
record YoloData(
    Path file,
    SortedMap<Integer, String> names,
    Map<String, List<String>> parts,
    int pointNumbers) {
  private static final int LONGEST = 1 << 20;

  /**
   * @throws org.diorama.core.DioramaException BAD_INPUT where it is not YAML, or lacks a key
   */
  static YoloData read(Path file) throws IOException {
    if (Files.size(file) > LONGEST) {
      throw CocoEntries.bad(file, "is longer than " + LONGEST + " bytes");
    }
    Object read;
    try {
      LoadSettings settings = LoadSettings.builder().setMaxAliasesForCollections(10).build();
      read = new Load(settings).loadFromString(Files.readString(file));
    } catch (YamlEngineException e) {
      String said = e.getMessage().lines().findFirst().orElse("");
      throw CocoEntries.bad(file, "is not YAML: " + said);
    }
    if (!(read instanceof Map<?, ?> keys)) {
      throw CocoEntries.bad(file, "holds no keys");
    }
    int pointNumbers = pointNumbers(file, keys.get("kpt_shape"));
    return new YoloData(file, names(file, keys.get("names")), parts(file, keys), pointNumbers);
  }

  private static int pointNumbers(Path file, Object shape) {
    if (shape == null) {
      return 0;
    }
    if (shape instanceof List<?> list && list.size() == 2) {
      if (list.get(1) instanceof Integer numbers && (numbers == 2 || numbers == 3)) {
        return numbers;
      }
    }
    throw CocoEntries.bad(file, "has a 'kpt_shape' that is not [points, 2] or [points, 3]");
  }

  private static SortedMap<Integer, String> names(Path file, Object value) {
    SortedMap<Integer, String> names = new TreeMap<>();
    if (value instanceof List<?> list) {
      IntStream.range(0, list.size()).forEach(i -> names.put(i, String.valueOf(list.get(i))));
    } else if (value instanceof Map<?, ?> map) {
      map.forEach(
          (index, name) -> {
            if (!(index instanceof Integer number) || number < 0) {
              throw CocoEntries.bad(file, "has a class that is no number: " + index);
            }
            names.put(number, String.valueOf(name));
          });
    }
    if (names.isEmpty()) {
      throw CocoEntries.bad(file, "has no 'names' of classes");
    }
    return Collections.unmodifiableSortedMap(names);
  }

  private static Map<String, List<String>> parts(Path file, Map<?, ?> keys) {
    Map<String, List<String>> parts = new LinkedHashMap<>();
    for (String part : List.of("train", "val", "test")) {
      Object value = keys.get(part);
      List<?> places =
          value == null ? List.of() : value instanceof List<?> list ? list : List.of(value);
      if (!places.isEmpty()) {
        parts.put(part, places.stream().map(String::valueOf).toList());
      }
    }
    if (parts.isEmpty()) {
      throw CocoEntries.bad(file, "has no 'train' and no 'val'");
    }
    if (parts.values().stream().distinct().count() == 1) {
      return Map.of("", parts.values().iterator().next());
    }
    return Collections.unmodifiableMap(parts);
  }

  /** The file of labels of an image. */
  static String labelPath(String image) {
    String slashed = "/" + image;
    int at = slashed.lastIndexOf("/images/");
    String moved =
        at < 0
            ? slashed
            : slashed.substring(0, at) + "/labels/" + slashed.substring(at + "/images/".length());
    int dot = moved.lastIndexOf('.');
    return moved.substring(1, dot) + ".txt";
  }
}
