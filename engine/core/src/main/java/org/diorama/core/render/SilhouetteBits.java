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

  /** Covered pixels. */
  public int count() {
    int count = 0;
    for (int word = 0; word < wordsOf(box); word++) {
      count += Integer.bitCount(words.get(word));
    }
    return count;
  }
}
