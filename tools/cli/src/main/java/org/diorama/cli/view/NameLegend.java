package org.diorama.cli.view;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the colors of a picture of ids are called. */
final class NameLegend {
  private static final int LINE = 18;
  private static final int SWATCH = 12;
  private static final int GAP = 12;
  private static final int LEAST_WIDTH = 320;

  /** Behind these a name may go on in the next line. */
  private static final String BREAKS = "/ -_";

  private NameLegend() {}

  /**
   * Swatches with their names, in rows.
   *
   * @param names in their order
   * @param width of the picture that they belong to, in pixels
   * @return absent where there is nothing to tell, or no font
   */
  static Optional<BufferedImage> of(Map<String, Color> names, int width) {
    if (names.isEmpty() || Lettering.problem().isPresent()) {
      return Optional.empty();
    }
    int wide = Math.max(LEAST_WIDTH, width);
    int rows = draw(names, new BufferedImage(wide, 1, BufferedImage.TYPE_INT_RGB));
    BufferedImage canvas = new BufferedImage(wide, rows * LINE, BufferedImage.TYPE_INT_RGB);
    draw(names, canvas);
    return Optional.of(canvas);
  }

  /**
   * A name in lines that have room, broken behind a slash, a space, a dash or a low line where it
   * has some.
   */
  static List<String> lines(String name, FontMetrics metrics, int width) {
    List<String> lines = new ArrayList<>();
    String rest = name;
    while (metrics.stringWidth(rest) > width && rest.length() > 1) {
      int fitting = rest.length() - 1;
      while (fitting > 1 && metrics.stringWidth(rest.substring(0, fitting)) > width) {
        fitting--;
      }
      int end = fitting;
      while (end > 0 && BREAKS.indexOf(rest.charAt(end - 1)) < 0) {
        end--;
      }
      lines.add(rest.substring(0, end > 0 ? end : fitting));
      rest = rest.substring(end > 0 ? end : fitting);
    }
    lines.add(rest);
    return lines;
  }

  /** How many rows it takes. */
  private static int draw(Map<String, Color> names, BufferedImage canvas) {
    Graphics2D graphics = canvas.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
    FontMetrics metrics = graphics.getFontMetrics();
    int x = 0;
    int row = 0;
    for (Map.Entry<String, Color> name : names.entrySet()) {
      List<String> lines = lines(name.getKey(), metrics, canvas.getWidth() - SWATCH - 4 - GAP);
      int width = SWATCH + 4 + metrics.stringWidth(lines.get(0)) + GAP;
      if (x > 0 && (x + width > canvas.getWidth() || lines.size() > 1)) {
        x = 0;
        row++;
      }
      graphics.setColor(name.getValue());
      graphics.fillRect(x + 2, row * LINE + 3, SWATCH, SWATCH);
      graphics.setColor(Color.WHITE);
      for (String line : lines.subList(0, lines.size() - 1)) {
        graphics.drawString(line, x + SWATCH + 6, row * LINE + LINE - 5);
        row++;
      }
      String last = lines.get(lines.size() - 1);
      graphics.drawString(last, x + SWATCH + 6, row * LINE + LINE - 5);
      x += SWATCH + 4 + metrics.stringWidth(last) + GAP;
    }
    graphics.dispose();
    return row + 1;
  }
}
