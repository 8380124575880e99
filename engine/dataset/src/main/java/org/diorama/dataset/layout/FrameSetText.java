package org.diorama.dataset.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** The command line's and the files' text for sets of frames. */
final class FrameSetText {
  private static final Pattern PART =
      Pattern.compile("(\\d{1,15})(?:-(\\d{1,15})(?:x(\\d{1,15}))?)?");

  /** A step makes one range a frame: more of these than this would be a slip of the keyboard. */
  private static final long MOST_STEPPED = 10_000_000;

  private FrameSetText() {}

  static FrameSet parse(String text) {
    if (text.isEmpty()) {
      return FrameSet.EMPTY;
    }
    List<FrameSet> parts = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      parts.add(parsePart(part.strip(), text));
    }
    // Pairs of pairs: a long list must not cost the square of its length.
    while (parts.size() > 1) {
      List<FrameSet> joined = new ArrayList<>();
      for (int i = 0; i < parts.size(); i += 2) {
        joined.add(i + 1 < parts.size() ? parts.get(i).plus(parts.get(i + 1)) : parts.get(i));
      }
      parts = joined;
    }
    return parts.get(0);
  }

  private static FrameSet parsePart(String part, String text) {
    Matcher matcher = PART.matcher(part);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "'" + part + "' in '" + text + "' names no frames; write 0-99, 5, 1-100x2 or a list");
    }
    long first = Long.parseLong(matcher.group(1));
    long last = matcher.group(2) == null ? first : Long.parseLong(matcher.group(2));
    long step = matcher.group(3) == null ? 1 : Long.parseLong(matcher.group(3));
    if (last < first || step == 0) {
      throw new IllegalArgumentException("'" + part + "' in '" + text + "' is an empty range");
    }
    if (step == 1) {
      return FrameSet.of(first, last);
    }
    long count = (last - first) / step + 1;
    if (count > MOST_STEPPED) {
      throw new IllegalArgumentException("'" + part + "' names " + count + " single frames");
    }
    return FrameSet.of(LongStream.range(0, count).map(i -> first + i * step));
  }

  static String print(FrameSet set) {
    return set.ranges().stream()
        .map(
            range ->
                range.first() == range.last()
                    ? Long.toString(range.first())
                    : range.first() + "-" + range.last())
        .collect(Collectors.joining(","));
  }
}
