package org.diorama.dataset;

import java.util.Collections;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.diorama.core.sample.GroupVerdict;

/**
 * How many instances of a group of objects found a place.
 *
 * @param wanted instances, over all frames
 * @param placed how many of them are there
 * @param framesShort frames in which not all were
 * @param missing why the others found none, and how many
 */
public record GroupCount(
    long wanted, long placed, long framesShort, SortedMap<String, Long> missing) {
  public GroupCount {
    missing = Collections.unmodifiableSortedMap(new TreeMap<>(missing));
  }

  public static GroupCount of(GroupVerdict verdict) {
    SortedMap<String, Long> missing = new TreeMap<>();
    for (GroupVerdict.Missing some : verdict.missing()) {
      missing.merge(some.reason().name().toLowerCase(Locale.ROOT), (long) some.count(), Long::sum);
    }
    return new GroupCount(
        verdict.wanted(), verdict.placed(), verdict.placed() < verdict.wanted() ? 1 : 0, missing);
  }

  public GroupCount plus(GroupCount other) {
    SortedMap<String, Long> sum = new TreeMap<>(missing);
    other.missing.forEach((reason, count) -> sum.merge(reason, count, Long::sum));
    return new GroupCount(
        wanted + other.wanted, placed + other.placed, framesShort + other.framesShort, sum);
  }
}
