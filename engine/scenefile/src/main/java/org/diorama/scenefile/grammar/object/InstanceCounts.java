package org.diorama.scenefile.grammar.object;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.diorama.scenefile.grammar.kind.Reading;

/** How many instances of each object a frame can have, whatever else is wrong with it. */
public final class InstanceCounts {
  private final Map<String, Count> byPath = new HashMap<>();

  /**
   * @param most of the object
   * @param each whether so many are there for each instance of the parent
   */
  private record Count(double most, boolean each) {}

  /** Those of a reading. */
  public static InstanceCounts of(Reading reading) {
    return reading.gathered(InstanceCounts.class, InstanceCounts::new);
  }

  void put(String path, double most, boolean each) {
    byPath.put(path, new Count(most, each));
  }

  /** The objects in the order of the file. */
  public List<String> paths(Reading reading) {
    return byPath.keySet().stream().sorted(Comparator.comparing(reading::location)).toList();
  }

  /** Most instances of an object in a frame; nothing where its parent could not be read. */
  public double most(String path) {
    Count count = byPath.get(path);
    if (count == null) {
      return 0;
    }
    int name = path.lastIndexOf('.');
    int children = path.lastIndexOf('.', name - 1);
    return count.each() && children > 0
        ? count.most() * most(path.substring(0, children))
        : count.most();
  }
}
