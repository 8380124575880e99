package org.diorama.core.sample.factor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diorama.core.scene.Factor;

/** All combinations of levels of some factors, numbered from 0; the last factor runs fastest. */
final class LevelCells {
  private final Map<String, List<String>> axes = new LinkedHashMap<>();
  private final int size;

  private LevelCells(List<Factor.Discrete> factors, boolean weighted) {
    int product = 1;
    for (Factor.Discrete factor : factors) {
      List<String> slots = new ArrayList<>();
      for (Factor.Level level : factor.levels()) {
        long times = weighted ? (long) level.weight() : level.weight() > 0 ? 1 : 0;
        for (long i = 0; i < times; i++) {
          slots.add(level.name());
        }
      }
      axes.put(factor.name(), slots);
      product *= slots.size();
    }
    size = product;
  }

  /** A level of weight n takes part n times. */
  static LevelCells weighted(List<Factor.Discrete> factors) {
    return new LevelCells(factors, true);
  }

  /** Every level that has a weight takes part once. */
  static LevelCells plain(List<Factor.Discrete> factors) {
    return new LevelCells(factors, false);
  }

  int size() {
    return size;
  }

  /** Levels by factor. */
  Map<String, String> at(int cell) {
    Map<String, String> levels = new LinkedHashMap<>();
    int below = size;
    int rest = cell;
    for (Map.Entry<String, List<String>> axis : axes.entrySet()) {
      below /= axis.getValue().size();
      levels.put(axis.getKey(), axis.getValue().get(rest / below));
      rest %= below;
    }
    return levels;
  }

  /** The first cell with these levels. */
  int indexOf(Map<String, String> levels) {
    int cell = 0;
    for (Map.Entry<String, List<String>> axis : axes.entrySet()) {
      cell = cell * axis.getValue().size() + axis.getValue().indexOf(levels.get(axis.getKey()));
    }
    return cell;
  }
}
