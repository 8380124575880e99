package org.diorama.dataset.foreign;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.diorama.dataset.yolo.YoloDataFile;
import org.diorama.dataset.yolo.YoloTask;

/** Counts what of a dataset YOLO's form has no room for. */
final class YoloLosses {
  /** Names of parts that readers of data files know. */
  private static final Set<String> KNOWN_PARTS = Set.of("train", "val", "test");

  private final TreeSet<AnnotationKind> kinds = new TreeSet<>();
  private final TreeSet<String> parts = new TreeSet<>();
  private final Map<AnnotationKind, Long> crowds = new TreeMap<>();
  private final Map<AnnotationKind, Long> boxless = new TreeMap<>();
  private final Map<AnnotationKind, Long> cut = new TreeMap<>();
  private final Set<YoloTask> written = new TreeSet<>();
  private final Map<AnnotationKind, Long> unknownImages = new TreeMap<>();
  private long maskless;
  private long points;

  void kind(AnnotationKind kind) {
    kinds.add(kind);
  }

  /** All parts of a kind. */
  void parts(SortedSet<String> names) {
    parts.addAll(names);
  }

  /** A line of a task. */
  void written(YoloTask task) {
    written.add(task);
  }

  /** Whether a task has no line because no annotation has what it needs. */
  boolean isEmpty(YoloTask task) {
    return task == YoloTask.SEGMENT && maskless > 0 && !written.contains(task);
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

  void unknownImage(AnnotationKind kind) {
    unknownImages.merge(kind, 1L, Long::sum);
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
    if (parts.size() > 1 || !parts.contains("")) {
      parts.stream().filter(part -> !KNOWN_PARTS.contains(part)).forEach(part -> part(lines, part));
    }
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
    unknownImages.forEach(
        (kind, count) ->
            lines.add(
                "%d images of %s have names that don't end as those of images do: no trainer sees them"
                    .formatted(count, kind.text())));
    if (isEmpty(YoloTask.SEGMENT)) {
      lines.add("polygons: no annotation has a mask, so there is no yolo/segment");
    } else if (maskless > 0) {
      lines.add(maskless + " annotations without a mask are boxes alone: not among the polygons");
    }
    if (points > 0) {
      lines.add(points + " points lie outside their images: not labelled any more");
    }
    return lines;
  }

  /** Trainers read three keys; others stand in the file for who converts it back. */
  private static void part(List<String> lines, String part) {
    lines.add(
        part.isEmpty()
            ? "what is in no part is in images/%s: no trainer takes it unless data.yaml's train does"
                .formatted(YoloDataFile.WHOLE)
            : "the part %s is under its own name in data.yaml, where trainers read train, val and test"
                .formatted(part));
  }
}
