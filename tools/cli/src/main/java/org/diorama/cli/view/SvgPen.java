package org.diorama.cli.view;

import java.util.List;
import java.util.Locale;

/** Writes marks as elements of an SVG; color and widths come from the page's style. */
final class SvgPen implements Mark.Pen {
  private final StringBuilder out;

  SvgPen(StringBuilder out) {
    this.out = out;
  }

  @Override
  public void line(double... points) {
    line("", points);
  }

  @Override
  public void axis(int axis, double... line) {
    line(" class=\"axis-" + "xyz".charAt(axis) + "\"", line);
  }

  private void line(String attributes, double... points) {
    out.append("<polyline").append(attributes).append(" points=\"");
    for (int i = 0; i < points.length; i += 2) {
      out.append(i == 0 ? "" : " ").append(number(points[i])).append(',');
      out.append(number(points[i + 1]));
    }
    out.append("\"/>");
  }

  @Override
  public void region(List<int[]> outlines) {
    out.append("<path d=\"");
    for (int[] outline : outlines) {
      out.append('M').append(outline[0]).append(' ').append(outline[1]);
      int x = outline[0];
      int y = outline[1];
      for (int i = 2; i < outline.length; i += 2) {
        // Edges of pixels: each goes along one axis.
        if (outline[i + 1] == y) {
          out.append('h').append(outline[i] - x);
        } else if (outline[i] == x) {
          out.append('v').append(outline[i + 1] - y);
        } else {
          out.append('L').append(outline[i]).append(' ').append(outline[i + 1]);
        }
        x = outline[i];
        y = outline[i + 1];
      }
      out.append('z');
    }
    out.append("\"/>");
  }

  @Override
  public void dot(double x, double y, boolean filled, String name) {
    out.append("<circle class=\"").append(filled ? "seen" : "hidden").append("\" cx=\"");
    out.append(number(x)).append("\" cy=\"").append(number(y)).append("\" r=\"3\"><title>");
    out.append(Markup.escaped(name)).append("</title></circle>");
  }

  /** To a hundredth, without zeros after a whole number. */
  static String number(double value) {
    String text = String.format(Locale.ROOT, "%.2f", value);
    return text.endsWith(".00") ? text.substring(0, text.length() - 3) : text;
  }
}
