package org.diorama.cli.frames;

/**
 * The frames first, first + step, … up to last; an arithmetic progression, however long, in three
 * numbers.
 *
 * @param last a member: first + k · step for a whole k
 */
record FrameRun(long first, long last, long step) {

  /** The run whose end is at most {@code limit}. */
  static FrameRun upTo(long first, long limit, long step) {
    return new FrameRun(first, limit - (limit - first) % step, step);
  }

  long count() {
    return (last - first) / step + 1;
  }

  boolean contains(long frame) {
    return frame >= first && frame <= last && (frame - first) % step == 0;
  }

  /** Smallest member that is at least {@code frame}; {@code Long.MAX_VALUE} where there is none. */
  long ceiling(long frame) {
    if (frame <= first) {
      return first;
    }
    if (frame > last) {
      return Long.MAX_VALUE;
    }
    long beyond = (frame - first) % step;
    return beyond == 0 ? frame : frame + (step - beyond);
  }
}
