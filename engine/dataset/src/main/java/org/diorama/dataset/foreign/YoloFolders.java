package org.diorama.dataset.foreign;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.diorama.dataset.yolo.YoloDataFile;
import org.diorama.dataset.yolo.YoloTask;

/** Where a folder has YOLO's labels, and what to do with them. */
public final class YoloFolders {
  private YoloFolders() {}

  /** The folders that have some, where Diorama writes them; what tells most comes first. */
  static List<Path> below(Path root) {
    return Stream.of(YoloTask.SEGMENT, YoloTask.POSE, YoloTask.DETECT)
        .map(task -> root.resolve(task.path(YoloDataFile.NAME)).getParent())
        .filter(YoloSource::isAt)
        .toList();
  }

  /** The end of a message about a folder without COCO files: how to make some of YOLO's labels. */
  public static String advice(Path root) {
    return Stream.concat(Stream.of(root).filter(YoloSource::isAt), below(root).stream())
        .map(from -> "; of YOLO's make one: tools/diorama convert " + from + " --to coco --out NEW")
        .findFirst()
        .orElse("");
  }
}
