package org.diorama.cli.view;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import org.diorama.dataset.files.WholeFile;

/** Writes a PNG all at once: a failure leaves the old file, or none. */
final class PictureFile {
  private PictureFile() {}

  static void write(Path file, BufferedImage picture) {
    WholeFile.write(
        file,
        out -> {
          // Java's encoder would hide why the disk refuses.
          byte[] png = PngBytes.of(picture);
          out.write(png);
          return png.length;
        });
  }
}
