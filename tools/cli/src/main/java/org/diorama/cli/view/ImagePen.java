package org.diorama.cli.view;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.List;

/** Draws marks into a picture, each pixel of the image enlarged by a factor. */
final class ImagePen implements Mark.Pen {
  private static final float TINT = 0.25f;
  private static final double RADIUS = 4;
  private static final Color[] AXES = {
    new Color(0xff5050), new Color(0x50e050), new Color(0x5090ff)
  };

  private final Graphics2D graphics;
  private final double factor;

  /**
   * @param graphics of the picture; the caller disposes of it
   */
  ImagePen(Graphics2D graphics, double factor, Color color) {
    this.graphics = graphics;
    this.factor = factor;
    graphics.setColor(color);
    graphics.setStroke(new BasicStroke(2));
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
  }

  @Override
  public void line(double... points) {
    Path2D path = new Path2D.Double();
    path.moveTo(points[0] * factor, points[1] * factor);
    for (int i = 2; i < points.length; i += 2) {
      path.lineTo(points[i] * factor, points[i + 1] * factor);
    }
    graphics.draw(path);
  }

  @Override
  public void axis(int axis, double... line) {
    Color before = graphics.getColor();
    graphics.setColor(AXES[axis]);
    line(line);
    graphics.setColor(before);
  }

  @Override
  public void region(List<int[]> outlines) {
    Path2D path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
    for (int[] outline : outlines) {
      path.moveTo(outline[0] * factor, outline[1] * factor);
      for (int i = 2; i < outline.length; i += 2) {
        path.lineTo(outline[i] * factor, outline[i + 1] * factor);
      }
      path.closePath();
    }
    AlphaComposite before = (AlphaComposite) graphics.getComposite();
    graphics.setComposite(before.derive(TINT));
    graphics.fill(path);
    graphics.setComposite(before);
    graphics.draw(path);
  }

  @Override
  public void dot(double x, double y, boolean filled, String name) {
    Ellipse2D circle =
        new Ellipse2D.Double(x * factor - RADIUS, y * factor - RADIUS, 2 * RADIUS, 2 * RADIUS);
    if (filled) {
      graphics.fill(circle);
    } else {
      graphics.draw(circle);
    }
    if (!name.isEmpty()) {
      graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 9));
      float left = (float) (x * factor + RADIUS + 2);
      float base = (float) (y * factor + 3);
      Color own = graphics.getColor();
      graphics.setColor(Color.BLACK);
      graphics.drawString(name, left + 1, base + 1);
      graphics.setColor(own);
      graphics.drawString(name, left, base);
    }
  }
}
