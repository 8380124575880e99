package org.diorama.dataset;

import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.ShortBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.diorama.core.label.pixel.EqualNeighbors;
import org.diorama.core.render.Channel;
import org.diorama.core.render.RenderedView;
import org.diorama.dataset.record.ColorSum;

/** Adds up the color image by the ids of the instance image. */
final class ColorSums {
  private ColorSums() {}

  /** One for each id that the view's instance plane has, by rising id. */
  static List<ColorSum> of(RenderedView view) {
    ShortBuffer instances = LabelImages.instances(view);
    IntBuffer colors =
        view.plane(Channel.COLOR).duplicate().order(ByteOrder.LITTLE_ENDIAN).asIntBuffer();
    short[] ids = new short[view.width()];
    int[] row = new int[view.width()];
    TreeMap<Integer, long[]> sums = new TreeMap<>();
    for (int y = 0; y < view.height(); y++) {
      instances.get(y * ids.length, ids);
      colors.get(y * row.length, row);
      for (int x = 0; x < ids.length; ) {
        int end = EqualNeighbors.end(ids, x, ids.length);
        long[] sum = sums.computeIfAbsent(Short.toUnsignedInt(ids[x]), id -> new long[3]);
        for (; x < end; x++) {
          sum[0] += row[x] & 255;
          sum[1] += row[x] >>> 8 & 255;
          sum[2] += row[x] >>> 16 & 255;
        }
      }
    }
    List<ColorSum> all = new ArrayList<>();
    sums.forEach((id, sum) -> all.add(new ColorSum(id, sum[0], sum[1], sum[2])));
    return all;
  }
}
