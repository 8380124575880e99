package org.diorama.cli.render;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.diorama.cli.dataset.DatasetNews;
import org.diorama.core.sample.GroupVerdict;
import org.diorama.dataset.GroupCount;

/** Adds up, over frames, how many instances each group asked for and how many found a place. */
final class GroupTally {
  private final SortedMap<String, GroupCount> groups = new TreeMap<>();

  synchronized void add(List<GroupVerdict> verdicts) {
    for (GroupVerdict verdict : verdicts) {
      groups.merge(verdict.group(), GroupCount.of(verdict), GroupCount::plus);
    }
  }

  /** A line for each group that fell short, by name. */
  synchronized List<String> shortfalls() {
    return DatasetNews.shortfalls(groups);
  }
}
