package org.diorama.cli.view;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/** The two pictures that {@code view} makes. */
final class Views {
  private static final int READABLE_WIDTH = 640;
  private static final int THUMBNAIL_WIDTH = 360;
  private static final int COLUMNS = 4;

  private Views() {}

  /** Labels over each image beside its depth in false color; one row for each image. */
  static BufferedImage frame(List<LabelledImage> images) {
    List<Sheet.Cell> cells = new ArrayList<>();
    for (LabelledImage image : images) {
      int factor = (READABLE_WIDTH + image.width() - 1) / image.width();
      int count = image.boxes().size();
      String title = image.title() + ": " + count + (count == 1 ? " object" : " objects");
      cells.add(new Sheet.Cell(title, Overlay.draw(image, factor)));
      cells.add(new Sheet.Cell("depth, from near to far", DepthColors.draw(image, factor)));
    }
    return Sheet.draw(cells, 2);
  }

  /** Many images at a glance, labels drawn over each. */
  static BufferedImage sheet(List<LabelledImage> images) {
    return Sheet.draw(
        images.stream().map(image -> new Sheet.Cell(image.title(), thumbnail(image))).toList(),
        COLUMNS);
  }

  private static BufferedImage thumbnail(LabelledImage image) {
    BufferedImage full = Overlay.draw(image, (THUMBNAIL_WIDTH + image.width() - 1) / image.width());
    int height = Math.max(1, full.getHeight() * THUMBNAIL_WIDTH / full.getWidth());
    BufferedImage small = new BufferedImage(THUMBNAIL_WIDTH, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = small.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    graphics.drawImage(full, 0, 0, THUMBNAIL_WIDTH, height, null);
    graphics.dispose();
    return small;
  }
}
