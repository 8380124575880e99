package org.diorama.cli.view;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;

/** Puts pictures with captions side by side. */
final class Sheet {
  private static final int CAPTION = 18;
  private static final int GAP = 6;

  private Sheet() {}

  /** A picture and what stands above it. */
  record Cell(String caption, BufferedImage picture) {}

  /**
   * @param columns greatest number of cells beside one another
   */
  static BufferedImage draw(List<Cell> cells, int columns) {
    int across = Math.min(columns, cells.size());
    int cellWidth = cells.stream().mapToInt(cell -> cell.picture().getWidth()).max().orElseThrow();
    int[] tops = tops(cells, across);
    BufferedImage canvas =
        new BufferedImage(
            GAP + across * (cellWidth + GAP), tops[tops.length - 1], BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = canvas.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setColor(new Color(0x202225));
    graphics.fillRect(0, 0, canvas.getWidth(), canvas.getHeight());
    graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
    graphics.setColor(Color.WHITE);
    for (int i = 0; i < cells.size(); i++) {
      int x = GAP + i % across * (cellWidth + GAP);
      int y = tops[i / across];
      graphics.drawString(cells.get(i).caption(), x + 2, y + CAPTION - 5);
      graphics.drawImage(cells.get(i).picture(), x, y + CAPTION, null);
    }
    graphics.dispose();
    return canvas;
  }

  /**
   * Where each row begins, and behind them where the sheet ends; a row is as high as it must be.
   */
  private static int[] tops(List<Cell> cells, int across) {
    int[] tops = new int[(cells.size() + across - 1) / across + 1];
    tops[0] = GAP;
    for (int row = 0; row + 1 < tops.length; row++) {
      int highest = 0;
      for (Cell cell : cells.subList(row * across, Math.min(cells.size(), (row + 1) * across))) {
        highest = Math.max(highest, cell.picture().getHeight());
      }
      tops[row + 1] = tops[row] + CAPTION + highest + GAP;
    }
    return tops;
  }
}
