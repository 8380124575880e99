package org.diorama.cli.view;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Optional;

/**
 * An annotator's image as an eye can read it.
 *
 * @param image RGB, a pixel for each of the labelled image
 * @param legend what its colors mean
 */
record Picture(BufferedImage image, Optional<BufferedImage> legend) {
  /** Each pixel enlarged by a whole factor, above the legend. */
  BufferedImage enlarged(int factor) {
    int width = image.getWidth() * factor;
    int height = image.getHeight() * factor;
    int below = legend.map(BufferedImage::getHeight).orElse(0);
    BufferedImage canvas = new BufferedImage(width, height + below, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = canvas.createGraphics();
    graphics.drawImage(image, 0, 0, width, height, null);
    legend.ifPresent(meaning -> graphics.drawImage(meaning, 0, height, null));
    graphics.dispose();
    return canvas;
  }
}
