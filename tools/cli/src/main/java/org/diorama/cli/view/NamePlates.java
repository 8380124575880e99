package org.diorama.cli.view;

import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds a place for each name near its box, inside the canvas and off the names before it. */
final class NamePlates {
  private final int canvasWidth;
  private final int canvasHeight;
  private final int lines;
  private final List<Rectangle> taken = new ArrayList<>();

  /**
   * @param lines how many lines further down a name may go
   */
  NamePlates(int canvasWidth, int canvasHeight, int lines) {
    this.canvasWidth = canvasWidth;
    this.canvasHeight = canvasHeight;
    this.lines = lines;
  }

  /** Above the box's top left corner where there is room, else some lines further down. */
  Optional<Rectangle> place(int left, int top, int width, int height) {
    int x = Math.max(0, Math.min(left, canvasWidth - width));
    for (int line = 0; line <= lines; line++) {
      int y = Math.max(0, Math.min(top - height + line * height, canvasHeight - height));
      Rectangle plate = new Rectangle(x, y, width, height);
      if (taken.stream().noneMatch(plate::intersects)) {
        taken.add(plate);
        return Optional.of(plate);
      }
    }
    return Optional.empty();
  }
}
