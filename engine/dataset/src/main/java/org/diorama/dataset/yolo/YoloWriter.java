package org.diorama.dataset.yolo;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.diorama.dataset.format.DatasetDescription;
import org.diorama.dataset.format.DatasetWriter;
import org.diorama.dataset.format.FormatFiles;

/**
 * YOLO's text labels: for each task a folder with {@code data.yaml}, images (second names of the
 * dataset's own files) and labels. Stuff and crowds have no line: the form knows neither. Poses are
 * there where named points are, and are of the categories that have any.
 */
public final class YoloWriter implements DatasetWriter {
  @Override
  public String format() {
    return "yolo";
  }

  @Override
  public String mainFile(List<String> splits) {
    return YoloTask.SEGMENT.path(YoloDataFile.NAME);
  }

  @Override
  public void writeOnce(DatasetDescription description, FormatFiles files) throws IOException {
    for (YoloTask task : YoloTask.values()) {
      if (task != YoloTask.POSE || files.holds(task.path("labels"))) {
        YoloClasses classes = YoloClasses.of(task, description);
        OutputStream out = files.create(task.path(YoloDataFile.NAME));
        out.write(
            YoloDataFile.text(
                description.structure().splits(), classes.names(), classes.pointNames()));
      }
    }
  }

  @Override
  public Pass begin(DatasetDescription description, FormatFiles files) throws IOException {
    return new YoloPass(description, files);
  }
}
