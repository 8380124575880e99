package org.diorama.core.label;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.diorama.core.geometry.PixelBox;
import org.diorama.core.render.SilhouetteBits;
import org.diorama.core.sample.SampledNode;

/**
 * Finds what hides an instance: at each pixel that its silhouette covers, what is seen there lies
 * in front of it. Pixels that rules took out of every mask don't count.
 */
final class OccluderCounter {
  private final MaskPieces pieces;
  private final int width;

  /** Pixels by the id of what is seen there, void apart; all 0 between two instances. */
  private final int[] seen;

  /**
   * @param pieces of the image
   * @param width of the image in pixels
   */
  OccluderCounter(MaskPieces pieces, int width) {
    this.pieces = pieces;
    this.width = width;
    int ids = 0;
    for (int run = 0; run < pieces.runs(); run++) {
      // Void never counts, and its id is the largest: all would be looked through for each
      // instance.
      if (pieces.id(run) != SampledNode.VOID_ID) {
        ids = Math.max(ids, pieces.id(run) + 1);
      }
    }
    seen = new int[ids];
  }

  /**
   * What lies before an instance, by rising id. Two that hide parts of each other each lie before
   * the other.
   *
   * @param silhouette of the instance in the image
   * @param before pixels at which things lie before it, seen or not; where others do is what is
   *     seen
   */
  List<Occluder> occluders(
      int instanceId, SilhouetteBits silhouette, Map<Integer, Integer> before) {
    PixelBox box = silhouette.box();
    for (int y = box.top(); y < box.bottom(); y++) {
      int left = y * width + box.left();
      int right = y * width + box.right();
      int end = pieces.firstInRow(y + 1);
      for (int run = firstBehind(y, left); run < end && pieces.start(run) < right; run++) {
        int id = pieces.id(run);
        if (id != instanceId && id != SampledNode.VOID_ID) {
          int from = Math.max(pieces.start(run), left) - left;
          int to = Math.min(pieces.end(run), right) - left;
          seen[id] += covered(silhouette, y - box.top(), from, to);
        }
      }
    }
    Map<Integer, Integer> hidden = new TreeMap<>();
    for (int id = 0; id < seen.length; id++) {
      if (seen[id] > 0) {
        hidden.put(id, seen[id]);
        seen[id] = 0;
      }
    }
    before.keySet().forEach(id -> hidden.putIfAbsent(id, 0));
    List<Occluder> result = new ArrayList<>();
    hidden.forEach(
        (id, pixels) -> result.add(new Occluder(id, pixels, before.getOrDefault(id, pixels))));
    return result;
  }

  /** The first run of a row that ends behind a pixel of it, or the first one below. */
  private int firstBehind(int y, int pixel) {
    int low = pieces.firstInRow(y);
    int high = pieces.firstInRow(y + 1);
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (pieces.end(middle) > pixel) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /** Covered pixels of a row of the box, columns {@code from} to {@code to - 1} of the box. */
  private static int covered(SilhouetteBits silhouette, int row, int from, int to) {
    IntBuffer words = silhouette.words();
    int origin = row * silhouette.wordsPerRow();
    int last = to - 1;
    int count = 0;
    for (int word = from >> 5; word <= last >> 5; word++) {
      int bits = words.get(origin + word);
      if (word == from >> 5) {
        bits &= -1 << from;
      }
      if (word == last >> 5) {
        bits &= -1 >>> (31 - (last & 31));
      }
      count += Integer.bitCount(bits);
    }
    return count;
  }
}
