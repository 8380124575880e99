package org.diorama.dataset.foreign;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.diorama.dataset.yolo.YoloDataFile;

/**
 * {@code data.yaml}: names of classes by index, and where the images of each part are. The keys
 * that name parts are those of Ultralytics, {@code train}, {@code val} (or {@code validation}),
 * {@code test}; what names the same place twice is one part without a name. Any other key whose
 * place is {@code images/KEY} is a part, too: this is how {@link YoloDataFile} tells parts that
 * trainers don't know, and then they are not {@code train} or {@code val} as well.
 *
 * @param path the folder that places are relative to, where the file names one
 * @param parts folders or lists of images, by part
 * @param points what labels tell of named points; absent where they tell none
 */
record YoloData(
    Path file,
    Optional<String> path,
    SortedMap<Integer, String> names,
    Map<String, List<String>> parts,
    Optional<Points> points) {

  /**
   * Named points of each line.
   *
   * @param count of a line
   * @param numbers of a point, 2 or 3
   * @param names by class; nothing of classes whose points have no names
   */
  record Points(int count, int numbers, Map<Integer, List<String>> names) {}

  /**
   * @throws org.diorama.core.DioramaException BAD_INPUT with the line where it is not YAML, or
   *     lacks a key
   */
  static YoloData read(Path file) throws IOException {
    YamlKeys keys = YamlKeys.read(file);
    SortedMap<Integer, String> names = names(keys);
    return new YoloData(
        file,
        Optional.ofNullable(keys.get("path")).map(String::valueOf),
        names,
        parts(keys),
        points(keys, names));
  }

  private static Optional<Points> points(YamlKeys keys, SortedMap<Integer, String> classes) {
    Object shape = keys.get("kpt_shape");
    if (shape == null) {
      return Optional.empty();
    }
    if (shape instanceof List<?> list
        && list.size() == 2
        && list.get(0) instanceof Integer count
        && count > 0
        && list.get(1) instanceof Integer numbers
        && (numbers == 2 || numbers == 3)) {
      return Optional.of(new Points(count, numbers, pointNames(keys, classes, count)));
    }
    throw keys.bad("kpt_shape", "has a 'kpt_shape' that is not [points, 2] or [points, 3]");
  }

  /** By class, or one list for all. */
  private static Map<Integer, List<String>> pointNames(
      YamlKeys keys, SortedMap<Integer, String> classes, int count) {
    Map<Integer, List<String>> names = new TreeMap<>();
    Object value = keys.get("kpt_names");
    if (value instanceof List<?> list) {
      classes.keySet().forEach(index -> names.put(index, texts(list)));
    } else if (value instanceof Map<?, ?> map) {
      map.forEach(
          (index, list) -> {
            if (index instanceof Integer number && list instanceof List<?> of) {
              names.put(number, texts(of));
            }
          });
    }
    if (names.values().stream().anyMatch(list -> list.size() > count)) {
      throw keys.bad("kpt_names", "names more points than the " + count + " of its 'kpt_shape'");
    }
    return Collections.unmodifiableMap(names);
  }

  private static List<String> texts(List<?> list) {
    return list.stream().map(String::valueOf).toList();
  }

  private static SortedMap<Integer, String> names(YamlKeys keys) {
    SortedMap<Integer, String> names = new TreeMap<>();
    Object value = keys.get("names");
    Object count = keys.get("nc");
    if (value instanceof List<?> list) {
      IntStream.range(0, list.size()).forEach(i -> names.put(i, String.valueOf(list.get(i))));
    } else if (value instanceof Map<?, ?> map) {
      map.forEach(
          (index, name) -> {
            if (!(index instanceof Integer number) || number < 0) {
              throw keys.bad("names", "has a class that is no number: " + index);
            }
            names.put(number, String.valueOf(name));
          });
    } else if (value == null && count instanceof Integer number) {
      IntStream.range(0, number).forEach(i -> names.put(i, "class_" + i));
    }
    if (names.isEmpty()) {
      throw keys.bad("names", "has no 'names' of classes, and no 'nc'");
    }
    if (count != null && !count.equals(names.size())) {
      throw keys.bad("nc", "has " + names.size() + " names, and nc: " + count);
    }
    return Collections.unmodifiableSortedMap(names);
  }

  private static Map<String, List<String>> parts(YamlKeys keys) {
    Map<String, List<String>> parts = new LinkedHashMap<>();
    for (String part : List.of("train", "val", "test")) {
      Object value = keys.get(part);
      if (value == null && part.equals("val")) {
        value = keys.get("validation");
      }
      List<?> places =
          value == null ? List.of() : value instanceof List<?> list ? list : List.of(value);
      if (!places.isEmpty()) {
        parts.put(part, texts(places));
      }
    }
    if (parts.isEmpty()) {
      throw keys.bad("train", "has no 'train' and no 'val'");
    }
    boolean named = named(keys, parts);
    if (!named && parts.values().stream().distinct().count() == 1) {
      return Map.of("", parts.values().iterator().next());
    }
    return Collections.unmodifiableMap(parts);
  }

  /**
   * Takes the parts in that have keys of their own.
   *
   * @return whether there are any
   */
  private static boolean named(YamlKeys keys, Map<String, List<String>> parts) {
    Map<String, List<String>> named = new LinkedHashMap<>();
    for (String key : keys.names()) {
      List<String> places = List.of("images/" + key);
      boolean stands =
          parts.containsKey(key) || key.equals("validation") && keys.get("val") == null;
      if (!stands && places.get(0).equals(keys.get(key))) {
        named.put(key.equals(YoloDataFile.WHOLE) ? "" : key, places);
      }
    }
    if (named.isEmpty()) {
      return false;
    }
    parts.values().removeAll(named.values());
    if (parts.containsKey("train") && parts.get("train").equals(parts.get("val"))) {
      parts.remove("val");
    }
    parts.putAll(named);
    return true;
  }

  /**
   * Where a place may be, in the order of trying: relative to the file's folder; to {@code path},
   * which many files carry from another machine; and, as Ultralytics reads the exports of labelling
   * tools, without a leading {@code ../}.
   */
  List<String> candidates(String place) {
    List<String> candidates = new ArrayList<>(List.of(place));
    path.filter(folder -> !Path.of(folder).isAbsolute())
        .ifPresent(folder -> candidates.add(Path.of(folder).resolve(place).normalize().toString()));
    if (place.startsWith("../")) {
      candidates.add(place.substring("../".length()));
    }
    return candidates;
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
