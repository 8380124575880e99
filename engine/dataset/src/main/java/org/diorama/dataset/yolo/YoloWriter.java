package org.diorama.dataset.yolo;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.diorama.dataset.format.DatasetDescription;
import org.diorama.dataset.format.DatasetWriter;
import org.diorama.dataset.format.FormatFiles;

/**
 * YOLO's text labels: for each task a folder with {@code data.yaml}, images (second names of the
 * dataset's own files) and labels. Stuff and crowds have no line: the form knows neither.
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
    byte[] text =
        YoloDataFile.text(
            description.structure().splits(), new YoloClasses(description.categories()).names());
    for (YoloTask task : YoloTask.values()) {
      OutputStream out = files.create(task.path(YoloDataFile.NAME));
      out.write(text);
    }
  }

  @Override
  public Pass begin(DatasetDescription description, FormatFiles files) throws IOException {
    return new YoloPass(description, files);
  }
}
