package org.diorama.cli.view;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The two pictures that {@code view} makes. */
final class Views {
  private static final int READABLE_WIDTH = 640;
  private static final int THUMBNAIL_WIDTH = 360;
  private static final int MOST_COLUMNS = 4;
  private static final BufferedImage NOTHING = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);

  private Views() {}

  /**
   * Labels over each image beside its depth in false color and its other pictures, from the left of
   * a row. Where one has a picture that another lacks, the other's place says so.
   */
  static BufferedImage frame(List<Selection.Shown> shown) {
    List<Sheet.Cell> cells = new ArrayList<>();
    Sheet.Cell blank = new Sheet.Cell("", NOTHING);
    Set<String> names = new LinkedHashSet<>();
    shown.forEach(each -> names.addAll(each.image().allPictures().keySet()));
    int columns = Math.min(MOST_COLUMNS, 1 + names.size());
    for (Selection.Shown each : shown) {
      LabelledImage image = each.image();
      cells.addAll(Collections.nCopies((columns - cells.size() % columns) % columns, blank));
      int factor = (READABLE_WIDTH + image.width() - 1) / image.width();
      int count = image.boxes().size();
      String title =
          each.isThere()
              ? image.title() + ": " + count + (count == 1 ? " object" : " objects")
              : image.title();
      cells.add(new Sheet.Cell(title, Overlay.draw(image, factor, NameStyle.FULL)));
      Map<String, Picture> pictures = image.allPictures();
      for (String name : names) {
        Picture picture = pictures.get(name);
        cells.add(
            picture == null
                ? new Sheet.Cell("no " + name, NOTHING)
                : new Sheet.Cell(
                    name.equals("depth") ? "depth, from near to far" : name,
                    picture.enlarged(factor)));
      }
    }
    return Sheet.draw(cells, columns);
  }

  /**
   * Many images at a glance, labels drawn over each; specks keep their masks but not their names.
   * The images of a rig stay in one row.
   *
   * @param cameras how many images each frame has
   */
  static BufferedImage sheet(List<Selection.Shown> images, int cameras) {
    return Sheet.draw(
        images.stream()
            .map(Selection.Shown::image)
            .map(
                image ->
                    new Sheet.Cell(
                        image.title(), Overlay.drawSmall(image, THUMBNAIL_WIDTH, NameStyle.SPARSE)))
            .toList(),
        Math.max(1, MOST_COLUMNS / cameras) * cameras);
  }
}
