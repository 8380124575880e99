package org.diorama.cli.frames;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
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
   * This shard's frames: a run of neighbors that cuts no block, and no sequence with its twins.
   * Where the cuts fall on even shares, they move down to where the frame's unit begins: that is a
   * sequence with its twins, or, where the layout has blocks, the fewest of those that fill whole
   * blocks. Where there are fewer units than shards, some are empty.
   *
   * @param together frames of a sequence with its twins; 1 for still frames
   */
  public FrameSet of(FrameSet frames, Layout layout, long together) {
    if (frames.isEmpty()) {
      return FrameSet.EMPTY;
    }
    long unit = unit(layout, together);
    long begin = cut(frames, unit, index);
    long end = cut(frames, unit, index + 1);
    return begin == end ? FrameSet.EMPTY : frames.and(FrameSet.of(begin, end - 1));
  }

  /**
   * What to know before a run of so many shards that some have no frames; empty where all may have.
   *
   * @param own frames of this shard
   * @param together as of {@link #of}
   */
  public Optional<String> shortage(FrameSet frames, FrameSet own, Layout layout, long together) {
    long unit = unit(layout, together);
    long units = units(frames, unit);
    if (units >= count || frames.isEmpty()) {
      return Optional.empty();
    }
    String why =
        layout == Layout.FLAT
            ? together == 1 ? "" : ", as sequences with their twins take " + together + " each"
            : ", as blocks of "
                + Layout.BLOCK
                + (together == 1 ? "" : " and sequences of " + together + ", twins included,")
                + " are not cut; --layout flat makes "
                + units(frames, together);
    return Optional.of(
        String.format(
            Locale.ROOT,
            "%,d frames make %,d shares at most%s. Of these %,d at least %,d are empty%s",
            frames.size(),
            units,
            why,
            count,
            count - units,
            own.isEmpty() ? ", this one, too" : ""));
  }

  /** How many units have some of the frames. */
  private static long units(FrameSet frames, long unit) {
    long units = 0;
    long before = -1;
    for (FrameSet.Range range : frames.ranges()) {
      long first = range.first() / unit;
      long last = range.last() / unit;
      units += last - Math.max(first, before + 1) + 1;
      before = last;
    }
    return units;
  }

  private static long unit(Layout layout, long together) {
    return layout == Layout.FLAT ? together : leastCommonMultiple(together, Layout.BLOCK);
  }

  /** First frame number behind so many shards. */
  private long cut(FrameSet frames, long unit, int shards) {
    if (shards == 0) {
      return 0;
    }
    if (shards == count) {
      return frames.at(frames.size() - 1) + 1;
    }
    long frame = frames.at(share(frames.size(), shards));
    return frame - frame % unit;
  }

  private static long leastCommonMultiple(long a, long b) {
    return a / BigInteger.valueOf(a).gcd(BigInteger.valueOf(b)).longValueExact() * b;
  }

  private long share(long units, int shards) {
    return units / count * shards + units % count * shards / count;
  }
}
