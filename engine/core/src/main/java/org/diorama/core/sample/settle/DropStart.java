package org.diorama.core.sample.settle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.diorama.core.math.Aabb;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Vec3;
import org.diorama.core.sample.instance.Instance;

/** Where falling bodies start: none shares room with one that falls, or fell, before it. */
final class DropStart {
  /** Free height between bodies, meters. */
  private static final double GAP = 1e-3;

  private final List<Aabb> taken = new ArrayList<>();

  /** The room of a body that fell earlier. */
  void take(Instance settled) {
    taken.add(bounds(settled));
  }

  /**
   * The instance's {@code worldFromAxes}, raised by the drop and then, as often as it takes, to
   * above what lies in its way. Its room there is taken from now on.
   *
   * @param drop meters
   */
  Affine3 of(Instance instance, double drop) {
    Vec3 raise = new Vec3(0, 0, drop);
    Aabb room = bounds(instance).transform(Affine3.translation(raise));
    for (Optional<Double> top = topInTheWay(room); top.isPresent(); top = topInTheWay(room)) {
      Vec3 more = new Vec3(0, 0, top.get() + GAP - room.min().z());
      raise = raise.plus(more);
      room = room.transform(Affine3.translation(more));
    }
    taken.add(room);
    return Affine3.translation(raise).times(instance.worldFromAxes());
  }

  private Optional<Double> topInTheWay(Aabb room) {
    return taken.stream()
        .filter(other -> overlap(room, other))
        .map(other -> other.max().z())
        .max(Double::compare);
  }

  private static boolean overlap(Aabb a, Aabb b) {
    for (int axis = 0; axis < 3; axis++) {
      if (a.min().component(axis) >= b.max().component(axis)
          || b.min().component(axis) >= a.max().component(axis)) {
        return false;
      }
    }
    return true;
  }

  /** In the world. */
  static Aabb bounds(Instance instance) {
    return instance.asset().orElseThrow().bounds().transform(instance.worldFromObject());
  }
}
