package org.diorama.dataset.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.LongStream;
import org.diorama.core.random.FramePosition;
import org.diorama.dataset.layout.FrameSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameStructureTest {
  private static FrameStructure of(int length, int twins, String... splits) {
    return new FrameStructure(length, twins, Optional.of(10.0), List.of(), List.of(splits));
  }

  @Test
  void twinsNameTheFrameTheyAreTwinsOf() {
    FrameStructure structure = of(5, 3);
    assertEquals(15, structure.together());
    assertEquals(OptionalLong.empty(), structure.originalOf(4));
    assertEquals(OptionalLong.of(0), structure.originalOf(5));
    assertEquals(OptionalLong.of(4), structure.originalOf(14));
    assertEquals(OptionalLong.empty(), structure.originalOf(15));
    for (long frame = 0; frame < 200; frame++) {
      FramePosition position = structure.position(frame);
      FramePosition original = structure.position(structure.originalOf(frame).orElse(frame));
      assertEquals(
          new FramePosition(position.sequence(), 0, position.step(), 5), original, "" + frame);
      assertEquals(
          frame, (position.sequence() * 3 + position.twin()) * 5 + position.step(), "" + frame);
    }
  }

  @Test
  void countsSequencesThatAreThereInPart() {
    long seed = 3;
    Random random = new Random(seed);
    for (int round = 0; round < 500; round++) {
      FrameStructure structure = of(1 + random.nextInt(5), 1 + random.nextInt(3));
      long together = structure.together();
      LongStream some = random.longs(random.nextInt(60), 0, 80).distinct();
      FrameSet frames = FrameSet.of(some);
      long expected = 0;
      for (long group = 0; group <= 80 / together; group++) {
        FrameSet whole = FrameSet.of(group * together, (group + 1) * together - 1);
        FrameSet there = whole.and(frames);
        expected += there.isEmpty() || there.equals(whole) ? 0 : 1;
      }
      assertEquals(expected, structure.cut(frames), "seed " + seed + ": " + frames);
    }
  }

  @Test
  void stillFramesStandAlone() {
    assertEquals(1, FrameStructure.STILL.together());
    assertEquals(OptionalLong.empty(), FrameStructure.STILL.originalOf(7));
    assertEquals(7, FrameStructure.STILL.position(7).sequence());
  }

  @Test
  void refusesSequencesOfNothing() {
    assertThrows(IllegalArgumentException.class, () -> of(0, 1));
    assertThrows(IllegalArgumentException.class, () -> of(1, 0));
  }

  /** They become parts of file names. */
  @ParameterizedTest
  @ValueSource(strings = {"", "a.b", "a/b", "../x", "train,train", "train,"})
  void splitsNeedNamesOfTheirOwn(String names) {
    assertThrows(IllegalArgumentException.class, () -> of(1, 1, names.split(",", -1)));
    assertEquals(List.of("train", "val-2"), of(1, 1, "train", "val-2").splits());
  }
}
