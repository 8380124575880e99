package org.diorama.dataset.yolo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.diorama.core.geometry.ImageBox;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.label.LabelVerdict;
import org.diorama.core.scene.Annotator;
import org.diorama.dataset.files.RecordedFile;
import org.diorama.dataset.format.DatasetDescription;
import org.diorama.dataset.format.DatasetWriter;
import org.diorama.dataset.format.FormatFiles;
import org.diorama.dataset.layout.Kind;
import org.diorama.dataset.record.FrameRecord;
import org.diorama.dataset.record.InstanceExtras;
import org.diorama.dataset.record.InstanceLabel;
import org.diorama.dataset.record.ViewLabels;

/** One walk over the records. An image without objects has an empty file of labels. */
final class YoloPass implements DatasetWriter.Pass {
  private final FormatFiles files;
  private final Map<YoloTask, YoloClasses> classes = new EnumMap<>(YoloTask.class);

  YoloPass(DatasetDescription description, FormatFiles files) throws IOException {
    this.files = files;
    List<String> splits = description.structure().splits();
    for (YoloTask task : YoloTask.values()) {
      classes.put(task, YoloClasses.of(task, description));
      for (String split : splits.isEmpty() ? List.of(YoloDataFile.WHOLE) : splits) {
        files.clear(task.path("images/" + split));
        files.clear(task.path("labels/" + split));
      }
    }
  }

  @Override
  public void add(FrameRecord record) throws IOException {
    String split = record.frame().context().split().orElse(YoloDataFile.WHOLE);
    for (int i = 0; i < record.views().size(); i++) {
      ViewLabels view = record.views().get(i);
      PinholeCamera camera = record.frame().cameras().get(i).pinhole();
      RecordedFile image =
          file(
              record,
              Kind.IMAGE.path(
                  files.layout(),
                  record.number(),
                  view.camera(),
                  record.annotators().floatFiles()));
      for (YoloTask task : tasks(record)) {
        String name = files.layout().fileName(record.number(), view.camera(), "");
        files.linkForFrame(image, task.path("images/" + split + "/" + name + ".png"));
        files.writeForFrame(
            task.path("labels/" + split + "/" + name + ".txt"), labels(task, view, camera));
      }
    }
  }

  private List<YoloTask> tasks(FrameRecord record) {
    boolean posed =
        record.annotators().has(Annotator.KEYPOINTS)
            && !classes.get(YoloTask.POSE).names().isEmpty();
    return posed ? List.of(YoloTask.values()) : List.of(YoloTask.DETECT, YoloTask.SEGMENT);
  }

  private static RecordedFile file(FrameRecord record, String path) {
    return record.files().stream()
        .filter(file -> file.path().equals(path))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no record of " + path));
  }

  private byte[] labels(YoloTask task, ViewLabels view, PinholeCamera camera) {
    YoloClasses known = classes.get(task);
    StringBuilder text = new StringBuilder();
    for (InstanceLabel label : view.instances()) {
      if (label.verdict() == LabelVerdict.ANNOTATED && known.has(label.categoryId())) {
        YoloLine line = new YoloLine(text, known.index(label.categoryId()));
        task.write(
            line,
            new YoloInstance(
                camera.width(),
                camera.height(),
                ImageBox.of(label.bbox()),
                label.rle().orElseThrow(),
                points(known, label)));
        line.end();
      }
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static List<YoloPoint> points(YoloClasses classes, InstanceLabel label) {
    Map<String, YoloPoint> byName = new HashMap<>();
    label
        .extras()
        .flatMap(InstanceExtras::keypoints)
        .ifPresent(
            points -> points.forEach(point -> byName.put(point.name(), YoloPoint.of(point))));
    List<YoloPoint> points = new ArrayList<>();
    for (String name : classes.pointsOf(label.categoryId())) {
      points.add(byName.getOrDefault(name, YoloPoint.NONE));
    }
    while (points.size() < classes.points()) {
      points.add(YoloPoint.NONE);
    }
    return points;
  }

  @Override
  public void end() {
    // Files of frames are in place already.
  }
}
