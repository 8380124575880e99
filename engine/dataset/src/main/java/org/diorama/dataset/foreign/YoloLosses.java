package org.diorama.dataset.foreign;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Counts what of a dataset YOLO's form has no room for. */
final class YoloLosses {
  /** Names of parts that readers of data files know. */
  private static final Set<String> KNOWN_PARTS = Set.of("", "train", "val", "test");

  private final TreeSet<AnnotationKind> kinds = new TreeSet<>();
  private final TreeSet<String> parts = new TreeSet<>();
  private final Map<AnnotationKind, Long> crowds = new TreeMap<>();
  private final Map<AnnotationKind, Long> boxless = new TreeMap<>();
  private final Map<AnnotationKind, Long> cut = new TreeMap<>();
  private long maskless;
  private long points;

  void kind(AnnotationKind kind) {
    kinds.add(kind);
  }

  void part(String name) {
    if (!KNOWN_PARTS.contains(name)) {
      parts.add(name);
    }
  }

  void crowd(AnnotationKind kind) {
    crowds.merge(kind, 1L, Long::sum);
  }

  void boxless(AnnotationKind kind) {
    boxless.merge(kind, 1L, Long::sum);
  }

  void cut(AnnotationKind kind) {
    cut.merge(kind, 1L, Long::sum);
  }

  void maskless() {
    maskless++;
  }

  void point() {
    points++;
  }

  /**
   * @param posed whether poses were written
   */
  List<String> lines(boolean posed) {
    List<String> lines = new ArrayList<>();
    lines.add("ids, supercategories and every key beyond class, box and mask: YOLO has none");
    if (posed) {
      lines.add("skeletons: YOLO has points and their names alone");
    }
    parts.forEach(
        part ->
            lines.add("the name of the part " + part + ": data files know train, val and test"));
    kinds.forEach(kind -> lines.add(kind.text() + " are left out: YOLO has none"));
    crowds.forEach(
        (kind, count) ->
            lines.add(count + " crowds of " + kind.text() + " are left out: YOLO has none"));
    boxless.forEach(
        (kind, count) ->
            lines.add(
                "%d annotations of %s have neither box nor mask within the image: left out"
                    .formatted(count, kind.text())));
    cut.forEach(
        (kind, count) ->
            lines.add(
                "%d boxes of %s reach out of their images: cut at the edge"
                    .formatted(count, kind.text())));
    if (maskless > 0) {
      lines.add(maskless + " annotations without a mask are boxes alone: not among the polygons");
    }
    if (points > 0) {
      lines.add(points + " points lie outside their images: not labelled any more");
    }
    return lines;
  }
}
