package org.diorama.core.render;

import java.nio.IntBuffer;
import org.diorama.core.geometry.PixelBox;

/**
 * Which pixels of the image an instance would cover with nothing else drawn, decided at their
 * centers. Nothing of it lies outside the box, which need not be tight.
 *
 * @param box inside the image; empty where nothing of the instance can be seen
 * @param words one bit a pixel of the box, 1 = covered: row by row from the top, each row padded to
 *     {@link #wordsPerRow()} words with zeros, the leftmost pixel in a word's lowest bit; readers
 *     use absolute gets
 */
public record SilhouetteBits(PixelBox box, IntBuffer words) {
  /**
   * @throws IllegalArgumentException where there are fewer words than the box has
   */
  public SilhouetteBits {
    if (words.capacity() < wordsOf(box)) {
      throw new IllegalArgumentException(words.capacity() + " words for " + box);
    }
  }

  /** Words that the bits of a box take. */
  public static int wordsOf(PixelBox box) {
    return Math.multiplyExact(wordsPerRow(box), box.height());
  }

  private static int wordsPerRow(PixelBox box) {
    return (box.width() + 31) / 32;
  }

  /** Words from one row's start to the next one's. */
  public int wordsPerRow() {
    return wordsPerRow(box);
  }

  /** Whether it covers a pixel of the image; false outside the box. */
  public boolean covers(int x, int y) {
    if (!box.contains(x, y)) {
      return false;
    }
    int column = x - box.left();
    return (words.get((y - box.top()) * wordsPerRow() + (column >> 5)) >>> (column & 31) & 1) != 0;
  }

  /**
   * Whether it covers each of 32 pixels of a row of the image, from a column on: the first one in
   * the lowest bit, zeros outside the box.
   */
  public int run(int x, int y) {
    if (y < box.top() || y >= box.bottom()) {
      return 0;
    }
    int column = x - box.left();
    int origin = (y - box.top()) * wordsPerRow();
    long both = word(origin, column >> 5) | word(origin, (column >> 5) + 1) << 32;
    return (int) (both >>> (column & 31));
  }

  private long word(int origin, int place) {
    return place < 0 || place >= wordsPerRow()
        ? 0
        : Integer.toUnsignedLong(words.get(origin + place));
  }

  /** The smallest box around the covered pixels; {@link PixelBox#EMPTY} where there are none. */
  public PixelBox tightBox() {
    int left = Integer.MAX_VALUE;
    int right = -1;
    int top = box.bottom();
    int bottom = -1;
    int perRow = wordsPerRow();
    for (int y = box.top(); y < box.bottom(); y++) {
      int row = (y - box.top()) * perRow;
      int first = 0;
      int last = perRow - 1;
      while (first < perRow && words.get(row + first) == 0) {
        first++;
      }
      if (first < perRow) {
        while (words.get(row + last) == 0) {
          last--;
        }
        left = Math.min(left, 32 * first + Integer.numberOfTrailingZeros(words.get(row + first)));
        right =
            Math.max(right, 32 * last + 31 - Integer.numberOfLeadingZeros(words.get(row + last)));
        top = Math.min(top, y);
        bottom = y;
      }
    }
    return bottom < 0
        ? PixelBox.EMPTY
        : new PixelBox(box.left() + left, top, box.left() + right + 1, bottom + 1);
  }

  /** Covered pixels. */
  public int count() {
    int count = 0;
    for (int word = 0; word < wordsOf(box); word++) {
      count += Integer.bitCount(words.get(word));
    }
    return count;
  }
}
