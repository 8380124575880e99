package org.diorama.cli.view;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import javax.imageio.ImageIO;
import org.diorama.dataset.files.FileFailures;

/** Writes a PNG all at once: a failure leaves the old file, or none. */
final class PictureFile {
  private PictureFile() {}

  static void write(Path file, BufferedImage picture) {
    Path target = file.toAbsolutePath();
    Path folder = target.getParent();
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw FileFailures.creating(folder, e);
    }
    Path temporary =
        folder.resolve("." + target.getFileName() + "." + ProcessHandle.current().pid());
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      ImageIO.write(picture, "png", bytes);
      try {
        Files.write(temporary, bytes.toByteArray());
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(temporary);
      }
    } catch (IOException e) {
      throw FileFailures.writing(file, e);
    }
  }
}
