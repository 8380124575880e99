package org.diorama.dataset.verify.foreign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.diorama.dataset.verify.finding.Fault;
import org.diorama.dataset.verify.read.CocoFolders;
import org.diorama.dataset.verify.read.ExifOrientation;
import org.diorama.dataset.verify.read.ImageSize;

/** Entries of images: a size, a name, and a file of that name and size. */
final class ImageFileCheck {
  static final String NAME = "images and their files";

  private final CocoFolders folders;

  /**
   * @param folders of the files
   */
  ImageFileCheck(CocoFolders folders) {
    this.folders = folders;
  }

  void check(ForeignImage image, ForeignReport report) {
    report.examined(1);
    if (!image.hasSize()) {
      report.find(
          Fault.SIZE_MISSING,
          image,
          "%s x %s".formatted(image.entry().path("width"), image.entry().path("height")));
    }
    String name = CocoFolders.fileName(image.entry());
    if (name.isEmpty()) {
      report.find(Fault.FILE_NAME_WRONG, image, "it has no file_name");
    } else if (!CocoFolders.isInside(name)) {
      report.find(Fault.FILE_NAME_WRONG, image, "'" + name + "' leads out of the folder of images");
    } else if (folders.areUnknown()) {
      report.lacking("a folder of images (--images)");
    } else {
      file(image, folders.image(name), report);
    }
  }

  private static void file(ForeignImage image, Path file, ForeignReport report) {
    if (!Files.isRegularFile(file)) {
      report.find(Fault.IMAGE_FILE_MISSING, image, file + " is not there");
      return;
    }
    try {
      Optional<ImageSize> size = ImageSize.of(file);
      int orientation = ExifOrientation.of(file);
      if (size.isPresent() && orientation != ExifOrientation.UPRIGHT) {
        turned(image, file, size.get(), orientation, report);
        return;
      }
      if (size.isEmpty()) {
        report.lacking("an image as PNG or JPEG");
      } else if (image.hasSize()
          && !size.get().equals(new ImageSize(image.width(), image.height()))) {
        wrongSize(image, file, size.get(), report);
      }
    } catch (IOException e) {
      report.find(Fault.FILE_UNREADABLE, image, e.toString());
    }
  }

  private static void wrongSize(
      ForeignImage image, Path file, ImageSize size, ForeignReport report) {
    report.find(
        Fault.IMAGE_SIZE,
        image,
        "%s is %d x %d, its entry %d x %d"
            .formatted(
                file.getFileName(), size.width(), size.height(), image.width(), image.height()));
  }

  /** Labels belong to the stored pixels or to the turned ones; the entry's size may tell. */
  private static void turned(
      ForeignImage image, Path file, ImageSize size, int orientation, ForeignReport report) {
    ImageSize shown =
        ExifOrientation.swapsSides(orientation) ? new ImageSize(size.height(), size.width()) : size;
    ImageSize entry = new ImageSize(image.width(), image.height());
    boolean asStored = entry.equals(size);
    boolean asShown = entry.equals(shown);
    if (image.hasSize() && !asStored && !asShown) {
      wrongSize(image, file, size, report);
    }
    String labels =
        asStored == asShown
            ? "its entry's size fits both"
            : asStored
                ? "its entry is of the stored one: loaders that obey it misplace every label"
                : "its entry is of the turned one: loaders that ignore it misplace every label";
    report.find(
        Fault.IMAGE_TURNED,
        image,
        "%s has orientation %d: stored %d x %d, turned %d x %d; %s"
            .formatted(
                file.getFileName(),
                orientation,
                size.width(),
                size.height(),
                shown.width(),
                shown.height(),
                labels));
  }
}
