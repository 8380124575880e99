package org.diorama.cli.frames;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A set of frame numbers, met in rising order and each once. Held as runs: ten million frames cost
 * no more memory than one.
 */
public final class FrameSelection implements Iterable<Long> {
  /** Largest frame number: eight digits in file names leave room, ids stay below 2⁵³. */
  public static final long MAX_FRAME = 99_999_999;

  private static final Pattern RUN = Pattern.compile("(\\d{1,9})(?:-(\\d{1,9})(?:x(\\d{1,9}))?)?");

  private final List<FrameRun> runs;

  private FrameSelection(List<FrameRun> runs) {
    this.runs = List.copyOf(runs);
  }

  /** The frames 0 to count - 1. */
  public static FrameSelection firstOf(long count) {
    return new FrameSelection(List.of(new FrameRun(0, count - 1, 1)));
  }

  /**
   * Reads {@code 5}, {@code 0-99}, {@code 1-100x2} (every second one) or several with commas.
   *
   * @throws IllegalArgumentException that names the part it cannot read
   */
  public static FrameSelection parse(String text) {
    return new FrameSelection(
        List.of(text.split(",", -1)).stream()
            .map(part -> parseRun(part.strip()))
            .collect(Collectors.toList()));
  }

  private static FrameRun parseRun(String text) {
    Matcher matcher = RUN.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "'" + text + "' is no frame range; write 5, 0-99, 1-100x2 or several with commas");
    }
    long first = Long.parseLong(matcher.group(1));
    long last = matcher.group(2) == null ? first : Long.parseLong(matcher.group(2));
    long step = matcher.group(3) == null ? 1 : Long.parseLong(matcher.group(3));
    if (last < first) {
      throw new IllegalArgumentException("'" + text + "' ends before it starts");
    }
    if (step < 1) {
      throw new IllegalArgumentException("'" + text + "' has a step of 0");
    }
    if (last > MAX_FRAME) {
      throw new IllegalArgumentException("'" + text + "' goes beyond frame " + MAX_FRAME);
    }
    return FrameRun.upTo(first, last, step);
  }

  /** How many different frames there are. Instant unless runs overlap. */
  public long count() {
    boolean disjoint = true;
    for (int i = 0; i < runs.size(); i++) {
      for (int j = 0; j < i; j++) {
        disjoint &=
            runs.get(i).first() > runs.get(j).last() || runs.get(j).first() > runs.get(i).last();
      }
    }
    if (disjoint) {
      return runs.stream().mapToLong(FrameRun::count).sum();
    }
    long count = 0;
    for (long ignored : this) {
      count++;
    }
    return count;
  }

  public boolean isEmpty() {
    return runs.isEmpty();
  }

  public boolean contains(long frame) {
    return runs.stream().anyMatch(run -> run.contains(frame));
  }

  /** Greatest frame number. */
  public long last() {
    return runs.stream().mapToLong(FrameRun::last).max().orElseThrow(NoSuchElementException::new);
  }

  /** Those of its frames that lie in first..last; may be empty. */
  FrameSelection within(long first, long last) {
    return new FrameSelection(
        runs.stream()
            .filter(run -> run.ceiling(first) <= Math.min(last, run.last()))
            .map(run -> FrameRun.upTo(run.ceiling(first), Math.min(last, run.last()), run.step()))
            .toList());
  }

  @Override
  public Iterator<Long> iterator() {
    return new Iterator<>() {
      private long next = ceiling(0);

      @Override
      public boolean hasNext() {
        return next != Long.MAX_VALUE;
      }

      @Override
      public Long next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        long current = next;
        next = ceiling(current + 1);
        return current;
      }
    };
  }

  private long ceiling(long frame) {
    long next = Long.MAX_VALUE;
    for (FrameRun run : runs) {
      next = Math.min(next, run.ceiling(frame));
    }
    return next;
  }
}
