package org.diorama.cli.view;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/** The two pictures that {@code view} makes. */
final class Views {
  private static final int READABLE_WIDTH = 640;
  private static final int THUMBNAIL_WIDTH = 360;
  private static final int MOST_COLUMNS = 4;

  private Views() {}

  /** Labels over each image beside its depth in false color and its other pictures. */
  static BufferedImage frame(List<LabelledImage> images) {
    List<Sheet.Cell> cells = new ArrayList<>();
    for (LabelledImage image : images) {
      int factor = (READABLE_WIDTH + image.width() - 1) / image.width();
      int count = image.boxes().size();
      String title = image.title() + ": " + count + (count == 1 ? " object" : " objects");
      cells.add(new Sheet.Cell(title, Overlay.draw(image, factor, NameStyle.FULL)));
      cells.add(new Sheet.Cell("depth, from near to far", DepthColors.of(image).enlarged(factor)));
      image
          .pictures()
          .forEach((name, picture) -> cells.add(new Sheet.Cell(name, picture.enlarged(factor))));
    }
    int pictures = images.stream().mapToInt(image -> image.pictures().size()).max().orElse(0);
    return Sheet.draw(cells, Math.min(MOST_COLUMNS, 2 + pictures));
  }

  /**
   * Many images at a glance, labels drawn over each; specks keep their masks but not their names.
   * The images of a rig stay in one row.
   *
   * @param cameras how many images each frame has
   */
  static BufferedImage sheet(List<LabelledImage> images, int cameras) {
    return Sheet.draw(
        images.stream().map(image -> new Sheet.Cell(image.title(), thumbnail(image))).toList(),
        Math.max(1, MOST_COLUMNS / cameras) * cameras);
  }

  private static BufferedImage thumbnail(LabelledImage image) {
    LabelledImage small =
        Shrinking.by((image.width() + THUMBNAIL_WIDTH - 1) / THUMBNAIL_WIDTH, image);
    return Overlay.draw(small, Math.max(1, THUMBNAIL_WIDTH / small.width()), NameStyle.SPARSE);
  }
}
