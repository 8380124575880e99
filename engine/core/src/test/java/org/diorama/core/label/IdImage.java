package org.diorama.core.label;

import java.nio.IntBuffer;
import java.nio.ShortBuffer;
import java.util.Random;
import org.diorama.core.geometry.PixelBox;
import org.diorama.core.render.SilhouetteBits;

/** A small image of ids, written as one digit a pixel. */
record IdImage(int width, int height, int[] ids) {
  static IdImage of(String... rows) {
    int[] ids = String.join("", rows).chars().map(digit -> digit - '0').toArray();
    return new IdImage(rows[0].length(), rows.length, ids);
  }

  /** Few ids, so that they meet often. */
  static IdImage random(Random random, int width, int height) {
    int[] ids = random.ints(width * height, 0, 4).map(id -> id == 3 ? 65534 : id).toArray();
    return new IdImage(width, height, ids);
  }

  int id(int x, int y) {
    return ids[y * width + x];
  }

  MaskPieces pieces() {
    ShortBuffer plane = ShortBuffer.allocate(ids.length);
    for (int id : ids) {
      plane.put((short) id);
    }
    MaskPieces pieces = new MaskPieces();
    pieces.scan(plane.rewind(), width, height);
    return pieces;
  }

  /** The pixels of an image that are not 0, as a silhouette with a box that leaves out a margin. */
  SilhouetteBits silhouette(PixelBox box) {
    int perRow = (box.width() + 31) / 32;
    IntBuffer words = IntBuffer.allocate(perRow * box.height());
    for (int y = box.top(); y < box.bottom(); y++) {
      for (int x = box.left(); x < box.right(); x++) {
        int at = (y - box.top()) * perRow + (x - box.left() >> 5);
        int bit = id(x, y) != 0 ? 1 << (x - box.left() & 31) : 0;
        words.put(at, words.get(at) | bit);
      }
    }
    return new SilhouetteBits(box, words);
  }
}
