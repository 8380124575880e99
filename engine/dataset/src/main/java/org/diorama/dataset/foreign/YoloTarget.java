package org.diorama.dataset.foreign;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.diorama.core.geometry.ImageBox;
import org.diorama.dataset.coco.Box;
import org.diorama.dataset.yolo.YoloDataFile;
import org.diorama.dataset.yolo.YoloInstance;
import org.diorama.dataset.yolo.YoloLine;
import org.diorama.dataset.yolo.YoloPoint;
import org.diorama.dataset.yolo.YoloTask;

/**
 * YOLO's label files: boxes and polygons of instances, poses of keypoints. Annotations may come in
 * any order of images; none is kept.
 */
final class YoloTarget implements ForeignTarget {
  private final NewDataset dataset;
  private final GatheredTexts lines;
  private final Map<AnnotationKind, List<YoloTask>> tasks = new TreeMap<>();
  private final Map<AnnotationKind, SortedSet<String>> parts = new TreeMap<>();
  private final Map<AnnotationKind, List<ForeignSource.Category>> categories = new TreeMap<>();
  private final Map<Long, String> names = new HashMap<>();
  private final Map<Integer, Integer> classes = new HashMap<>();
  private final YoloLosses losses = new YoloLosses();
  private List<ForeignSource.Category> known = List.of();
  private AnnotationKind kind;
  private String part;

  /**
   * @param kinds what there is; where keypoints stand alone, they are instances as well
   */
  YoloTarget(NewDataset dataset, Collection<AnnotationKind> kinds) {
    this.dataset = dataset;
    lines = new GatheredTexts(dataset, GatheredTexts.ROOM);
    List<YoloTask> ofInstances = List.of(YoloTask.DETECT, YoloTask.SEGMENT);
    if (kinds.contains(AnnotationKind.INSTANCES)) {
      tasks.put(AnnotationKind.INSTANCES, ofInstances);
    }
    if (kinds.contains(AnnotationKind.KEYPOINTS)) {
      List<YoloTask> ofKeypoints = new ArrayList<>(List.of(YoloTask.POSE));
      if (tasks.isEmpty()) {
        ofKeypoints.addAll(ofInstances);
      }
      tasks.put(AnnotationKind.KEYPOINTS, ofKeypoints);
    }
    kinds.stream().filter(one -> !takes(one)).forEach(losses::kind);
  }

  @Override
  public boolean takes(AnnotationKind one) {
    return tasks.containsKey(one);
  }

  @Override
  public void begin(
      AnnotationKind newKind, String name, CocoHead head, List<ForeignSource.Category> all)
      throws IOException {
    kind = newKind;
    part = name;
    parts.computeIfAbsent(kind, key -> new TreeSet<>()).add(name);
    categories.put(kind, all);
    names.clear();
    classes.clear();
    known = all;
    all.forEach(category -> classes.put(category.id(), classes.size()));
    for (YoloTask task : tasks.get(kind)) {
      dataset.folder(task.path("images/" + folder(part)));
    }
  }

  private static String folder(String part) {
    return part.isEmpty() ? YoloDataFile.WHOLE : part;
  }

  @Override
  public void image(ForeignEntry entry, Path file) throws IOException {
    String name = entry.text("file_name");
    int dot = name.lastIndexOf('.');
    String stem = dot < 0 ? name : name.substring(0, dot);
    names.put(entry.whole("id"), stem);
    if (!ImageSize.isKnown(Path.of(name)) && !ImageSize.isOther(Path.of(name))) {
      losses.unknownImage(kind);
    }
    for (YoloTask task : tasks.get(kind)) {
      String path = task.path("images/" + folder(part) + "/" + name);
      if (!dataset.place(file, path) || !dataset.begin(labels(task, stem))) {
        throw entry.bad("has the same name but for its end as another image: " + name);
      }
    }
  }

  private String labels(YoloTask task, String stem) {
    return task.path("labels/" + folder(part) + "/" + stem + ".txt");
  }

  @Override
  public void annotation(MaskedAnnotation annotation) throws IOException {
    if (annotation.crowd()) {
      losses.crowd(kind);
      return;
    }
    Optional<ImageBox> box = box(annotation);
    if (box.isEmpty()) {
      losses.boxless(kind);
      return;
    }
    ForeignEntry entry = annotation.entry();
    int index = classes.get((int) entry.whole("category_id"));
    String mask =
        annotation.mask().filter(runs -> runs.area() > 0).map(runs -> runs.text()).orElse("");
    List<YoloPoint> points =
        kind == AnnotationKind.KEYPOINTS ? points(annotation, known.get(index)) : List.of();
    YoloInstance instance =
        new YoloInstance(annotation.width(), annotation.height(), box.get(), mask, points);
    for (YoloTask task : tasks.get(kind)) {
      if (task == YoloTask.SEGMENT && mask.isEmpty()) {
        losses.maskless();
      } else {
        StringBuilder text = new StringBuilder();
        YoloLine line = new YoloLine(text, index);
        task.write(line, instance);
        line.end();
        lines.append(labels(task, names.get(entry.whole("image_id"))), text);
        losses.written(task);
      }
    }
  }

