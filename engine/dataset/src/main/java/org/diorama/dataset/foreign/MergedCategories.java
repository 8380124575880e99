package org.diorama.dataset.foreign;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Joins categories by name. The first source that has a name gives the id, unless another name has
 * it already: then it is the next one above all ids of all sources. Likewise the first gives the
 * supercategory.
 */
final class MergedCategories {
  /** A category and the source that it first came from. */
  private record Entry(MergeReport.Category category, String source) {}

  private final Map<String, Entry> byName = new LinkedHashMap<>();
  private final Map<Integer, String> nameOf = new HashMap<>();
  private final Map<String, SortedMap<Integer, Integer>> newIds = new HashMap<>();
  private final Set<String> conflicts = new TreeSet<>();
  private int nextFree;

  /**
   * @param sources categories of each by its name, in order
   */
  MergedCategories(Map<String, List<ForeignSource.Category>> sources) {
    nextFree =
        1
            + sources.values().stream()
                .flatMap(List::stream)
                .mapToInt(ForeignSource.Category::id)
                .max()
                .orElse(0);
    sources.forEach(
        (source, categories) -> {
          newIds.put(source, new TreeMap<>());
          categories.forEach(category -> add(source, category));
        });
  }

  private void add(String source, ForeignSource.Category category) {
    Entry before = byName.get(category.name());
    if (before == null) {
      int id = category.id();
      if (nameOf.containsKey(id)) {
        id = nextFree++;
        conflicts.add(
            "id %d is '%s' already: '%s' of %s becomes %d"
                .formatted(category.id(), nameOf.get(category.id()), category.name(), source, id));
      }
      before =
          new Entry(
              new MergeReport.Category(id, category.name(), category.supercategory()), source);
      byName.put(category.name(), before);
      nameOf.put(id, category.name());
    } else {
      tellDifferences(before, source, category);
    }
    newIds.get(source).put(category.id(), before.category().id());
  }

  private void tellDifferences(Entry before, String source, ForeignSource.Category category) {
    MergeReport.Category known = before.category();
    if (known.id() != category.id()) {
      conflicts.add(
          "category '%s': %d in %s becomes %d"
              .formatted(known.name(), category.id(), source, known.id()));
    }
    if (!known.supercategory().equals(category.supercategory())) {
      conflicts.add(
          "category '%s': supercategory '%s' in %s, '%s' in %s: the first stays"
              .formatted(
                  known.name(),
                  known.supercategory(),
                  before.source(),
                  category.supercategory(),
                  source));
    }
  }

  /** All of them, by id. */
  List<MergeReport.Category> all() {
    List<MergeReport.Category> all = new ArrayList<>();
    byName.values().forEach(entry -> all.add(entry.category()));
    all.sort((a, b) -> Integer.compare(a.id(), b.id()));
    return all;
  }

  /** Whether a source has a category of that id. */
  boolean knows(String source, int id) {
    return newIds.get(source).containsKey(id);
  }

  /** The merged id of a source's category. */
  int newId(String source, int id) {
    return newIds.get(source).get(id);
  }

  /** Ids of a source that are others in the merged dataset. */
  SortedMap<Integer, Integer> changed(String source) {
    SortedMap<Integer, Integer> changed = new TreeMap<>(newIds.get(source));
    changed.entrySet().removeIf(entry -> entry.getKey().equals(entry.getValue()));
    return Collections.unmodifiableSortedMap(changed);
  }

  List<String> conflicts() {
    return List.copyOf(conflicts);
  }
}
