package org.diorama.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import javax.imageio.ImageIO;

/**
 * Compares pictures by two thresholds: few pixels may differ a lot (edges), and all of them
 * together only a little (no shift of color).
 *
 * @param large difference of a channel, 0 to 255, above which a pixel differs a lot
 * @param largeShare greatest share of pixels that differ a lot, [0, 1]
 * @param mean greatest mean difference over all channels and pixels, 0 to 255
 */
public record ImageComparison(int large, double largeShare, double mean) {
  private static final int AMPLIFICATION = 8;

  /**
   * Fails where a threshold is passed, and leaves {@code target/image-differences/NAME.png}:
   * expected, actual, and the amplified difference side by side.
   */
  public void assertSimilar(String name, BufferedImage expected, BufferedImage actual) {
    assertEquals(expected.getWidth(), actual.getWidth(), "width");
    assertEquals(expected.getHeight(), actual.getHeight(), "height");
    int width = expected.getWidth();
    int height = expected.getHeight();
    BufferedImage difference = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    int largePixels = 0;
    long sum = 0;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int shown = 0;
        int greatest = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
          int e = expected.getRGB(x, y) >> shift & 0xff;
          int a = actual.getRGB(x, y) >> shift & 0xff;
          int d = Math.abs(e - a);
          greatest = Math.max(greatest, d);
          sum += d;
          shown |= Math.min(255, d * AMPLIFICATION) << shift;
        }
        difference.setRGB(x, y, shown);
        largePixels += greatest > large ? 1 : 0;
      }
    }
    double average = sum / (3.0 * width * height);
    double share = (double) largePixels / (width * height);
    if (share > largeShare || average > mean) {
      fail(
          String.format(
              Locale.ROOT,
              "%s: %.4f of the pixels differ by more than %d (allowed %.4f),"
                  + " mean difference %.3f (allowed %.3f), see %s",
              name,
              share,
              large,
              largeShare,
              average,
              mean,
              write(name, expected, actual, difference)));
    }
  }

  private static File write(String name, BufferedImage... images) {
    int width = images[0].getWidth();
    BufferedImage sheet =
        new BufferedImage(width * images.length, images[0].getHeight(), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = sheet.createGraphics();
    for (int i = 0; i < images.length; i++) {
      graphics.drawImage(images[i], i * width, 0, null);
    }
    graphics.dispose();
    File file = new File("target/image-differences", name + ".png");
    try {
      if (!file.getParentFile().isDirectory() && !file.getParentFile().mkdirs()) {
        throw new IOException("cannot create " + file.getParentFile());
      }
      ImageIO.write(sheet, "png", file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file.getAbsoluteFile();
  }
}
