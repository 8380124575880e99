package org.diorama.core.sample.object;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.diorama.core.sample.GroupVerdict;
import org.diorama.core.sample.NoPlace;

/** Counts, over a frame, what became of a group's instances. */
final class GroupCount {
  private final Map<NoPlace, Integer> missing = new EnumMap<>(NoPlace.class);
  private int wanted;
  private int placed;

  void placed() {
    wanted++;
    placed++;
  }

  void missing(NoPlace reason) {
    wanted++;
    missing.merge(reason, 1, Integer::sum);
  }

  /** One that was placed is not there after all. */
  void lost(NoPlace reason) {
    placed--;
    missing.merge(reason, 1, Integer::sum);
  }

  GroupVerdict verdict(String group) {
    List<GroupVerdict.Missing> reasons = new ArrayList<>();
    missing.forEach((reason, count) -> reasons.add(new GroupVerdict.Missing(reason, count)));
    return new GroupVerdict(group, wanted, placed, reasons);
  }
}
