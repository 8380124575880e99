package org.diorama.dataset;

import java.awt.image.BufferedImage;

/** Smaller copies of pictures for people. Encoded colors are averaged as they stand. */
public final class BlockAverage {
  private BlockAverage() {}

  /**
   * Each block of factor × factor pixels becomes one; what is left over at the right and bottom is
   * cut, unless nothing else is there.
   *
   * @param factor at least 1
   */
  public static BufferedImage shrink(BufferedImage image, int factor) {
    int width = Math.max(1, image.getWidth() / factor);
    int height = Math.max(1, image.getHeight() / factor);
    BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        small.setRGB(x, y, mean(image, x * factor, y * factor, factor));
      }
    }
    return small;
  }

  private static int mean(BufferedImage image, int left, int top, int size) {
    int right = Math.min(image.getWidth(), left + size);
    int bottom = Math.min(image.getHeight(), top + size);
    long red = 0;
    long green = 0;
    long blue = 0;
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        int color = image.getRGB(x, y);
        red += color >> 16 & 0xff;
        green += color >> 8 & 0xff;
        blue += color & 0xff;
      }
    }
    long count = (long) (right - left) * (bottom - top);
    return (int) (red / count) << 16 | (int) (green / count) << 8 | (int) (blue / count);
  }
}
