package org.diorama.core.sample.place;

import org.diorama.core.math.PathCurve;

/** A path that fills up from its start. Meters of path. */
final class Lane {
  private static final double LEAST_STEP = 0.01;

  private final PathCurve curve;
  private boolean started;

  /** Rear of the first one. */
  private double first;

  /** Front of the last one; things in the way are passed by. */
  private double front;

  Lane(PathCurve curve) {
    this.curve = curve;
  }

  PathCurve curve() {
    return curve;
  }

  boolean started() {
    return started;
  }

  /** Where the rear of the next one goes. */
  double rear(double start, double gap) {
    return started ? front + gap : start;
  }

  /** Whether something from rear to front has room before the path ends, or begins again. */
  boolean hasRoom(double rear, double newFront, double gap) {
    if (!curve.closed()) {
      return rear >= 0 && newFront <= curve.length();
    }
    return newFront + gap <= (started ? first : rear) + curve.length();
  }

  void take(double rear, double newFront) {
    if (!started) {
      first = rear;
    }
    started = true;
    front = newFront;
  }

  /** The next rear to try past something in the way. */
  static double past(double rear, double length) {
    return rear + Math.max(length / 4, LEAST_STEP);
  }
}