  /** Its own box, cut at the image's edges; where it has none, its mask's. */
  private Optional<ImageBox> box(MaskedAnnotation annotation) {
    double[] own = annotation.entry().numbers("bbox");
    if (own.length == 0 && annotation.mask().isPresent()) {
      Box tight = annotation.mask().get().box();
      own = new double[] {tight.x(), tight.y(), tight.width(), tight.height()};
    }
    if (own.length == 0) {
      return Optional.empty();
    }
    if (own.length != 4) {
      throw annotation.entry().bad("has a 'bbox' of " + own.length + " numbers");
    }
    double left = Math.max(0, own[0]);
    double top = Math.max(0, own[1]);
    double width = Math.min(annotation.width(), own[0] + own[2]) - left;
    double height = Math.min(annotation.height(), own[1] + own[3]) - top;
    if (left != own[0] || top != own[1] || width < own[2] - 1e-6 || height < own[3] - 1e-6) {
      losses.cut(kind);
    }
    return width > 0 && height > 0
        ? Optional.of(new ImageBox(left, top, width, height))
        : Optional.empty();
  }

  /** As many as the class with most has; points outside the image are not labelled. */
  private List<YoloPoint> points(MaskedAnnotation annotation, ForeignSource.Category category) {
    double[] numbers = annotation.entry().numbers("keypoints");
    int own = category.keypoints().size();
    if (numbers.length != 0 && numbers.length != 3 * own) {
      throw annotation
          .entry()
          .bad(
              "has %d numbers as 'keypoints'; category %d has %d points of 3"
                  .formatted(numbers.length, category.id(), own));
    }
    List<YoloPoint> points = new ArrayList<>();
    for (int i = 0; i < numbers.length; i += 3) {
      YoloPoint point = new YoloPoint(numbers[i], numbers[i + 1], (int) numbers[i + 2]);
      if (point.flag() != numbers[i + 2] || point.flag() < 0 || point.flag() > 2) {
        throw annotation.entry().bad("has the flag " + numbers[i + 2] + ", which is 0, 1 or 2");
      }
      boolean outside =
          point.x() < 0
              || point.y() < 0
              || point.x() > annotation.width()
              || point.y() > annotation.height();
      if (outside && point.flag() > 0) {
        losses.point();
      }
      points.add(outside || point.flag() == 0 ? YoloPoint.NONE : point);
    }
    while (points.size() < YoloDataFile.points(pointNames(known))) {
      points.add(YoloPoint.NONE);
    }
    return points;
  }

  private static List<List<String>> pointNames(List<ForeignSource.Category> categories) {
    return categories.stream().map(ForeignSource.Category::keypoints).toList();
  }

  @Override
  public void panoptic(ForeignEntry entry, Path file) {
    throw new IllegalStateException("not taken");
  }

  @Override
  public void end() throws IOException {
    lines.flush();
  }

  @Override
  public void finish() throws IOException {
    for (AnnotationKind of : parts.keySet()) {
      losses.parts(parts.get(of));
      for (YoloTask task : tasks.get(of)) {
        if (losses.isEmpty(task)) {
          // Images whose labels are missing would be trained on as if they showed nothing.
          dataset.delete(task.path(""));
          continue;
        }
        byte[] text = dataFile(task, folders(parts.get(of)), categories.get(of));
        try (OutputStream out = dataset.create(task.path(YoloDataFile.NAME))) {
          out.write(text);
        }
      }
    }
  }

  /** Of a dataset that is split; what is in no part has a folder of its own beside them. */
  private static List<String> folders(SortedSet<String> parts) {
    return parts.equals(Set.of("")) ? List.of() : parts.stream().map(YoloTarget::folder).toList();
  }

  private static byte[] dataFile(
      YoloTask task, List<String> splits, List<ForeignSource.Category> categories) {
    List<String> called = categories.stream().map(ForeignSource.Category::name).toList();
    return task == YoloTask.POSE
        ? YoloDataFile.text(splits, called, pointNames(categories))
        : YoloDataFile.text(splits, called);
  }

  @Override
  public List<String> losses() {
    return losses.lines(takes(AnnotationKind.KEYPOINTS));
  }
}
