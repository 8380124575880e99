package org.diorama.core.geometry;

/**
 * A box in positions of an image, pixels with fractions: (0, 0) is the top left corner of the
 * image, the center of its first pixel lies at (0.5, 0.5). It may reach beyond the image.
 *
 * @param x left edge; {@code y} the top edge
 * @param width right edge minus left edge; likewise {@code height}
 */
public record ImageBox(double x, double y, double width, double height) {
  public static ImageBox of(PixelBox box) {
    return new ImageBox(box.left(), box.top(), box.width(), box.height());
  }
}
