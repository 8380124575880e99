package org.diorama.dataset.verify.foreign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.diorama.dataset.verify.finding.Fault;
import org.diorama.dataset.verify.read.ImageSize;

/** Entries of images: a size, a name, and a file of that name and size. */
final class ImageFileCheck {
  static final String NAME = "images and their files";

  private final Optional<Path> folder;

  /**
   * @param folder of the files; absent where nobody named it
   */
  ImageFileCheck(Optional<Path> folder) {
    this.folder = folder;
  }

  void check(ForeignImage image, ForeignReport report) {
    report.examined(1);
    if (!image.hasSize()) {
      report.find(
          Fault.SIZE_MISSING,
          image,
          "%s x %s".formatted(image.entry().path("width"), image.entry().path("height")));
    }
    String name = image.entry().path("file_name").asString("");
    if (name.isEmpty()) {
      report.find(Fault.FILE_NAME_WRONG, image, "it has no file_name");
    } else if (folder.isEmpty()) {
      report.lacking("a folder of images (--images)");
    } else {
      file(image, folder.get().resolve(name), report);
    }
  }

  private static void file(ForeignImage image, Path file, ForeignReport report) {
    if (!Files.isRegularFile(file)) {
      report.find(Fault.IMAGE_FILE_MISSING, image, file + " is not there");
      return;
    }
    try {
      Optional<ImageSize> size = ImageSize.of(file);
      if (size.isEmpty()) {
        report.lacking("an image as PNG or JPEG");
      } else if (image.hasSize()
          && !size.get().equals(new ImageSize(image.width(), image.height()))) {
        report.find(
            Fault.IMAGE_SIZE,
            image,
            "%s is %d x %d, its entry %d x %d"
                .formatted(
                    file.getFileName(),
                    size.get().width(),
                    size.get().height(),
                    image.width(),
                    image.height()));
      }
    } catch (IOException e) {
      report.find(Fault.FILE_UNREADABLE, image, e.toString());
    }
  }
}
