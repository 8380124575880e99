package org.diorama.dataset.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.BitSet;
import java.util.PrimitiveIterator;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrameSetTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0-99|0-99|100",
        "5|5|1",
        "1-10x2|1,3,5,7,9|5",
        "0-8x4, 4-5|0,4-5,8|4",
        "7,3,5,4,6|3-7|5",
        "0-9,5-20,21|0-21|22",
        "10-19x1|10-19|10"
      })
  void readsAndPrints(String text, String printed, long size) {
    FrameSet set = FrameSet.parse(text);
    assertEquals(printed, set.toString());
    assertEquals(size, set.size());
    assertEquals(set, FrameSet.parse(printed));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"-1", "9-3", "1-", "a", "1,,2", "1-5x0", "1x2", "0-99999999999999x2", "5 6"})
  void refusesWhatNamesNoFrames(String text) {
    IllegalArgumentException failure =
        assertThrows(IllegalArgumentException.class, () -> FrameSet.parse(text));
    assertFalse(failure.getMessage().contains("\n"));
  }

  @Test
  void behavesLikeASetOfBits() {
    for (long seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      BitSet a = bits(random);
      BitSet b = bits(random);
      FrameSet first = FrameSet.of(a.stream().asLongStream());
      FrameSet second = FrameSet.of(b.stream().asLongStream());
      BitSet union = (BitSet) a.clone();
      union.or(b);
      BitSet difference = (BitSet) a.clone();
      difference.andNot(b);
      BitSet common = (BitSet) a.clone();
      common.and(b);
      assertEquals(union, bits(first.plus(second)), "seed " + seed);
      assertEquals(difference, bits(first.minus(second)), "seed " + seed);
      assertEquals(common, bits(first.and(second)), "seed " + seed);
      assertEquals(a.cardinality(), first.size(), "seed " + seed);
      assertEquals(difference.isEmpty(), second.containsAll(first), "seed " + seed);
      for (int i = 0; i < 70; i++) {
        assertEquals(a.get(i), first.contains(i), "seed " + seed);
      }
      for (int i = 0, bit = a.nextSetBit(0); bit >= 0; i++, bit = a.nextSetBit(bit + 1)) {
        assertEquals(bit, first.at(i), "seed " + seed);
      }
      assertThrows(IndexOutOfBoundsException.class, () -> first.at(first.size()));
    }
  }

  private static BitSet bits(Random random) {
    BitSet bits = new BitSet();
    int range = 1 + random.nextInt(64);
    for (int n = random.nextInt(40); n > 0; n--) {
      bits.set(random.nextInt(range));
    }
    return bits;
  }

  private static BitSet bits(FrameSet set) {
    BitSet bits = new BitSet();
    for (PrimitiveIterator.OfLong frames = set.iterator(); frames.hasNext(); ) {
      bits.set((int) frames.nextLong());
    }
    return bits;
  }
}
