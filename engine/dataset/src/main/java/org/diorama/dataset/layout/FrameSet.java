package org.diorama.dataset.layout;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.PrimitiveIterator;
import java.util.stream.LongStream;

/**
 * A set of frame numbers: ranges, ascending, that neither touch nor overlap. Equal sets have equal
 * texts.
 */
public record FrameSet(List<Range> ranges) {
  public static final FrameSet EMPTY = new FrameSet(List.of());

  /** Both ends belong to it. */
  public record Range(long first, long last) {
    public Range {
      if (first < 0 || last < first) {
        throw new IllegalArgumentException("frames " + first + "-" + last);
      }
    }
  }

  public FrameSet {
    ranges = List.copyOf(ranges);
    for (int i = 1; i < ranges.size(); i++) {
      if (ranges.get(i).first() <= ranges.get(i - 1).last() + 1) {
        throw new IllegalArgumentException("ranges touch: " + ranges);
      }
    }
  }

  /** All frames from first to last; both belong to it. */
  public static FrameSet of(long first, long last) {
    return new FrameSet(List.of(new Range(first, last)));
  }

  /** The given frames, in any order. */
  public static FrameSet of(LongStream frames) {
    Builder builder = new Builder();
    frames.sorted().forEach(frame -> builder.add(frame, frame));
    return builder.build();
  }

  /**
   * Reads {@code 0-99}, {@code 5}, {@code 1-100x2} (x = step), and lists of these with commas.
   *
   * @throws IllegalArgumentException with a line for people, where the text is none of these
   */
  public static FrameSet parse(String text) {
    return FrameSetText.parse(text);
  }

  /** How many frames. */
  public long size() {
    return ranges.stream().mapToLong(range -> range.last() - range.first() + 1).sum();
  }

  public boolean isEmpty() {
    return ranges.isEmpty();
  }

  public boolean contains(long frame) {
    int low = 0;
    int high = ranges.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      Range range = ranges.get(middle);
      if (frame < range.first()) {
        high = middle - 1;
      } else if (frame > range.last()) {
        low = middle + 1;
      } else {
        return true;
      }
    }
    return false;
  }

  /** The frame at a place, counted from 0 by rising number. */
  public long at(long index) {
    long left = index;
    for (Range range : ranges) {
      long size = range.last() - range.first() + 1;
      if (left < size) {
        return range.first() + left;
      }
      left -= size;
    }
    throw new IndexOutOfBoundsException("frame " + index + " of " + size());
  }

  public boolean containsAll(FrameSet other) {
    return other.minus(this).isEmpty();
  }

  /** The frames, ascending, one at a time: no list of them is ever made. */
  public PrimitiveIterator.OfLong iterator() {
    return new Numbers(ranges.iterator());
  }

  public FrameSet plus(FrameSet other) {
    List<Range> all = new ArrayList<>(ranges);
    all.addAll(other.ranges);
    all.sort((a, b) -> Long.compare(a.first(), b.first()));
    Builder builder = new Builder();
    all.forEach(range -> builder.add(range.first(), range.last()));
    return builder.build();
  }

  /** The frames of this set that the other one lacks. */
  public FrameSet minus(FrameSet other) {
    Builder builder = new Builder();
    int next = 0;
    for (Range range : ranges) {
      long first = range.first();
      while (next < other.ranges.size() && other.ranges.get(next).last() < first) {
        next++;
      }
      for (int i = next;
          i < other.ranges.size() && other.ranges.get(i).first() <= range.last();
          i++) {
        Range hole = other.ranges.get(i);
        if (hole.first() > first) {
          builder.add(first, hole.first() - 1);
        }
        first = hole.last() + 1;
      }
      if (first <= range.last()) {
        builder.add(first, range.last());
      }
    }
    return builder.build();
  }

  public FrameSet and(FrameSet other) {
    return minus(minus(other));
  }

  /** The text that {@link #parse} reads; empty for the empty set. */
  @Override
  public String toString() {
    return FrameSetText.print(this);
  }

  private static final class Numbers implements PrimitiveIterator.OfLong {
    private final Iterator<Range> rest;
    private long next;
    private long last = -1;

    Numbers(Iterator<Range> rest) {
      this.rest = rest;
    }

    @Override
    public boolean hasNext() {
      return next <= last || rest.hasNext();
    }

    @Override
    public long nextLong() {
      if (next > last) {
        Range range = rest.next();
        next = range.first();
        last = range.last();
      }
      return next++;
    }
  }

  /** Joins ranges that come by rising first frame. */
  private static final class Builder {
    private final List<Range> ranges = new ArrayList<>();
    private long first;
    private long last = -1;

    void add(long from, long to) {
      if (last >= 0 && from <= last + 1) {
        last = Math.max(last, to);
        return;
      }
      flush();
      first = from;
      last = to;
    }

    private void flush() {
      if (last >= 0) {
        ranges.add(new Range(first, last));
      }
    }

    FrameSet build() {
      flush();
      return new FrameSet(ranges);
    }
  }
}
