package org.diorama.cli.frames;

import static org.diorama.cli.frames.FrameSelectionTest.list;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShardTest {
  @Test
  void splitsIntoContiguousRuns() {
    FrameSelection frames = FrameSelection.firstOf(16);
    assertEquals(List.of(0L, 1L, 2L, 3L), list(new Shard(0, 4).of(frames, 1)));
    assertEquals(List.of(12L, 13L, 14L, 15L), list(new Shard(3, 4).of(frames, 1)));
    assertEquals(list(frames), list(Shard.ALL.of(frames, 1)));
  }

  @Test
  void neverCutsABlock() {
    FrameSelection frames = FrameSelection.firstOf(10_500);
    assertEquals(new FrameSelectionBounds(0, 1999), bounds(new Shard(0, 5).of(frames, 1000)));
    assertEquals(new FrameSelectionBounds(8000, 10_499), bounds(new Shard(4, 5).of(frames, 1000)));
  }

  @Test
  void shardsBeyondTheUnitsAreEmpty() {
    FrameSelection frames = FrameSelection.parse("3,9");
    assertTrue(new Shard(0, 4).of(frames, 1).isEmpty());
    assertEquals(List.of(3L), list(new Shard(1, 4).of(frames, 1)));
    assertEquals(List.of(9L), list(new Shard(3, 4).of(frames, 1)));
  }

  @Test
  void shardsAreAPartitionThatRespectsUnits() {
    long seed = 7;
    Random random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      String text =
          random.nextInt(50) + "-" + (50 + random.nextInt(100)) + "x" + (1 + random.nextInt(7));
      FrameSelection frames = FrameSelection.parse(text);
      int count = 1 + random.nextInt(9);
      int unit = 1 + random.nextInt(12);
      List<Long> together = new ArrayList<>();
      for (int index = 0; index < count; index++) {
        List<Long> share = list(new Shard(index, count).of(frames, unit));
        if (!share.isEmpty() && !together.isEmpty()) {
          long before = together.get(together.size() - 1);
          assertTrue(before / unit < share.get(0) / unit, "seed " + seed + ": " + text);
        }
        together.addAll(share);
      }
      assertEquals(list(frames), together, "seed " + seed + ": " + text);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"4/4", "0/0", "1", "-1/4", "a/b", "1/4/2", ""})
  void refusesWhatIsNoShard(String text) {
    assertThrows(IllegalArgumentException.class, () -> Shard.parse(text));
  }

  private record FrameSelectionBounds(long first, long last) {}

  private static FrameSelectionBounds bounds(FrameSelection selection) {
    return new FrameSelectionBounds(selection.iterator().next(), selection.last());
  }
}
