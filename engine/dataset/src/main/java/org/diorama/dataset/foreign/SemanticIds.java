package org.diorama.dataset.foreign;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.SortedMap;
import javax.imageio.ImageIO;
import org.diorama.dataset.png.Filter;
import org.diorama.dataset.png.PixelFormat;
import org.diorama.dataset.png.PngEncoder;

/**
 * Writes semantic images with other category ids: 8 bits a pixel with 255 for void, or 16 with
 * 65535 where an id is above 254.
 */
final class SemanticIds {
  private static final int LARGEST_NARROW = 254;

  private final SortedMap<Integer, Integer> changed;
  private final boolean wide;

  /**
   * @param changed ids that become others
   * @param largest id of the merged dataset
   */
  SemanticIds(SortedMap<Integer, Integer> changed, int largest) {
    this.changed = changed;
    this.wide = largest > LARGEST_NARROW;
  }

  /** Whether an image stays as it is. */
  boolean keeps(Path file) throws IOException {
    return changed.isEmpty() && isWide(read(file)) == wide;
  }

  private static BufferedImage read(Path file) throws IOException {
    BufferedImage image = ImageIO.read(file.toFile());
    if (image == null || image.getRaster().getNumBands() != 1) {
      throw ForeignEntry.bad(file, "is no image of category ids");
    }
    return image;
  }

  private static boolean isWide(BufferedImage image) {
    return image.getRaster().getDataBuffer().getDataType() == DataBuffer.TYPE_USHORT;
  }

  void write(Path file, OutputStream out) throws IOException {
    BufferedImage image = read(file);
    Raster raster = image.getRaster();
    int voidBefore = isWide(image) ? 65535 : 255;
    int width = image.getWidth();
    int[] values = new int[width];
    try (PngEncoder png = new PngEncoder()) {
      png.encode(
          width,
          image.getHeight(),
          wide ? PixelFormat.GRAY_16 : PixelFormat.GRAY_8,
          Filter.UP,
          (y, row) -> {
            raster.getSamples(0, y, width, 1, 0, values);
            for (int x = 0; x < width; x++) {
              put(row, x, values[x] == voidBefore ? voidAfter() : newId(values[x]));
            }
          },
          out);
    }
  }

  private int voidAfter() {
    return wide ? 65535 : 255;
  }

  private int newId(int id) {
    return changed.getOrDefault(id, id);
  }

  private void put(byte[] row, int x, int value) {
    if (wide) {
      row[2 * x] = (byte) (value >>> 8);
      row[2 * x + 1] = (byte) value;
    } else {
      row[x] = (byte) value;
    }
  }
}
