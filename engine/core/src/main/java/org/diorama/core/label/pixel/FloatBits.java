package org.diorama.core.label.pixel;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;

/**
 * The bits of many floats at once: two copies of memory, where a loop over {@link
 * Float#floatToRawIntBits} goes one by one. It belongs to one thread at a time.
 */
final class FloatBits {
  private final FloatBuffer floats;
  private final IntBuffer bits;

  /**
   * @param count the most numbers that are asked for
   */
  FloatBits(int count) {
    ByteBuffer both = ByteBuffer.allocateDirect(Float.BYTES * count).order(ByteOrder.nativeOrder());
    floats = both.asFloatBuffer();
    bits = both.asIntBuffer();
  }

  /** Puts the bits of all numbers into as many whole numbers. */
  void of(float[] numbers, int[] result) {
    floats.put(0, numbers);
    bits.get(0, result);
  }
}
