package org.diorama.dataset.foreign;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.diorama.core.geometry.PixelBox;
import org.diorama.dataset.coco.RunLengths;
import org.diorama.dataset.yolo.YoloDataFile;
import org.diorama.dataset.yolo.YoloInstance;
import org.diorama.dataset.yolo.YoloLine;
import org.diorama.dataset.yolo.YoloTask;
import tools.jackson.databind.node.ObjectNode;

/**
 * YOLO's label files. Lines are appended as annotations pass by, so that they may come in any order
 * of images and none is kept.
 */
final class YoloTarget implements ForeignTarget {
  private static final List<YoloTask> TASKS = List.of(YoloTask.DETECT, YoloTask.SEGMENT);

  private final NewDataset dataset;
  private final Map<Long, String> names = new HashMap<>();
  private final Map<Integer, Integer> classes = new HashMap<>();
  private String part;
  private long crowds;
  private long maskless;

  YoloTarget(NewDataset dataset) {
    this.dataset = dataset;
  }

  @Override
  public void begin(String name, List<ForeignSource.Category> categories) {
    part = name;
    names.clear();
    categories.forEach(category -> classes.putIfAbsent(category.id(), classes.size()));
  }

  private String folder() {
    return part.isEmpty() ? YoloDataFile.WHOLE : part;
  }

  @Override
  public void image(ObjectNode entry, Path file) throws IOException {
    String name = entry.get("file_name").asString();
    int dot = name.lastIndexOf('.');
    String stem = dot < 0 ? name : name.substring(0, dot);
    names.put(entry.get("id").asLong(), stem);
    for (YoloTask task : TASKS) {
      dataset.place(file, task.path("images/" + folder() + "/" + name));
      dataset.append(labels(task, stem), "");
    }
  }

  private String labels(YoloTask task, String stem) {
    return task.path("labels/" + folder() + "/" + stem + ".txt");
  }

  @Override
  public void annotation(MaskedAnnotation annotation) throws IOException {
    if (annotation.crowd()) {
      crowds++;
      return;
    }
    if (annotation.mask().isEmpty() || annotation.mask().get().area() == 0) {
      maskless++;
      return;
    }
    RunLengths mask = annotation.mask().get();
    PixelBox box = mask.box().pixels();
    YoloInstance instance =
        new YoloInstance(annotation.width(), annotation.height(), box, mask.text());
    ObjectNode entry = annotation.entry();
    for (YoloTask task : TASKS) {
      StringBuilder text = new StringBuilder();
      YoloLine line = new YoloLine(text, classes.get(entry.get("category_id").asInt()));
      task.write(line, instance);
      line.end();
      dataset.append(labels(task, names.get(entry.get("image_id").asLong())), text);
    }
  }

  @Override
  public void end() {
    // Every line is in its file.
  }

  @Override
  public void finish(List<String> parts, List<ForeignSource.Category> categories)
      throws IOException {
    List<String> splits = parts.equals(List.of("")) ? List.of() : parts;
    byte[] text =
        YoloDataFile.text(splits, categories.stream().map(ForeignSource.Category::name).toList());
    for (YoloTask task : TASKS) {
      try (OutputStream out = dataset.create(task.path(YoloDataFile.NAME))) {
        out.write(text);
      }
    }
  }

  @Override
  public List<String> losses() {
    List<String> losses = new ArrayList<>();
    losses.add("ids, supercategories and every key beyond class, box and mask: YOLO has none");
    if (crowds > 0) {
      losses.add(crowds + " crowds are left out: YOLO has none");
    }
    if (maskless > 0) {
      losses.add(maskless + " annotations without a mask are left out");
    }
    return losses;
  }
}
