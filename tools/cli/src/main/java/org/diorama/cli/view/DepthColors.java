package org.diorama.cli.view;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Locale;

/**
 * Depth in false color: near is red, far is blue, no surface is black. Colors follow the logarithm
 * of depth, so that near things keep their relief beside a far background.
 */
final class DepthColors {
  private static final int LEGEND_HEIGHT = 22;

  private DepthColors() {}

  /** The image, each pixel enlarged by a whole factor, above a legend in meters. */
  static BufferedImage draw(LabelledImage image, int factor) {
    float near = Float.POSITIVE_INFINITY;
    float far = 0;
    for (float depth : image.depths()) {
      if (depth > 0) {
        near = Math.min(near, depth);
        far = Math.max(far, depth);
      }
    }
    int width = image.width() * factor;
    int height = image.height() * factor;
    BufferedImage canvas =
        new BufferedImage(width, height + LEGEND_HEIGHT, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        float depth = image.depths()[y / factor * image.width() + x / factor];
        canvas.setRGB(x, y, depth > 0 ? color(position(depth, near, far)) : 0);
      }
    }
    if (far > 0) {
      drawLegend(canvas, height, near, far);
    }
    return canvas;
  }

  /** 0 at the nearest depth, 1 at the farthest. */
  static double position(double depth, double near, double far) {
    return far > near ? Math.log(depth / near) / Math.log(far / near) : 0;
  }

  /**
   * A rainbow of even lightness steps from red (0) over yellow and green to blue (1); opaque RGB.
   */
  static int color(double position) {
    float hue = (float) (Math.max(0, Math.min(1, position)) * 0.69);
    float brightness = (float) (1 - 0.35 * position);
    return Color.HSBtoRGB(hue, 0.85f, brightness);
  }

  private static void drawLegend(BufferedImage canvas, int top, float near, float far) {
    int width = canvas.getWidth();
    for (int x = 0; x < width; x++) {
      int rgb = color((double) x / Math.max(1, width - 1));
      for (int y = top + 1; y < top + LEGEND_HEIGHT; y++) {
        canvas.setRGB(x, y, rgb);
      }
    }
    Graphics2D graphics = canvas.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 12));
    int[] places = width < 240 ? new int[] {0, 4} : new int[] {0, 1, 2, 3, 4};
    for (int place : places) {
      double meters = near * Math.pow(far / near, place / 4.0);
      String text = String.format(Locale.ROOT, meters < 10 ? "%.2f m" : "%.1f m", meters);
      int textWidth = graphics.getFontMetrics().stringWidth(text);
      int x = (int) Math.round((width - textWidth - 8) * place / 4.0) + 4;
      graphics.setColor(place == 4 ? Color.WHITE : Color.BLACK);
      graphics.drawString(text, x, top + LEGEND_HEIGHT - 6);
    }
    graphics.dispose();
  }
}
