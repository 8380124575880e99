package org.diorama.cli.verify;

import static org.diorama.cli.verify.PlantedFaults.LEFT;
import static org.diorama.cli.verify.PlantedFaults.kind;
import static org.diorama.dataset.verify.finding.Fault.*;

import java.awt.image.WritableRaster;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.diorama.cli.verify.PlantedFaults.Kind;
import tools.jackson.databind.JsonNode;

/**
 * Color images that are not those of their labels, and parts that are not those of their places.
 */
final class PlantedColors {
  private static final String IMAGE = "images/" + LEFT;

  private PlantedColors() {}

  /** In a dataset without clouds of points. */
  static List<Kind> frames() {
    return List.of(
        kind(
            "colors that two frames exchanged",
            set -> set.exchange(IMAGE, "images/00000004_left.png"),
            COLOR_WRONG),
        kind(
            "colors that twins exchanged",
            set -> set.exchange(IMAGE, "images/00000002_left.png"),
            COLOR_WRONG),
        kind(
            "red for blue",
            set -> set.pixels(IMAGE, each(PlantedColors::swapRedAndBlue)),
            COLOR_WRONG),
        kind(
            "a color image that is mirrored",
            set -> set.pixels(IMAGE, PlantedColors::mirror),
            COLOR_WRONG),
        kind(
            "a color image that is a shade brighter at one pixel",
            set ->
                set.pixels(
                    IMAGE, raster -> raster.setSample(32, 40, 1, raster.getSample(32, 40, 1) ^ 1)),
            COLOR_WRONG));
  }

  /** In a dataset with clouds of points, whose colors are right. */
  static List<Kind> besideClouds() {
    return List.of(
        kind(
            "red for blue beside clouds",
            set -> set.pixels(IMAGE, each(PlantedColors::swapRedAndBlue)),
            COLOR_WRONG),
        kind(
            "categories exchanged beside clouds",
            set ->
                set.pixels("semantic/" + LEFT, raster -> PlantedFaults.recolor(raster, 3, 5, 9999)),
            SEMANTIC_WRONG));
  }

  /** In a dataset with cameras of one size, and things of several parts. */
  static List<Kind> parted() {
    return List.of(
        kind(
            "colors that two cameras exchanged",
            set -> set.exchange(IMAGE, "images/00000000_partner.png"),
            COLOR_WRONG),
        kind(
            "parts that two cameras exchanged",
            set -> set.exchange("parts/" + LEFT, "parts/00000000_partner.png"),
            PARTS_WRONG),
        exchanged("foot and pole exchanged", 1, 2),
        exchanged("foot and head exchanged", 1, 3),
        exchanged("pole and head exchanged", 2, 3));
  }

  private static Kind exchanged(String name, int one, int other) {
    return kind(name, set -> exchange(set, LEFT, one, other), PARTS_WRONG);
  }

  /**
   * Gives each of two parts the other's number, on every thing of several parts in an image.
   *
   * @return at how many pixels
   */
  static int exchange(PlantedDataset set, String fileName, int one, int other) {
    JsonNode record = set.json("records/" + fileName.substring(0, 8) + ".json");
    Set<Integer> parted = new TreeSet<>();
    for (JsonNode node : record.at("/frame/nodes")) {
      if (record.get("parts").get(node.get("asset_id").asString()).size() > 1) {
        parted.add(node.get("instance_id").asInt());
      }
    }
    int[] changed = new int[1];
    set.pixels(
        "instance/" + fileName,
        ids ->
            set.pixels(
                "parts/" + fileName,
                parts -> {
                  for (int i = 0; i < parts.getWidth() * parts.getHeight(); i++) {
                    int x = i % parts.getWidth();
                    int y = i / parts.getWidth();
                    int part = parts.getSample(x, y, 0);
                    boolean either = part == one || part == other;
                    if (either && parted.contains(ids.getSample(x, y, 0))) {
                      parts.setSample(x, y, 0, one + other - part);
                      changed[0]++;
                    }
                  }
                }));
    return changed[0];
  }

  private static Consumer<WritableRaster> each(Consumer<int[]> edit) {
    return raster -> {
      int[] pixel = new int[3];
      for (int y = 0; y < raster.getHeight(); y++) {
        for (int x = 0; x < raster.getWidth(); x++) {
          raster.getPixel(x, y, pixel);
          edit.accept(pixel);
          raster.setPixel(x, y, pixel);
        }
      }
    };
  }

  private static void swapRedAndBlue(int[] pixel) {
    int red = pixel[0];
    pixel[0] = pixel[2];
    pixel[2] = red;
  }

  private static void mirror(WritableRaster raster) {
    int last = raster.getWidth() - 1;
    for (int y = 0; y < raster.getHeight(); y++) {
      for (int x = 0; x < raster.getWidth() / 2; x++) {
        int[] pixel = raster.getPixel(x, y, (int[]) null);
        raster.setPixel(x, y, raster.getPixel(last - x, y, (int[]) null));
        raster.setPixel(last - x, y, pixel);
      }
    }
  }
}
