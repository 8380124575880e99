package org.diorama.core.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.IntBuffer;
import org.diorama.core.geometry.PixelBox;
import org.junit.jupiter.api.Test;

class SilhouetteBitsTest {
  /** Two words a row: the second holds column 32 of the box. */
  private final PixelBox box = new PixelBox(5, 7, 5 + 33, 9);

  @Test
  void bitsLieRowByRowFromTheLowest() {
    SilhouetteBits bits = new SilhouetteBits(box, IntBuffer.wrap(new int[] {1, 0, 1 << 31, 1}));
    assertEquals(2, bits.wordsPerRow());
    assertEquals(3, bits.count());
    assertTrue(bits.covers(5, 7));
    assertTrue(bits.covers(5 + 31, 8));
    assertTrue(bits.covers(5 + 32, 8));
    assertFalse(bits.covers(6, 7));
    assertFalse(bits.covers(5, 8));
  }

  @Test
  void nothingIsCoveredOutsideTheBox() {
    SilhouetteBits bits = new SilhouetteBits(box, IntBuffer.wrap(new int[] {-1, -1, -1, -1, -1}));
    assertFalse(bits.covers(4, 7));
    assertFalse(bits.covers(5 + 33, 7));
    assertFalse(bits.covers(5, 6));
    assertFalse(bits.covers(5, 9));
    assertEquals(4 * 32, bits.count(), "a longer buffer's rest is not its own");
  }

  @Test
  void runsStartAtAnyColumn() {
    SilhouetteBits bits = new SilhouetteBits(box, IntBuffer.wrap(new int[] {0x2fc05, 1, -1, 0}));
    for (int y = 6; y < 10; y++) {
      for (int x = -70; x < 90; x++) {
        int expected = 0;
        for (int i = 0; i < 32; i++) {
          expected |= bits.covers(x + i, y) ? 1 << i : 0;
        }
        assertEquals(expected, bits.run(x, y), x + ", " + y);
      }
    }
  }

  @Test
  void theTightBoxTouchesCoveredPixels() {
    assertEquals(new PixelBox(5, 7, 38, 9), tight(1, 0, 1 << 31, 1));
    assertEquals(new PixelBox(37, 8, 38, 9), tight(0, 0, 0, 1));
    assertEquals(new PixelBox(5, 7, 37, 8), tight(1 | 1 << 31, 0, 0, 0));
    assertEquals(new PixelBox(15, 7, 37, 9), tight(1 << 31, 0, 1 << 10, 0));
    assertEquals(PixelBox.EMPTY, tight(0, 0, 0, 0));
  }

  private PixelBox tight(int... words) {
    return new SilhouetteBits(box, IntBuffer.wrap(words)).tightBox();
  }

  @Test
  void anEmptyBoxTakesNoWords() {
    SilhouetteBits none = new SilhouetteBits(PixelBox.EMPTY, IntBuffer.allocate(0));
    assertEquals(0, none.count());
    assertFalse(none.covers(0, 0));
  }

  @Test
  void tooFewWordsAreRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> new SilhouetteBits(box, IntBuffer.allocate(3)));
  }
}
