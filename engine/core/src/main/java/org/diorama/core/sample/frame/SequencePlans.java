package org.diorama.core.sample.frame;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Vec3;
import org.diorama.core.random.FramePosition;
import org.diorama.core.sample.instance.Instance;
import org.diorama.core.sample.motion.Motion;

/** Remembers the plans of the sequences at work, since every step of one needs its plan. */
final class SequencePlans {
  /** More than workers have sequences in hand; a plan that was forgotten is made again. */
  private static final int MOST = 128;

  private final Map<Key, SequencePlan> plans = new LinkedHashMap<>();

  /**
   * All that tells apart plans of one variant of a scene: steps whose own draws differ have plans
   * of their own.
   *
   * @param again how often things were placed before
   * @param wanted values of all targets
   */
  private record Key(
      long sequence, int twin, int again, List<Placed> placed, List<Double> wanted) {}

  /** How an instance was placed. */
  private record Placed(
      String path,
      long identity,
      Optional<String> assetId,
      Affine3 parentFromAxes,
      Vec3 scale,
      Motion motion) {
    static Placed of(Instance instance) {
      return new Placed(
          instance.object().path(),
          instance.site().identity(),
          instance.asset().map(asset -> asset.id()),
          instance.parentFromAxes(),
          instance.scale(),
          instance.motion());
    }
  }

  /**
   * @param again how often things were placed before
   * @param instances where they were placed, before anything is moved
   * @param wanted values of all targets
   */
  SequencePlan get(
      FramePosition position,
      int again,
      List<Instance> instances,
      List<Double> wanted,
      Supplier<SequencePlan> planner) {
    if (position.length() == 1) {
      return planner.get();
    }
    List<Placed> placed = instances.stream().map(Placed::of).toList();
    Key key = new Key(position.sequence(), position.twin(), again, placed, wanted);
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
