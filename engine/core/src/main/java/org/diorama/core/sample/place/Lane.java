package org.diorama.core.sample.place;

import java.util.ArrayList;
import java.util.List;
import org.diorama.core.math.PathCurve;

/** A path that fills up from its start. Meters of path. */
final class Lane {
  private static final double LEAST_STEP = 0.01;

  private final PathCurve curve;

  /** Of those that queue on it, from its start; things in the way are passed by. */
  private final List<LaneStop> stops = new ArrayList<>();

  Lane(PathCurve curve) {
    this.curve = curve;
  }

  PathCurve curve() {
    return curve;
  }

  boolean started() {
    return !stops.isEmpty();
  }

  List<LaneStop> stops() {
    return stops;
  }

  /** Where the rear of the next one goes. */
  double rear(double start, double gap) {
    return started() ? stops.get(stops.size() - 1).front() + gap : start;
  }

  /** Whether something from rear to front has room before the path ends, or begins again. */
  boolean hasRoom(double rear, double newFront, double gap) {
    if (!curve.closed()) {
      return rear >= 0 && newFront <= curve.length();
    }
    return newFront + gap <= (started() ? stops.get(0).rear() : rear) + curve.length();
  }

  void take(LaneStop stop) {
    stops.add(stop);
  }

  /** The next rear to try past something in the way. */
  static double past(double rear, double length) {
    return rear + Math.max(length / 4, LEAST_STEP);
  }
}
