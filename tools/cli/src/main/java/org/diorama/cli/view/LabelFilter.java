package org.diorama.cli.view;

import java.util.Set;

/**
 * Which annotations are shown.
 *
 * @param categories names; empty for all
 * @param leastVisible visible fraction, [0, 1], likewise {@code mostVisible}
 */
record LabelFilter(Set<String> categories, double leastVisible, double mostVisible) {
  static final LabelFilter ALL = new LabelFilter(Set.of(), 0, 1);

  LabelFilter {
    categories = Set.copyOf(categories);
  }

  /** Of annotations that nobody says the visible fraction of, only a filter by none has any. */
  boolean accepts(LabelledImage.Box box) {
    return accepts(box.name(), box.visibleFraction());
  }

  /** The same by name and visible fraction; NaN where nobody says it. */
  boolean accepts(String category, double visibleFraction) {
    return accepts(category)
        && (Double.isNaN(visibleFraction)
            ? !filtersVisible()
            : visibleFraction >= leastVisible && visibleFraction <= mostVisible);
  }

  /** Whether it leaves out nothing. */
  boolean acceptsAll() {
    return categories.isEmpty() && !filtersVisible();
  }

  /** Whether it leaves out anything by its visible fraction. */
  boolean filtersVisible() {
    return leastVisible > 0 || mostVisible < 1;
  }

  /** Whether annotations of a category are shown at all. */
  boolean accepts(String category) {
    return categories.isEmpty() || categories.contains(category);
  }
}
