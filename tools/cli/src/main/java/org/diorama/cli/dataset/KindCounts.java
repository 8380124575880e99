package org.diorama.cli.dataset;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How many annotations each kind of file has; one thing may be told of by several kinds. */
final class KindCounts {
  private KindCounts() {}

  /** Such as {@code annotations (instances 55, panoptic 12)}. */
  static String text(Map<String, Long> counts) {
    return new TreeMap<>(counts)
        .entrySet().stream()
            .map(kind -> kind.getKey() + " " + kind.getValue())
            .collect(Collectors.joining(", ", "annotations (", ")"));
  }
}
