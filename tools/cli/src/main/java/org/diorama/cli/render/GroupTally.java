package org.diorama.cli.render;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.diorama.core.sample.GroupVerdict;

/** Adds up, over frames, how many instances each group asked for and how many found a place. */
final class GroupTally {
  private final Map<String, long[]> groups = new TreeMap<>();

  synchronized void add(List<GroupVerdict> verdicts) {
    for (GroupVerdict verdict : verdicts) {
      long[] sums = groups.computeIfAbsent(verdict.group(), name -> new long[2]);
      sums[0] += verdict.wanted();
      sums[1] += verdict.placed();
    }
  }

  /** A line for each group that fell short, by name. */
  synchronized List<String> shortfalls() {
    return groups.entrySet().stream()
        .filter(group -> group.getValue()[1] < group.getValue()[0])
        .map(
            group ->
                "group '"
                    + group.getKey()
                    + "': "
                    + group.getValue()[1]
                    + " of "
                    + group.getValue()[0]
                    + " instances found a place")
        .toList();
  }
}
