package org.diorama.dataset.coco;

import org.diorama.core.geometry.PixelBox;

/**
 * An axis-parallel box in pixel edges: (0, 0) is the image's top-left corner, y goes down.
 *
 * @param x left edge; {@code y} the top edge
 * @param width right edge minus left edge, in pixels; likewise {@code height}
 */
public record Box(double x, double y, double width, double height) {
  public static final Box EMPTY = new Box(0, 0, 0, 0);

  /** The same in whole pixels, where it lies on pixel edges. */
  public PixelBox pixels() {
    return new PixelBox((int) x, (int) y, (int) (x + width), (int) (y + height));
  }

  public double area() {
    return width * height;
  }

  /**
   * Intersection over union; 0 where the boxes only touch.
   *
   * @param crowd the other box is a crowd: COCO then divides by this box's own area
   */
  public double overlap(Box other, boolean crowd) {
    double w = Math.min(x + width, other.x + other.width) - Math.max(x, other.x);
    double h = Math.min(y + height, other.y + other.height) - Math.max(y, other.y);
    if (w <= 0 || h <= 0) {
      return 0;
    }
    double intersection = w * h;
    return intersection / (crowd ? area() : area() + other.area() - intersection);
  }
}
