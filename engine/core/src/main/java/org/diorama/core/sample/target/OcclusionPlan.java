package org.diorama.core.sample.target;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.diorama.core.sample.instance.Instance;

/**
 * Meets the visible fractions of a frame together: one after the other, so that each leaves those
 * before as they are; then those that found no place so take one first, and those that this undoes
 * look for another. Only what leaves more of them met stays.
 */
final class OcclusionPlan {
  /** How often one that was not met may upset the others. */
  private static final int REPAIRS = 4;

  private final Movables movables;
  private final List<Instance> drawn;
  private final OcclusionSearch search;

  /**
   * @param drawn all instances that are drawn
   * @param held those whose size or position in an image was asked for: they stay
   */
  OcclusionPlan(Movables movables, List<Instance> drawn, Set<Instance> held) {
    this.movables = movables;
    this.drawn = drawn;
    this.search = new OcclusionSearch(movables, drawn, held);
  }

  /**
   * @param shares what is asked for
   * @return what stood in the way of those that were not met
   */
  Map<Wish, String> meet(List<VisibleShare> shares) {
    if (!shares.isEmpty()) {
      drawn.forEach(movables::of);
    }
    Map<Wish, String> complaints = new LinkedHashMap<>();
    List<VisibleShare> unmet = new ArrayList<>();
    for (VisibleShare share : shares) {
      String complaint = search.meet(share);
      if (!complaint.isEmpty()) {
        complaints.put(share.wish(), complaint);
        unmet.add(share);
      }
    }
    for (int repair = 0; repair < REPAIRS; repair++) {
      for (VisibleShare share : List.copyOf(unmet)) {
        if (repairs(share)) {
          unmet.remove(share);
          complaints.remove(share.wish());
        }
      }
    }
    return complaints;
  }

  /** Whether one is met at last, and all that were met still are; else all stays as it was. */
  private boolean repairs(VisibleShare share) {
    List<Movables.Stood> stood = movables.standings();
    List<OcclusionSearch.Met> met = search.met();
    boolean good = search.meetFirst(share).isEmpty();
    for (VisibleShare undone : good ? search.releaseUndone() : List.<VisibleShare>of()) {
      good = good && search.meet(undone).isEmpty();
    }
    if (!good) {
      movables.restore(stood);
      search.restore(met);
    }
    return good;
  }
}
