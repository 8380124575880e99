package org.diorama.dataset.yolo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.label.LabelVerdict;
import org.diorama.dataset.files.RecordedFile;
import org.diorama.dataset.format.DatasetDescription;
import org.diorama.dataset.format.DatasetWriter;
import org.diorama.dataset.format.FormatFiles;
import org.diorama.dataset.layout.Kind;
import org.diorama.dataset.record.FrameRecord;
import org.diorama.dataset.record.InstanceLabel;
import org.diorama.dataset.record.ViewLabels;

/** One walk over the records. An image without objects has an empty file of labels. */
final class YoloPass implements DatasetWriter.Pass {
  private final FormatFiles files;
  private final YoloClasses classes;

  YoloPass(DatasetDescription description, FormatFiles files) throws IOException {
    this.files = files;
    this.classes = new YoloClasses(description.categories());
    List<String> splits = description.structure().splits();
    for (YoloTask task : YoloTask.values()) {
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
      for (YoloTask task : YoloTask.values()) {
        String name = files.layout().fileName(record.number(), view.camera(), "");
        files.linkForFrame(image, task.path("images/" + split + "/" + name + ".png"));
        files.writeForFrame(
            task.path("labels/" + split + "/" + name + ".txt"), labels(task, view, camera));
      }
    }
  }

  private static RecordedFile file(FrameRecord record, String path) {
    return record.files().stream()
        .filter(file -> file.path().equals(path))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no record of " + path));
  }

  private byte[] labels(YoloTask task, ViewLabels view, PinholeCamera camera) {
    StringBuilder text = new StringBuilder();
    for (InstanceLabel label : view.instances()) {
      if (label.verdict() == LabelVerdict.ANNOTATED) {
        YoloLine line = new YoloLine(text, classes.index(label.categoryId()));
        task.write(
            line,
            new YoloInstance(
                camera.width(), camera.height(), label.bbox(), label.rle().orElseThrow()));
        line.end();
      }
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void end() {
    // Files of frames are in place already.
  }
}
