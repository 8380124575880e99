package org.diorama.cli.view;

import java.awt.image.BufferedImage;
import java.util.List;

/**
 * One image with its labels, wherever they came from.
 *
 * @param title for people, such as the frame number
 * @param color RGB
 * @param instances instance id of each pixel, row by row from the top; 0 = background
 * @param depths planar z of each pixel in meters, likewise; 0 = no surface
 * @param boxes what is annotated
 */
public record LabelledImage(
    String title, BufferedImage color, int[] instances, float[] depths, List<Box> boxes) {
  public LabelledImage {
    boxes = List.copyOf(boxes);
    int pixels = color.getWidth() * color.getHeight();
    if (instances.length != pixels || depths.length != pixels) {
      throw new IllegalArgumentException("planes of " + title + " differ in size");
    }
  }

  /** An annotation: its name and its box in pixel edges. */
  record Box(int instanceId, String name, int left, int top, int width, int height) {}

  int width() {
    return color.getWidth();
  }

  int height() {
    return color.getHeight();
  }
}
