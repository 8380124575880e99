package org.diorama.core.scene;

import java.util.List;

/** What a distribution of any type may come to. */
final class Alternatives {
  private Alternatives() {}

  /** The distributions of which each draw takes one; only those that can be taken. */
  static <T> List<Distribution<T>> of(Distribution<T> distribution) {
    if (distribution instanceof Distribution.Choice<T> choice) {
      return choice.options().stream()
          .filter(option -> option.weight() > 0)
          .map(Distribution.Option::value)
          .toList();
    }
    if (distribution instanceof Distribution.Cycle<T> cycle) {
      return cycle.values();
    }
    if (distribution instanceof Distribution.Grid<T> grid) {
      return grid.cells();
    }
    throw new IllegalArgumentException("no choice among alternatives: " + distribution);
  }
}
