package org.diorama.core.scene;

/**
 * How an instance moves through a sequence, in its parent's frame (the world's where there is
 * none), from where it stands at its first instant.
 */
public sealed interface MotionDescription {
  /**
   * Steadily.
   *
   * @param metersPerSecond along its own axes, or the parent's
   * @param own whether along its own axes, which turn with it
   * @param turnRate degrees a second about the parent's +Z, counter-clockwise seen from above
   */
  record Velocity(VectorParameter metersPerSecond, boolean own, Parameter<Double> turnRate)
      implements MotionDescription {}

  /**
   * From point to point.
   *
   * @param way offsets from where it was placed, along the parent's axes; the first is zero
   * @param turns whether it turns as its way does, seen from above
   */
  record Way(Waypoints way, boolean turns) implements MotionDescription {}

  /**
   * On a circle about an upright axis.
   *
   * @param center a point of the axis in the parent's frame
   * @param period seconds of a round
   * @param clockwise seen from above
   * @param turns whether it keeps the same side towards the axis
   */
  record Orbit(VectorParameter center, Parameter<Double> period, boolean clockwise, boolean turns)
      implements MotionDescription {}

  /**
   * Along the path that it was placed on, in the direction it was placed in: it keeps its offset
   * from the path and its yaw from the path's direction.
   *
   * @param metersPerSecond of path; below 0 it backs up
   */
  record AlongPath(Parameter<Double> metersPerSecond, AtEnd atEnd) implements MotionDescription {}

  /**
   * Swaying about its place in gusts, as trees, signs and flags do. What bends it is the wind's
   * pressure, which grows with the square of its speed.
   *
   * @param metersPerSecond mean speed of the wind
   * @param towards degrees: where it blows to, 0 for the parent's +X, 90 for +Y
   * @param bend degrees that a steady wind of {@value #BEND_SPEED} m/s bends it
   * @param gusts turbulence intensity: standard deviation of the speed by its mean
   * @param period seconds of a swing
   * @param phase where in its swings it starts, in [0, 1]
   */
  record Wind(
      Parameter<Double> metersPerSecond,
      Parameter<Double> towards,
      Parameter<Double> bend,
      Parameter<Double> gusts,
      Parameter<Double> period,
      Parameter<Double> phase)
      implements MotionDescription {
    public static final double BEND_SPEED = 10;
  }

  /** As it is said; at 0 s where it was placed. */
  record Poses(TimedPoses poses) implements MotionDescription {}

  /** What becomes of a motion at the ends of a path; one that is closed goes round and round. */
  enum AtEnd {
    /** It stays there. */
    STOP,
    /** It goes on at the other end. */
    LOOP,
    /** It goes straight on. */
    CONTINUE
  }
}
