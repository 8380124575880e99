package org.diorama.cli.frames;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
   * This shard's frames: a run of neighbors that cuts no unit. Shards differ by one unit at most;
   * where there are fewer units than shards, some are empty.
   *
   * @param unit frames that belong together, counted from frame 0: 1, or the size of a block
   */
  public FrameSelection of(FrameSelection frames, long unit) {
    long units = 0;
    long previous = -1;
    for (long frame : frames) {
      if (frame / unit != previous) {
        previous = frame / unit;
        units++;
      }
    }
    long begin = units * index / count;
    long end = units * (index + 1) / count;
    long first = Long.MAX_VALUE;
    long last = -1;
    long place = -1;
    previous = -1;
    for (long frame : frames) {
      if (frame / unit != previous) {
        previous = frame / unit;
        place++;
      }
      if (place >= end) {
        break;
      }
      if (place >= begin) {
        first = Math.min(first, frame);
        last = frame;
      }
    }
    return frames.within(first, last);
  }
}
