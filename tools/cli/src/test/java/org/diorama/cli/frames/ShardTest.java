package org.diorama.cli.frames;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.diorama.dataset.layout.FrameSet;
import org.diorama.dataset.layout.Layout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShardTest {
  private static String share(int index, int count, String frames, Layout layout) {
    return new Shard(index, count).of(FrameSet.parse(frames), layout).toString();
  }

  @Test
  void splitsIntoContiguousRuns() {
    assertEquals("0-3", share(0, 4, "0-15", Layout.FLAT));
    assertEquals("12-15", share(3, 4, "0-15", Layout.FLAT));
    assertEquals("0-15", share(0, 1, "0-15", Layout.FLAT));
    assertEquals("4,6", share(1, 2, "0-7x2", Layout.FLAT));
  }

  @Test
  void neverCutsABlock() {
    assertEquals("0-1999", share(0, 5, "0-10499", Layout.BLOCKS));
    assertEquals("8000-10499", share(4, 5, "0-10499", Layout.BLOCKS));
    assertEquals("500-999", share(0, 2, "500-1499", Layout.BLOCKS));
  }

  @Test
  void shardsBeyondTheFramesAreEmpty() {
    assertEquals("", share(0, 4, "3,9", Layout.FLAT));
    assertEquals("3", share(1, 4, "3,9", Layout.FLAT));
    assertEquals("9", share(3, 4, "3,9", Layout.FLAT));
    assertEquals("", share(0, 2, "3,9", Layout.BLOCKS));
  }

  @Test
  void tenMillionFramesSplitAtOnce() {
    assertEquals("5000000-9999999", share(1, 2, "0-9999999", Layout.BLOCKS));
  }

  @Test
  void shardsAreAPartition() {
    long seed = 7;
    Random random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      int first = random.nextInt(3000);
      String text = first + "-" + (first + random.nextInt(9000)) + "x" + (1 + random.nextInt(700));
      FrameSet frames = FrameSet.parse(text);
      Layout layout = Layout.values()[random.nextInt(2)];
      int count = 1 + random.nextInt(9);
      FrameSet together = FrameSet.EMPTY;
      long largest = 0;
      for (int index = 0; index < count; index++) {
        FrameSet share = new Shard(index, count).of(frames, layout);
        assertTrue(share.and(together).isEmpty(), "seed " + seed + ": " + text);
        if (layout == Layout.BLOCKS) {
          for (long block : Layout.blocksOf(share)) {
            FrameSet inBlock = frames.and(Layout.framesOf(block));
            assertTrue(share.containsAll(inBlock), "seed " + seed + ": cut in " + text);
          }
        }
        together = together.plus(share);
        largest = Math.max(largest, share.size());
      }
      assertEquals(frames, together, "seed " + seed + ": " + text);
      if (layout == Layout.FLAT) {
        assertTrue(largest <= (frames.size() + count - 1) / count, "seed " + seed + ": " + text);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"4/4", "0/0", "1", "-1/4", "a/b", "1/4/2", ""})
  void refusesWhatIsNoShard(String text) {
    assertThrows(IllegalArgumentException.class, () -> Shard.parse(text));
  }
}
