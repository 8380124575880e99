package org.diorama.dataset.foreign;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Width and height of an image file, from its head: its pixels are not decoded. */
final class ImageSize {
  private ImageSize() {}

  /**
   * @throws org.diorama.core.DioramaException BAD_INPUT where it is no image
   */
  static int[] of(Path file) throws IOException {
    try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw CocoEntries.bad(file, "is no image");
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in);
        return new int[] {reader.getWidth(0), reader.getHeight(0)};
      } catch (IOException e) {
        throw CocoEntries.bad(file, "is a damaged image: " + e.getMessage());
      } finally {
        reader.dispose();
      }
    }
  }
}
