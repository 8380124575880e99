package org.diorama.core.sample.place;

import org.diorama.core.math.Aabb;

/** Where an instance is on a lane; it may move along. Meters of path. */
final class LaneStop {
  private final Lane lane;
  private final Aabb box;
  private double way;

  /**
   * @param box around the body, about its origin, as it heads along +X
   * @param way to the body's origin
   */
  LaneStop(Lane lane, Aabb box, double way) {
    this.lane = lane;
    this.box = box;
    this.way = way;
  }

  Lane lane() {
    return lane;
  }

  Aabb box() {
    return box;
  }

  double way() {
    return way;
  }

  void moveTo(double newWay) {
    way = newWay;
  }

  double rear() {
    return way + box.min().x();
  }

  double front() {
    return way + box.max().x();
  }
}
