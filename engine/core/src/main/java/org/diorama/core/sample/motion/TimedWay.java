package org.diorama.core.sample.motion;

import org.diorama.core.math.Vec3;
import org.diorama.core.math.WaypointCurve;

/**
 * A decided way through points, by time.
 *
 * @param speed m/s; 0 where the curve's knots are times in seconds
 * @param start seconds on the way at 0 s
 */
public record TimedWay(WaypointCurve curve, double speed, double start) {
  public Vec3 point(double seconds) {
    return curve.point(knot(seconds));
  }

  /** Unit vector. */
  public Vec3 direction(double seconds) {
    return curve.direction(knot(seconds));
  }

  private double knot(double seconds) {
    double passed = start + seconds;
    return speed == 0 ? passed : curve.knotAt(speed * passed);
  }
}
