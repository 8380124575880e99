package org.diorama.core.render;

import java.util.Map;
import java.util.TreeMap;

/** Ids met around a pixel's center, and the range of depths of each. */
public final class Surroundings {
  private record Range(double least, double greatest) {
    Range union(Range other) {
      return new Range(Math.min(least, other.least), Math.max(greatest, other.greatest));
    }
  }

  private final Map<Integer, Range> ranges = new TreeMap<>();

  void add(int id, double depth) {
    ranges.merge(id, new Range(depth, depth), Range::union);
  }

  /** Whether more than one id was met. */
  public boolean mixed() {
    return ranges.size() > 1;
  }

  /** Whether a depth lies in the range of the id's, widened by a relative tolerance. */
  public boolean admits(int id, double depth, double tolerance) {
    Range range = ranges.get(id);
    return range != null
        && depth >= range.least * (1 - tolerance)
        && depth <= range.greatest * (1 + tolerance);
  }

  @Override
  public String toString() {
    return ranges.toString();
  }
}
