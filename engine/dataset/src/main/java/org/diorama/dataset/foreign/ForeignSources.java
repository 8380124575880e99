package org.diorama.dataset.foreign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.dataset.yolo.YoloDataFile;

/** Finds out what kind of dataset a folder holds. */
final class ForeignSources {
  private ForeignSources() {}

  /**
   * @throws DioramaException BAD_INPUT where it holds none of these
   */
  static ForeignSource open(Path root) throws IOException {
    if (CocoSource.isAt(root)) {
      return CocoSource.open(root);
    }
    if (YoloSource.isAt(root)) {
      return YoloSource.open(root);
    }
    throw new DioramaException(
        ExitStatus.BAD_INPUT,
        root
            + (Files.isDirectory(root)
                ? " holds no dataset: neither annotations/instances*.json, stuff, keypoints or"
                    + " panoptic, nor "
                    + YoloDataFile.NAME
                    + below(root)
                : " is no folder"));
  }

  private static String below(Path root) {
    List<Path> folders = YoloFolders.below(root);
    return folders.isEmpty()
        ? ""
        : "; it has labels of YOLO's, give their folder: "
            + folders.stream().map(Path::toString).collect(Collectors.joining(" or "));
  }
}
