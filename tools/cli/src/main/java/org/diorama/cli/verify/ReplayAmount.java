package org.diorama.cli.verify;

import java.util.stream.LongStream;
import org.diorama.dataset.layout.FrameSet;

/**
 * How many frames are rendered again.
 *
 * @param frames spread evenly over those of the dataset; {@link Long#MAX_VALUE} for all
 */
record ReplayAmount(long frames) {

  /**
   * Reads {@code none}, {@code all} or a number.
   *
   * @throws IllegalArgumentException for anything else
   */
  static ReplayAmount parse(String text) {
    return switch (text) {
      case "none" -> new ReplayAmount(0);
      case "all" -> new ReplayAmount(Long.MAX_VALUE);
      default -> {
        if (!text.matches("\\d{1,12}")) {
          throw new IllegalArgumentException("'" + text + "' is none of: none, all, a number");
        }
        yield new ReplayAmount(Long.parseLong(text));
      }
    };
  }

  boolean isNone() {
    return frames == 0;
  }

  FrameSet of(FrameSet all) {
    long size = all.size();
    if (frames >= size) {
      return all;
    }
    return FrameSet.of(LongStream.range(0, frames).map(i -> all.at(i * size / frames)));
  }
}
