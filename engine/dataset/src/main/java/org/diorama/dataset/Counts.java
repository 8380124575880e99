package org.diorama.dataset;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.diorama.core.scene.Category;

/**
 * The manifest's counts.
 *
 * @param annotations by category name; a category without any counts 0
 */
record Counts(long frames, long failed, long images, SortedMap<String, Long> annotations) {
  Counts {
    annotations = Collections.unmodifiableSortedMap(new TreeMap<>(annotations));
  }

  static Counts of(Tally tally, long failed, Iterable<Category> categories) {
    SortedMap<String, Long> byName = new TreeMap<>();
    for (Category category : categories) {
      byName.put(category.name(), tally.annotations().getOrDefault(category.id(), 0L));
    }
    return new Counts(tally.frames(), failed, tally.images(), byName);
  }
}
