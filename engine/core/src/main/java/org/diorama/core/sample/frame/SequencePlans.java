package org.diorama.core.sample.frame;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.diorama.core.random.FramePosition;

/** Remembers the plans of the sequences at work, since every step of one needs its plan. */
final class SequencePlans {
  /** More than workers have sequences in hand; a plan that was forgotten is made again. */
  private static final int MOST = 128;

  private final Map<Key, SequencePlan> plans = new LinkedHashMap<>();

  /** All that tells apart plans of one variant of a scene. */
  private record Key(long sequence, int twin) {}

  SequencePlan get(FramePosition position, Supplier<SequencePlan> planner) {
    if (position.length() == 1) {
      return planner.get();
    }
    Key key = new Key(position.sequence(), position.twin());
    synchronized (plans) {
      SequencePlan known = plans.get(key);
      if (known != null) {
        return known;
      }
    }
    SequencePlan made = planner.get();
    synchronized (plans) {
      plans.put(key, made);
      if (plans.size() > MOST) {
        plans.remove(plans.keySet().iterator().next());
      }
    }
    return made;
  }
}
