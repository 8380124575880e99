package org.diorama.core.sample.room;

import org.diorama.core.math.Aabb;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Rotations;
import org.diorama.core.math.Vec3;

/**
 * The room an instance takes: an upright box, turned about +Z. World meters.
 *
 * @param center horizontal center; z is 0
 * @param along unit vector of the first horizontal side
 * @param across unit vector of the second one
 * @param halfAlong half the length of the first side
 * @param halfAcross half the length of the second side
 * @param bottom z of the lowest point
 * @param top z of the highest point
 * @param clearance free horizontal distance that it asks for
 */
record Footprint(
    Vec3 center,
    Vec3 along,
    Vec3 across,
    double halfAlong,
    double halfAcross,
    double bottom,
    double top,
    double clearance) {
  /** Things that rest on one another overlap by rounding alone, never by this much. Meters. */
  static final double TOUCH = 1e-9;

  /** Smallest such box around transformed bounds whose sides follow the yaw (radians). */
  static Footprint of(Aabb bounds, Affine3 worldFromObject, double yaw, double clearance) {
    // World turned back by the yaw: there the box lies along the axes.
    Affine3 back = Rotations.yaw(yaw);
    Affine3 turned = back.transposed().times(worldFromObject);
    Aabb box = bounds.transform(turned);
    Vec3 center = back.transformPoint(box.center());
    return new Footprint(
        new Vec3(center.x(), center.y(), 0),
        back.transformDirection(Vec3.UNIT_X),
        back.transformDirection(Vec3.UNIT_Y),
        box.size().x() / 2,
        box.size().y() / 2,
        box.min().z(),
        box.max().z(),
        clearance);
  }

  /**
   * Whether both share room, or stand nearer than either asks. Separating axes of two rectangles:
   * Gottschalk, Lin, Manocha, "OBBTree", SIGGRAPH 1996, section 5, in the plane.
   */
  boolean conflictsWith(Footprint other) {
    if (Math.min(top, other.top) - Math.max(bottom, other.bottom) <= TOUCH) {
      return false;
    }
    double free = Math.max(clearance, other.clearance);
    Vec3 offset = other.center.minus(center);
    double touching = radius() + other.radius() + free;
    if (offset.dot(offset) > touching * touching) {
      return false;
    }
    return gap(offset, along, other) < free - TOUCH
        && gap(offset, across, other) < free - TOUCH
        && gap(offset, other.along, other) < free - TOUCH
        && gap(offset, other.across, other) < free - TOUCH;
  }

  /** Of the circle around it. */
  double radius() {
    return Math.sqrt(halfAlong * halfAlong + halfAcross * halfAcross);
  }

  private double gap(Vec3 offset, Vec3 axis, Footprint other) {
    return Math.abs(offset.dot(axis)) - reach(axis) - other.reach(axis);
  }

  private double reach(Vec3 axis) {
    return halfAlong * Math.abs(along.dot(axis)) + halfAcross * Math.abs(across.dot(axis));
  }
}
