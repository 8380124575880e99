package org.diorama.dataset.verify.read;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The masks of all values of an image of ids. */
public final class IdImage {
  private IdImage() {}

  /**
   * @param values row by row
   * @return by value, 0 included
   */
  public static SortedMap<Integer, Mask> masks(int[] values, int width, int height) {
    Map<Integer, SpanList> spans = new HashMap<>();
    for (int x = 0; x < width; x++) {
      int from = 0;
      for (int y = 1; y <= height; y++) {
        int value = values[from * width + x];
        if (y == height || values[y * width + x] != value) {
          spans
              .computeIfAbsent(value, key -> new SpanList())
              .add(x * height + from, x * height + y);
          from = y;
        }
      }
    }
    SortedMap<Integer, Mask> masks = new TreeMap<>();
    spans.forEach((value, list) -> masks.put(value, new Mask(width, height, list.toArray())));
    return masks;
  }
}
