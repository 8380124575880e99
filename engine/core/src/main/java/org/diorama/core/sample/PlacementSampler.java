package org.diorama.core.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.diorama.core.math.Aabb;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.DecimalText;
import org.diorama.core.math.Vec3;
import org.diorama.core.random.RandomStream;
import org.diorama.core.scene.Parameter;
import org.diorama.core.scene.Placement;
import org.diorama.core.scene.Scope;

/** Finds places for one frame's instances, in the order of the scene. */
final class PlacementSampler {
  /** Positions tried for a separate instance before it is left out. */
  static final int ATTEMPTS = 100;

  private final DrawLog draws;
  private final List<Footprint> taken = new ArrayList<>();

  PlacementSampler(DrawLog draws) {
    this.draws = draws;
  }

  /**
   * Translation of an instance whose lowest point rests on its surface; empty where every attempt
   * met another instance.
   *
   * @param index of the instance in its group
   * @param turnedFromObject rotation and scale
   * @param yaw of the rotation, radians
   */
  Optional<Vec3> place(
      Placement placement, long index, Aabb bounds, Affine3 turnedFromObject, double yaw) {
    double lowest = bounds.transform(turnedFromObject).min().z();
    if (placement instanceof Placement.At at) {
      Vec3 position = draws.vector(at.position(), index);
      return Optional.of(new Vec3(position.x(), position.y(), position.z() - lowest));
    }
    Placement.Area area = (Placement.Area) placement;
    Coordinate x = new Coordinate(area.x(), index);
    Coordinate y = new Coordinate(area.y(), index);
    double z = draws.number(area.z(), index) - lowest;
    int attempts = x.varies() || y.varies() ? ATTEMPTS : 1;
    for (int attempt = 0; attempt < attempts; attempt++) {
      Vec3 position = new Vec3(x.next(), y.next(), z);
      if (!area.separate() || claim(area, bounds, turnedFromObject, position, yaw)) {
        x.log();
        y.log();
        return Optional.of(position);
      }
    }
    return Optional.empty();
  }

  private boolean claim(
      Placement.Area area, Aabb bounds, Affine3 turnedFromObject, Vec3 position, double yaw) {
    Footprint footprint =
        Footprint.of(
            bounds, Affine3.translation(position).times(turnedFromObject), yaw, area.clearance());
    if (taken.stream().anyMatch(footprint::conflictsWith)) {
      return false;
    }
    taken.add(footprint);
    return true;
  }

  /** One coordinate of an area: each attempt takes the next draw, if it is the instance's own. */
  private final class Coordinate {
    private final Parameter<Double> parameter;
    private final long index;
    private final RandomStream stream;
    private double value;
    private boolean drawn;

    Coordinate(Parameter<Double> parameter, long index) {
      this.parameter = parameter;
      this.index = index;
      this.stream = draws.stream(parameter, index);
    }

    boolean varies() {
      return parameter.scope() == Scope.INSTANCE;
    }

    double next() {
      if (!drawn || varies()) {
        value = parameter.distribution().draw(stream);
        drawn = true;
      }
      return value;
    }

    void log() {
      draws.log(parameter, index, DecimalText.of(value));
    }
  }
}
