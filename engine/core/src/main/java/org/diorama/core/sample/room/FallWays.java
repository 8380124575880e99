package org.diorama.core.sample.room;

import java.util.List;
import org.diorama.core.math.Aabb;
import org.diorama.core.sample.instance.Instance;

/**
 * What things pass through while a sequence shows how they fall. They have met what stands or moves
 * there, so nothing may be moved out of it, or into it, once they fell.
 *
 * @param ways boxes around all that each of them passes through, world meters
 * @param seconds of the sequence's instants after its start
 */
public record FallWays(List<Aabb> ways, List<Double> seconds) {
  /** Where nothing is shown to fall. */
  public static final FallWays NONE = new FallWays(List.of(), List.of());

  /** What touches a way by so much was met on it; meters. */
  private static final double NEAR = 0.01;

  public FallWays {
    ways = List.copyOf(ways);
    seconds = List.copyOf(seconds);
  }

  /** Whether an instance is in the way at any instant. */
  boolean meets(Instance instance) {
    return instance.asset().isPresent()
        && (meets(instance, 0)
            || instance.moves() && seconds.stream().anyMatch(moment -> meets(instance, moment)));
  }

  private boolean meets(Instance instance, double moment) {
    Aabb box = instance.asset().orElseThrow().bounds().transform(instance.worldFromObject(moment));
    return ways.stream().anyMatch(way -> touch(box, way));
  }

  private static boolean touch(Aabb one, Aabb other) {
    return one.min().x() <= other.max().x() + NEAR
        && one.max().x() >= other.min().x() - NEAR
        && one.min().y() <= other.max().y() + NEAR
        && one.max().y() >= other.min().y() - NEAR
        && one.min().z() <= other.max().z() + NEAR
        && one.max().z() >= other.min().z() - NEAR;
  }
}
