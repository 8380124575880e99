package org.diorama.core.label.occlusion;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.diorama.core.geometry.PixelBox;
import org.diorama.core.render.SilhouetteBits;

/**
 * Finds what hides an instance: at each pixel that its silhouette covers, what is seen there lies
 * in front of it. Only what is seen decides. Of two things of which neither is seen where both are,
 * because a third one hides them or they don't overlap, the order stays undecided; two that hide
 * parts of each other each are in front of the other. Buffers are reused: one counter belongs to
 * one thread at a time.
 */
public final class OccluderCounter {
  private static final int IDS = 1 << 16;

  private final int[] pixels = new int[IDS];
  private char[] met = new char[64];
  private int metCount;

  /**
   * Occluders by rising id.
   *
   * @param runs the image
   * @param silhouette of the instance in it
   */
  public List<Occluder> occluders(IdRuns runs, int instanceId, SilhouetteBits silhouette) {
    PixelBox box = silhouette.box();
    metCount = 0;
    for (int y = box.top(); y < box.bottom(); y++) {
      int run = firstReaching(runs, y, box.left());
      for (; run < runs.firstOf(y + 1) && runs.start(run) < box.right(); run++) {
        int id = runs.id(run);
        if (id != instanceId && id != 0) {
          int from = Math.max(runs.start(run), box.left());
          int to = Math.min(runs.end(run), box.right());
          add(id, covered(silhouette, y, from, to));
        }
      }
    }
    return takeAll();
  }

  private static int firstReaching(IdRuns runs, int y, int column) {
    int low = runs.firstOf(y);
    int high = runs.firstOf(y + 1) - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (runs.end(middle) > column) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /** Pixels of a row, columns from to to - 1 inside the box, that the silhouette covers. */
  private static int covered(SilhouetteBits silhouette, int y, int from, int to) {
    PixelBox box = silhouette.box();
    IntBuffer words = silhouette.words();
    int row = (y - box.top()) * silhouette.wordsPerRow();
    int first = from - box.left();
    int last = to - 1 - box.left();
    int count = 0;
    for (int word = first >> 5; word <= last >> 5; word++) {
      int bits = words.get(row + word);
      if (word == first >> 5) {
        bits &= -1 << first;
      }
      if (word == last >> 5) {
        bits &= -1 >>> (31 - (last & 31));
      }
      count += Integer.bitCount(bits);
    }
    return count;
  }

  private void add(int id, int count) {
    if (count == 0) {
      return;
    }
    if (pixels[id] == 0) {
      if (metCount == met.length) {
        met = Arrays.copyOf(met, 2 * metCount);
      }
      met[metCount++] = (char) id;
    }
    pixels[id] += count;
  }

  private List<Occluder> takeAll() {
    Arrays.sort(met, 0, metCount);
    List<Occluder> result = new ArrayList<>(metCount);
    for (int i = 0; i < metCount; i++) {
      result.add(new Occluder(met[i], pixels[met[i]]));
      pixels[met[i]] = 0;
    }
    return result;
  }
}
