package org.diorama.dataset.verify.foreign;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.diorama.dataset.verify.finding.Fault;
import org.diorama.dataset.verify.read.CocoFolders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Images and annotations that are listed once more under another id. Eight bytes of memory an
 * image. Several threads may tell of images, each of its own.
 */
final class RepeatCheck {
  static final String NAME = "repeats";

  private final long[] names;

  /**
   * @param images of the file
   */
  RepeatCheck(int images) {
    names = new long[images];
  }

  /** Looks for annotations of one image that are equal in all but their ids. */
  void annotations(ForeignImage image, ForeignReport report) {
    Map<JsonNode, ForeignAnnotation> first = new HashMap<>();
    for (ForeignAnnotation annotation : image.annotations()) {
      report.examined(1);
      ObjectNode rest = (ObjectNode) annotation.json().deepCopy();
      rest.remove("id");
      ForeignAnnotation before = first.putIfAbsent(rest, annotation);
      if (before != null && before.id() != annotation.id()) {
        report.find(
            Fault.ANNOTATION_TWICE,
            image,
            annotation,
            "it is annotation " + before.id() + " once more");
      }
    }
  }

  /** Takes the name of an image's file, for {@link #candidates}. */
  void name(int index, JsonNode entry) {
    String name = CocoFolders.fileName(entry);
    names[index] = name.isEmpty() ? 0 : hash(name);
  }

  /** FNV-1a; which images it brings together is looked at once more. */
  private static long hash(String name) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < name.length(); i++) {
      hash = (hash ^ name.charAt(i)) * 0x100000001b3L;
    }
    return hash == 0 ? 1 : hash;
  }

  /** Indices of images whose names may be those of others, in the file's order. */
  List<Integer> candidates() {
    long[] sorted = names.clone();
    Arrays.sort(sorted);
    List<Integer> candidates = new ArrayList<>();
    for (int i = 0; i < names.length; i++) {
      int place = Arrays.binarySearch(sorted, names[i]);
      boolean repeated =
          place > 0 && sorted[place - 1] == names[i]
              || place + 1 < sorted.length && sorted[place + 1] == names[i];
      if (names[i] != 0 && repeated) {
        candidates.add(i);
      }
    }
    return candidates;
  }

  /**
   * Tells of images that name one file under different ids.
   *
   * @param candidates in the file's order
   */
  static void images(List<ForeignImage> candidates, ForeignReport report) {
    SortedMap<String, ForeignImage> first = new TreeMap<>();
    for (ForeignImage image : candidates) {
      String name = CocoFolders.fileName(image.entry());
      ForeignImage before = first.putIfAbsent(name, image);
      if (before != null && before.id() != image.id()) {
        report.find(
            Fault.IMAGE_TWICE, image, "its file '" + name + "' is that of image " + before.id());
      }
    }
  }
}
