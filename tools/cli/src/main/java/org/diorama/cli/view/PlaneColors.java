package org.diorama.cli.view;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;

/** Ids and vectors in color. */
final class PlaneColors {
  private PlaneColors() {}

  /**
   * A color for each number but 0.
   *
   * @param ids row by row from the top
   */
  static Picture ofIds(int[] ids, int width) {
    return each(ids.length, width, i -> ids[i] == 0 ? 0 : InstanceColors.of(ids[i]).getRGB());
  }

  /**
   * Likewise, with the names of those that are there.
   *
   * @param name of a number; a number without one has none in the legend
   */
  static Picture ofIds(int[] ids, int width, IntFunction<Optional<String>> name) {
    SortedMap<Integer, Color> colors = new TreeMap<>();
    for (int id : ids) {
      if (id != 0) {
        colors.computeIfAbsent(id, InstanceColors::of);
      }
    }
    Map<String, Color> names = new LinkedHashMap<>();
    colors.forEach((id, color) -> name.apply(id).ifPresent(called -> names.put(called, color)));
    return new Picture(ofIds(ids, width).image(), NameLegend.of(names, width));
  }

  /**
   * Unit vectors, whose axes from -1 to 1 become red, green and blue.
   *
   * @param vectors three numbers a pixel; all 0 = none
   */
  static Picture ofUnitVectors(float[] vectors, int width) {
    return each(
        vectors.length / 3,
        width,
        i -> {
          float x = vectors[3 * i];
          float y = vectors[3 * i + 1];
          float z = vectors[3 * i + 2];
          return x == 0 && y == 0 && z == 0 ? 0 : channel(x) << 16 | channel(y) << 8 | channel(z);
        });
  }

  private static int channel(float value) {
    return Math.round(255 * Math.max(0, Math.min(1, (value + 1) / 2)));
  }

  /**
   * @param color RGB of a pixel, by its number
   */
  private static Picture each(int pixels, int width, IntUnaryOperator color) {
    BufferedImage canvas = new BufferedImage(width, pixels / width, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < pixels; i++) {
      canvas.setRGB(i % width, i / width, color.applyAsInt(i));
    }
    return new Picture(canvas, Optional.empty());
  }
}
