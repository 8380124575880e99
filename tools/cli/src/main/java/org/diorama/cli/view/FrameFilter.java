package org.diorama.cli.view;

import java.util.Map;
import java.util.function.Predicate;

/**
 * Which frames are worth showing where nobody names any: those of the levels that are asked for
 * that have something to show.
 *
 * @param levels takes a frame's levels by factor
 * @param labels some annotation of a frame must be shown; of all of them also none will do
 */
record FrameFilter(Predicate<Map<String, String>> levels, LabelFilter labels) {
  /** Whether every frame will do. */
  boolean acceptsAll() {
    return levels.test(Map.of()) && labels.acceptsAll();
  }
}
