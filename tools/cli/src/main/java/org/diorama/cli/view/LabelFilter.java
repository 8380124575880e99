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

  boolean accepts(LabelledImage.Box box) {
    return accepts(box.name())
        && box.visibleFraction() >= leastVisible
        && box.visibleFraction() <= mostVisible;
  }

  /** Whether annotations of a category are shown at all. */
  boolean accepts(String category) {
    return categories.isEmpty() || categories.contains(category);
  }
}
