package org.diorama.dataset;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import org.diorama.core.scene.Annotator;
import org.diorama.core.scene.Annotators;

/**
 * Counts over some frames. Sums of whole numbers, so that no order of adding matters.
 *
 * @param annotations of things, and images that show stuff, by category id; categories without any
 *     are absent
 * @param assets ids of those that the frames use
 * @param annotators frames by annotator; those that no frame has are absent
 * @param parts names of the parts of assets, where frames tell of parts
 * @param splits frames by split
 * @param factors frames by level, by discrete factor
 * @param groups by the group's name
 * @param targets by the group's name, a dot and the target's
 */
record Tally(
    long frames,
    long images,
    SortedMap<Integer, Long> annotations,
    SortedSet<String> assets,
    SortedMap<Annotator, Long> annotators,
    SortedMap<String, List<String>> parts,
    SortedMap<String, Long> splits,
    SortedMap<String, SortedMap<String, Long>> factors,
    SortedMap<String, GroupCount> groups,
    SortedMap<String, TargetCount> targets) {
  static final Tally NONE =
      new Tally(
          0,
          0,
          new TreeMap<>(),
          new TreeSet<>(),
          new TreeMap<>(),
          new TreeMap<>(),
          new TreeMap<>(),
          new TreeMap<>(),
          new TreeMap<>(),
          new TreeMap<>());

  Tally {
    annotations = Collections.unmodifiableSortedMap(annotations);
    assets = Collections.unmodifiableSortedSet(assets);
    annotators = Collections.unmodifiableSortedMap(annotators);
    parts = Collections.unmodifiableSortedMap(parts);
    splits = Collections.unmodifiableSortedMap(splits);
    factors = Collections.unmodifiableSortedMap(factors);
    groups = Collections.unmodifiableSortedMap(groups);
    targets = Collections.unmodifiableSortedMap(targets);
  }

  Tally plus(Tally other) {
    SortedSet<String> union = new TreeSet<>(assets);
    union.addAll(other.assets);
    return new Tally(
        frames + other.frames,
        images + other.images,
        sum(annotations, other.annotations, Long::sum),
        union,
        sum(annotators, other.annotators, Long::sum),
        sum(parts, other.parts, (one, same) -> one),
        sum(splits, other.splits, Long::sum),
        sum(factors, other.factors, (a, b) -> sum(a, b, Long::sum)),
        sum(groups, other.groups, GroupCount::plus),
        sum(targets, other.targets, TargetCount::plus));
  }

  /** Whether every frame has all of some annotators. */
  boolean isSaidOfAll(Annotators wanted) {
    return wanted.names().stream().allMatch(name -> annotators.getOrDefault(name, 0L) == frames);
  }

  private static <K, V> SortedMap<K, V> sum(
      SortedMap<K, V> one, SortedMap<K, V> other, BinaryOperator<V> plus) {
    SortedMap<K, V> sum = new TreeMap<>(one);
    other.forEach((key, value) -> sum.merge(key, value, plus));
    return sum;
  }
}
