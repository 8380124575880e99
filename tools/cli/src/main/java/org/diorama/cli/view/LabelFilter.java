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
    return accepts(box.name())
        && (Double.isNaN(box.visibleFraction())
            ? !filtersVisible()
            : box.visibleFraction() >= leastVisible && box.visibleFraction() <= mostVisible);
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
