package org.diorama.dataset;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.diorama.core.scene.Category;

/**
 * The manifest's counts.
 *
 * @param failed frames given up; their numbers stay gaps
 * @param incomplete sequences, counted with their twins, of which some frames failed and others did
 *     not; 0 for still frames without twins
 * @param annotations of things, and images that show stuff, by category name; a listed category
 *     without any counts 0
 * @param splits frames by split
 * @param factors frames by level, by discrete factor
 * @param groups of objects: how many instances found a place, by the group's name
 * @param targets how often met, by the group's name, a dot and the target's
 */
record Counts(
    long frames,
    long failed,
    long incomplete,
    long images,
    SortedMap<String, Long> annotations,
    SortedMap<String, Long> splits,
    SortedMap<String, SortedMap<String, Long>> factors,
    SortedMap<String, GroupCount> groups,
    SortedMap<String, TargetCount> targets) {
  Counts {
    annotations = Collections.unmodifiableSortedMap(annotations);
  }

  static Counts of(Tally tally, long failed, long incomplete, Iterable<Category> categories) {
    SortedMap<String, Long> byName = new TreeMap<>();
    for (Category category : categories) {
      if (category.isListed()) {
        byName.put(category.name(), tally.annotations().getOrDefault(category.id(), 0L));
      }
    }
    return new Counts(
        tally.frames(),
        failed,
        incomplete,
        tally.images(),
        byName,
        tally.splits(),
        tally.factors(),
        tally.groups(),
        tally.targets());
  }
}
