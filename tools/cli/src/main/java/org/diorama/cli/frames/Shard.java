package org.diorama.cli.frames;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.diorama.dataset.layout.FrameSet;
import org.diorama.dataset.layout.Layout;

/**
 * One of several equal shares of a job.
 *
 * @param index from 0
 */
public record Shard(int index, int count) {
  /** The whole job. */
  public static final Shard ALL = new Shard(0, 1);

  private static final Pattern TEXT = Pattern.compile("(\\d{1,7})/(\\d{1,7})");

  public Shard {
    if (count < 1 || index < 0 || index >= count) {
      throw new IllegalArgumentException(
          "there is no shard " + index + "/" + count + "; shards count from 0 to N-1");
    }
  }

  /**
   * Reads {@code 0/4}.
   *
   * @throws IllegalArgumentException for anything else
   */
  public static Shard parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("'" + text + "' is no shard; write 0/4 to 3/4");
    }
    return new Shard(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
  }

  /**
   * This shard's frames: a run of neighbors that cuts no block. Shards differ by one frame at most,
   * or by one block where the layout has blocks; where there are fewer than shards, some are empty.
   */
  public FrameSet of(FrameSet frames, Layout layout) {
    if (layout == Layout.FLAT) {
      long begin = share(frames.size(), index);
      long end = share(frames.size(), index + 1);
      return begin == end
          ? FrameSet.EMPTY
          : frames.and(FrameSet.of(frames.at(begin), frames.at(end - 1)));
    }
    long[] blocks = Layout.blocksOf(frames);
    int begin = (int) share(blocks.length, index);
    int end = (int) share(blocks.length, index + 1);
    return begin == end
        ? FrameSet.EMPTY
        : frames.and(
            FrameSet.of(
                Layout.framesOf(blocks[begin]).at(0),
                Layout.framesOf(blocks[end - 1]).at(Layout.BLOCK - 1)));
  }

  private long share(long units, int shards) {
    return units / count * shards + units % count * shards / count;
  }
}
