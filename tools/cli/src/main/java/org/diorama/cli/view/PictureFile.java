package org.diorama.cli.view;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.diorama.dataset.files.WholeFile;

/** Writes a PNG all at once: a failure leaves the old file, or none. */
final class PictureFile {
  private PictureFile() {}

  static void write(Path file, BufferedImage picture) {
    WholeFile.write(
        file,
        out -> {
          // Java's encoder would hide why the disk refuses.
          ByteArrayOutputStream png = new ByteArrayOutputStream();
          ImageIO.write(picture, "png", png);
          png.writeTo(out);
          return png.size();
        });
  }
}
