package org.diorama.cli.view;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Locale;
import java.util.Optional;

/**
 * Depths and other lengths in false color: near is red, far is blue, none is black. Colors follow
 * the logarithm, so that near things keep their relief beside a far background.
 */
final class DepthColors {
  private static final int LEGEND_HEIGHT = 22;
  private static final int LEAST_LEGEND = 160;
  private static final int MOST_LEGEND = 640;

  private DepthColors() {}

  /** The depths of an image. */
  static Picture of(LabelledImage image) {
    return of(image.depths(), image.width(), "m");
  }

  /**
   * @param values row by row from the top; 0 = none
   * @param unit for the legend
   */
  static Picture of(float[] values, int width, String unit) {
    return of(values, width, unit, false);
  }

  /** Disparities in pixels: what is near has the large ones. */
  static Picture ofDisparity(float[] values, int width) {
    return of(values, width, "px", true);
  }

  private static Picture of(float[] values, int width, String unit, boolean largeIsNear) {
    float near = Float.POSITIVE_INFINITY;
    float far = 0;
    for (float value : values) {
      if (value > 0) {
        near = Math.min(near, value);
        far = Math.max(far, value);
      }
    }
    BufferedImage canvas =
        new BufferedImage(width, values.length / width, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < values.length; i++) {
      double position = position(values[i], near, far);
      int rgb = values[i] > 0 ? color(largeIsNear ? 1 - position : position) : 0;
      canvas.setRGB(i % width, i / width, rgb);
    }
    return new Picture(
        canvas,
        far > 0 && Lettering.problem().isEmpty()
            ? Optional.of(
                legend(
                    Math.max(LEAST_LEGEND, Math.min(MOST_LEGEND, width)),
                    near,
                    far,
                    unit,
                    largeIsNear))
            : Optional.empty());
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

  private static BufferedImage legend(
      int width, float near, float far, String unit, boolean largeIsNear) {
    BufferedImage canvas = new BufferedImage(width, LEGEND_HEIGHT, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < width; x++) {
      double position = (double) x / Math.max(1, width - 1);
      int rgb = color(largeIsNear ? 1 - position : position);
      for (int y = 1; y < LEGEND_HEIGHT; y++) {
        canvas.setRGB(x, y, rgb);
      }
    }
    Graphics2D graphics = canvas.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 12));
    int[] places = width < 240 ? new int[] {0, 4} : new int[] {0, 1, 2, 3, 4};
    for (int place : places) {
      double value = near * Math.pow(far / near, place / 4.0);
      String text = String.format(Locale.ROOT, value < 10 ? "%.2f " : "%.1f ", value) + unit;
      int textWidth = graphics.getFontMetrics().stringWidth(text);
      int x = (int) Math.round((width - textWidth - 8) * place / 4.0) + 4;
      graphics.setColor(place == (largeIsNear ? 0 : 4) ? Color.WHITE : Color.BLACK);
      graphics.drawString(text, x, LEGEND_HEIGHT - 6);
    }
    graphics.dispose();
    return canvas;
  }
}
