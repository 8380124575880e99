package org.diorama.cli.view;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Finds a place for each name near its box, inside the canvas and off the names before it. */
final class NamePlates {
  private static final int TRIES = 8;

  private final int canvasWidth;
  private final int canvasHeight;
  private final List<Rectangle2D> taken = new ArrayList<>();

  NamePlates(int canvasWidth, int canvasHeight) {
    this.canvasWidth = canvasWidth;
    this.canvasHeight = canvasHeight;
  }

  /** Above the box's top left corner where there is room, else a few lines further down. */
  Rectangle2D place(int left, int top, int width, int height) {
    int x = Math.max(0, Math.min(left, canvasWidth - width));
    Rectangle2D plate = null;
    for (int line = 0; line < TRIES; line++) {
      int y = Math.max(0, Math.min(top - height + line * height, canvasHeight - height));
      plate = new Rectangle2D.Double(x, y, width, height);
      if (taken.stream().noneMatch(plate::intersects)) {
        break;
      }
    }
    taken.add(plate);
    return plate;
  }
}
