package org.diorama.assets.bake;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ByteSourceTest {
  private static ByteSource source(ByteSink sink) {
    return new ByteSource(sink.toByteArray());
  }

  @Test
  void everyElementComesBack() throws CorruptBakeException {
    ByteSink sink = new ByteSink();
    sink.int32(Integer.MIN_VALUE).float64(-0.1).text("größe\n").bytes(new byte[] {1, 2});
    sink.floats(new float[] {1.5f, -2}).ints(new int[] {7, -7}).raw(new byte[] {9});
    ByteSource source = source(sink);
    assertEquals(Integer.MIN_VALUE, source.int32());
    assertEquals(-0.1, source.finite());
    assertEquals("größe\n", source.text());
    assertArrayEquals(new byte[] {1, 2}, source.raw(source.count(1)));
    assertArrayEquals(new float[] {1.5f, -2}, source.floats());
    assertArrayEquals(new int[] {7, -7}, source.ints());
    assertArrayEquals(new byte[] {9}, source.raw(1));
    source.end();
  }

  @Test
  void numbersAreLittleEndian() {
    byte[] expected = {4, 3, 2, 1, 0, 0, 0, 0, 0, 0, (byte) 0xf0, 0x3f};
    assertArrayEquals(expected, new ByteSink().int32(0x01020304).float64(1).toByteArray());
    byte[] array = {1, 0, 0, 0, 0, 0, (byte) 0x80, 0x3f};
    assertArrayEquals(array, new ByteSink().floats(new float[] {1}).toByteArray());
  }

  @Test
  void countsThatTheFileCannotHoldAreRefused() {
    for (int count : new int[] {-1, 3, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
      byte[] bytes = new ByteSink().int32(count).int32(0).int32(0).toByteArray();
      assertThrows(CorruptBakeException.class, () -> new ByteSource(bytes).count(4));
      assertThrows(CorruptBakeException.class, () -> new ByteSource(bytes).floats());
      assertThrows(CorruptBakeException.class, () -> new ByteSource(bytes).ints());
    }
    byte[] text = new ByteSink().int32(9).int32(0).int32(0).toByteArray();
    assertThrows(CorruptBakeException.class, () -> new ByteSource(text).text());
    assertThrows(CorruptBakeException.class, () -> new ByteSource(text).raw(13));
    assertThrows(CorruptBakeException.class, () -> new ByteSource(text).raw(-1));
  }

  @Test
  void whatIsNoNumberIsRefused() {
    for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, -1.0 / 0}) {
      assertThrows(CorruptBakeException.class, () -> source(new ByteSink().float64(bad)).finite());
      float[] one = {1, (float) bad, 2};
      assertThrows(CorruptBakeException.class, () -> source(new ByteSink().floats(one)).floats());
    }
  }

  @Test
  void everyTruncationIsNoticed() {
    ByteSink sink = new ByteSink();
    sink.int32(1).float64(2).text("abc").floats(new float[] {1, 2}).ints(new int[] {3});
    byte[] sound = sink.toByteArray();
    for (int length = 0; length < sound.length; length++) {
      byte[] cut = Arrays.copyOf(sound, length);
      assertThrows(CorruptBakeException.class, () -> readAll(cut), "at " + length);
    }
    assertThrows(CorruptBakeException.class, () -> readAll(Arrays.copyOf(sound, sound.length + 1)));
  }

  private static void readAll(byte[] bytes) throws CorruptBakeException {
    ByteSource source = new ByteSource(bytes);
    source.int32();
    source.finite();
    source.text();
    source.floats();
    source.ints();
    source.end();
  }
}
