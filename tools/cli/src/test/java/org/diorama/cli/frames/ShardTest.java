package org.diorama.cli.frames;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.PrimitiveIterator;
import java.util.Random;
import org.diorama.dataset.layout.FrameSet;
import org.diorama.dataset.layout.Layout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShardTest {
  private static String share(int index, int count, String frames, Layout layout) {
    return new Shard(index, count).of(FrameSet.parse(frames), layout, 1).toString();
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
  void neverCutsASequenceOrItsTwins() {
    FrameSet frames = FrameSet.parse("0-99");
    assertEquals("0-47", new Shard(0, 2).of(frames, Layout.FLAT, 12).toString());
    assertEquals("48-99", new Shard(1, 2).of(frames, Layout.FLAT, 12).toString());
    // Whole blocks of whole sequences: every 3000 frames.
    FrameSet many = FrameSet.parse("500-13499");
    assertEquals("500-5999", new Shard(0, 2).of(many, Layout.BLOCKS, 12).toString());
    assertEquals("6000-13499", new Shard(1, 2).of(many, Layout.BLOCKS, 12).toString());
  }

  @Test
  void aSequenceLongerThanABlockStaysWhole() {
    FrameSet frames = FrameSet.parse("0-9999");
    assertEquals("0-4999", new Shard(0, 2).of(frames, Layout.BLOCKS, 2500).toString());
    assertEquals("", new Shard(0, 5).of(frames, Layout.BLOCKS, 2500).toString());
    assertEquals("0-4999", new Shard(2, 5).of(frames, Layout.BLOCKS, 2500).toString());
  }

  /** A range may begin and end within a sequence: what it has of it stays together. */
  @Test
  void partsOfSequencesStayTogether() {
    FrameSet frames = FrameSet.parse("5-12,18-30");
    assertEquals("5-9", new Shard(0, 3).of(frames, Layout.FLAT, 10).toString());
    assertEquals("10-12,18-19", new Shard(1, 3).of(frames, Layout.FLAT, 10).toString());
    assertEquals("20-30", new Shard(2, 3).of(frames, Layout.FLAT, 10).toString());
  }

  @Test
  void shardsBeyondTheFramesAreEmpty() {
    assertEquals("", share(0, 4, "3,9", Layout.FLAT));
    assertEquals("3", share(1, 4, "3,9", Layout.FLAT));
    assertEquals("9", share(3, 4, "3,9", Layout.FLAT));
    assertEquals("", share(0, 2, "3,9", Layout.BLOCKS));
  }

  private static String shortage(int index, int count, String frames, Layout layout, long group) {
    FrameSet all = FrameSet.parse(frames);
    Shard shard = new Shard(index, count);
    return shard.shortage(all, shard.of(all, layout, group), layout, group).orElse("");
  }

  @Test
  void tellsOfSharesWithoutFrames() {
    assertEquals("", shortage(0, 4, "0-15", Layout.FLAT, 4));
    assertEquals(
        "16 frames make 4 shares at most, as sequences with their twins take 4 each. Of these 5 at"
            + " least 1 are empty, this one, too",
        shortage(0, 5, "0-15", Layout.FLAT, 4));
    assertEquals(
        "2 frames make 2 shares at most. Of these 4 at least 2 are empty",
        shortage(1, 4, "3,9", Layout.FLAT, 1));
    assertEquals("", shortage(0, 4, "0-11999", Layout.BLOCKS, 300));
    assertEquals(
        "12,000 frames make 4 shares at most, as blocks of 1000 and sequences of 300, twins"
            + " included, are not cut; --layout flat makes 40. Of these 8 at least 4 are empty",
        shortage(7, 8, "0-11999", Layout.BLOCKS, 300));
    assertEquals(
        "1,600 frames make 2 shares at most, as blocks of 1000 are not cut; --layout flat makes"
            + " 1600. Of these 3 at least 1 are empty, this one, too",
        shortage(0, 3, "0-1599", Layout.BLOCKS, 1));
    assertEquals(
        "", new Shard(1, 2).shortage(FrameSet.EMPTY, FrameSet.EMPTY, Layout.FLAT, 1).orElse(""));
  }

  /** What is told is so: no more shards than units have frames, and units are what is not cut. */
  @Test
  void shortagesAreTheEmptyShares() {
    long seed = 11;
    Random random = new Random(seed);
    for (int round = 0; round < 100; round++) {
      long together = 1 + random.nextInt(400);
      FrameSet frames = FrameSet.of(0, random.nextInt(20_000));
      Layout layout = Layout.values()[random.nextInt(2)];
      int count = 1 + random.nextInt(30);
      int empty = 0;
      for (int index = 0; index < count; index++) {
        empty += new Shard(index, count).of(frames, layout, together).isEmpty() ? 1 : 0;
      }
      boolean told = new Shard(0, count).shortage(frames, frames, layout, together).isPresent();
      String where = "seed " + seed + ", round " + round + ": " + empty + " of " + count;
      assertTrue(!told || empty > 0, where);
      assertTrue(told || empty <= 1, where);
    }
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
      int together = random.nextBoolean() ? 1 : 1 + random.nextInt(60);
      FrameSet union = FrameSet.EMPTY;
      long largest = 0;
      for (int index = 0; index < count; index++) {
        FrameSet share = new Shard(index, count).of(frames, layout, together);
        assertTrue(share.and(union).isEmpty(), "seed " + seed + ": " + text);
        if (layout == Layout.BLOCKS) {
          for (long block : Layout.blocksOf(share)) {
            FrameSet inBlock = frames.and(Layout.framesOf(block));
            assertTrue(share.containsAll(inBlock), "seed " + seed + ": cut in " + text);
          }
        }
        union = union.plus(share);
        for (PrimitiveIterator.OfLong own = share.iterator(); own.hasNext(); ) {
          long group = own.nextLong() / together;
          FrameSet inGroup = frames.and(FrameSet.of(group * together, (group + 1) * together - 1));
          assertTrue(share.containsAll(inGroup), "seed " + seed + ": cut in " + text);
        }
        largest = Math.max(largest, share.size());
      }
      assertEquals(frames, union, "seed " + seed + ": " + text);
      if (layout == Layout.FLAT && together == 1) {
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
