package org.diorama.cli.view;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Optical flow in color: hue tells the direction, saturation the length, as on the wheel beside it
 * (after Baker et al., "A Database and Evaluation Methodology for Optical Flow", 2011). Pixels that
 * do not move are white; lengths beyond the wheel's edge, one in a hundred, are as the edge.
 */
final class FlowColors {
  private static final int WHEEL = 64;
  private static final int GAP = 8;
  private static final int LINE = 18;
  private static final int DESCENT = 5;
  private static final double EDGE_SHARE = 0.99;

  private FlowColors() {}

  /**
   * @param flow columns right and rows down, in pixels, two numbers a pixel
   */
  static Picture of(float[] flow, int width) {
    float edge = edge(flow);
    int pixels = flow.length / 2;
    BufferedImage canvas = new BufferedImage(width, pixels / width, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < pixels; i++) {
      canvas.setRGB(i % width, i / width, color(flow[2 * i] / edge, flow[2 * i + 1] / edge));
    }
    return new Picture(
        canvas, Lettering.problem().isEmpty() ? Optional.of(wheel(edge, width)) : Optional.empty());
  }

  /** Length at the wheel's edge: all but a hundredth of the moving pixels stay within. */
  private static float edge(float[] flow) {
    float[] lengths = new float[flow.length / 2];
    int moving = 0;
    for (int i = 0; i < lengths.length; i++) {
      float length = (float) Math.hypot(flow[2 * i], flow[2 * i + 1]);
      if (length > 0) {
        lengths[moving++] = length;
      }
    }
    if (moving == 0) {
      return 1;
    }
    Arrays.sort(lengths, 0, moving);
    return lengths[(int) (EDGE_SHARE * (moving - 1))];
  }

  /**
   * @param right in lengths of the wheel's radius, likewise {@code down}
   */
  static int color(double right, double down) {
    double turns = Math.atan2(down, right) / (2 * Math.PI);
    // A hue just below 0 would be rounded to a whole turn that HSBtoRGB has no color for.
    double hue = turns < 0 ? turns + 1 : turns;
    return Color.HSBtoRGB((float) hue, (float) Math.min(1, Math.hypot(right, down)), 1);
  }

  /** The wheel with its scale beside it, or below it where the picture has no room for both. */
  private static BufferedImage wheel(float edge, int width) {
    String scale = String.format(Locale.ROOT, "edge: %.3g px", edge);
    Font font = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
    int wide = metrics(font).stringWidth(scale);
    boolean beside = WHEEL + GAP + wide <= width;
    BufferedImage canvas =
        new BufferedImage(
            beside ? WHEEL + GAP + wide : Math.max(WHEEL, wide),
            beside ? WHEEL : WHEEL + LINE,
            BufferedImage.TYPE_INT_RGB);
    double radius = WHEEL / 2.0;
    for (int y = 0; y < WHEEL; y++) {
      for (int x = 0; x < WHEEL; x++) {
        double right = (x + 0.5) / radius - 1;
        double down = (y + 0.5) / radius - 1;
        if (Math.hypot(right, down) <= 1) {
          canvas.setRGB(x, y, color(right, down));
        }
      }
    }
    Graphics2D graphics = canvas.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setFont(font);
    graphics.setColor(Color.WHITE);
    graphics.drawString(
        scale, beside ? WHEEL + GAP : 0, beside ? WHEEL / 2 : WHEEL + LINE - DESCENT);
    graphics.dispose();
    return canvas;
  }

  private static FontMetrics metrics(Font font) {
    Graphics2D graphics = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
    try {
      return graphics.getFontMetrics(font);
    } finally {
      graphics.dispose();
    }
  }
}
