package org.diorama.core.sample.motion;

import org.diorama.core.math.Affine3;
import org.diorama.core.math.PathCurve;
import org.diorama.core.math.Rotations;
import org.diorama.core.math.Vec3;
import org.diorama.core.scene.MotionDescription.AtEnd;
import org.diorama.core.scene.TimedPoses;

/** A decided motion of one instance in its parent's frame. */
public sealed interface Motion {
  /**
   * @param start rigid: the pose at 0 s, which is returned unchanged there
   */
  default Affine3 at(Affine3 start, double seconds) {
    return seconds == 0 ? start : moved(start, seconds);
  }

  Affine3 moved(Affine3 start, double seconds);

  default boolean isStill() {
    return false;
  }

  /** The same motion of what was moved to another place of a path. */
  default Motion startingAt(PathCurve.Position place) {
    return this;
  }

  /** Staying where it is. */
  record None() implements Motion {
    @Override
    public Affine3 moved(Affine3 start, double seconds) {
      return start;
    }

    @Override
    public boolean isStill() {
      return true;
    }
  }

  /**
   * @param own whether the velocity, in m/s, follows the instance's own axes
   * @param turnRate radians a second about the parent's +Z
   */
  record Steady(Vec3 velocity, boolean own, double turnRate) implements Motion {
    @Override
    public Affine3 moved(Affine3 start, double seconds) {
      Vec3 way =
          own
              ? Rotations.turningWay(start.transformDirection(velocity), turnRate, seconds)
              : velocity.times(seconds);
      return turnedInPlace(start, turnRate * seconds, start.translation().plus(way));
    }

    @Override
    public boolean isStill() {
      return turnRate == 0 && velocity.equals(Vec3.ZERO);
    }
  }

  /** Along a way of offsets. */
  record Along(TimedWay way, boolean turns) implements Motion {
    @Override
    public Affine3 moved(Affine3 start, double seconds) {
      double turn =
          turns
              ? Rotations.azimuth(way.direction(seconds)) - Rotations.azimuth(way.direction(0))
              : 0;
      Vec3 offset = way.point(seconds).minus(way.point(0));
      return turnedInPlace(start, turn, start.translation().plus(offset));
    }
  }

  /**
   * Along a path, as if fixed to the upright frame that follows it.
   *
   * @param from where it is at 0 s
   * @param speed m/s of path
   */
  record OnPath(PathCurve.Position from, double speed, AtEnd atEnd) implements Motion {
    @Override
    public Affine3 moved(Affine3 start, double seconds) {
      PathCurve curve = from.curve();
      double way = way(seconds);
      return way == from.way()
          ? start
          : curve.frame(way).times(curve.frame(from.way()).inverseTimes(start));
    }

    /** On open paths from 0 to their length, but for those that started, or go on, beyond. */
    private double way(double seconds) {
      double way = from.way() + speed * seconds;
      double length = from.curve().length();
      if (from.curve().closed() || atEnd == AtEnd.CONTINUE || way >= 0 && way <= length) {
        return way;
      }
      if (atEnd == AtEnd.LOOP) {
        return way - Math.floor(way / length) * length;
      }
      double first = Math.min(0, from.way());
      double last = Math.max(length, from.way());
      return Math.max(first, Math.min(last, way));
    }

    @Override
    public boolean isStill() {
      return speed == 0;
    }

    @Override
    public Motion startingAt(PathCurve.Position place) {
      return new OnPath(place, speed, atEnd);
    }
  }

  /**
   * @param rate radians a second about the parent's +Z through the center
   */
  record Orbit(Vec3 center, double rate, boolean turns) implements Motion {
    @Override
    public Affine3 moved(Affine3 start, double seconds) {
      double angle = rate * seconds;
      Vec3 arm = Rotations.yaw(angle).transformDirection(start.translation().minus(center));
      return turnedInPlace(start, turns ? angle : 0, center.plus(arm));
    }
  }

  /**
   * Swaying about its place: two swings whose periods have no common multiple, so that gusts come
   * and go.
   *
   * @param axis horizontal unit vector in the parent's frame; a positive angle leans downwind
   * @param deviation standard deviation of the angle, radians
   * @param period seconds of the first swing
   * @param phase where in it the motion starts, in [0, 1]
   */
  record Sway(Vec3 axis, double deviation, double period, double phase) implements Motion {
    /** Of the second swing by the first: the golden ratio. */
    private static final double SECOND = 1.618033988749895;

    @Override
    public Affine3 moved(Affine3 start, double seconds) {
      Affine3 unplaced = Affine3.translation(start.translation().negate()).times(start);
      return Affine3.translation(start.translation())
          .times(Rotations.aboutAxis(axis, lean(seconds) - lean(0)))
          .times(unplaced);
    }

    private double lean(double seconds) {
      double rounds = seconds / period;
      return deviation
          * (StrictMath.sin(2 * StrictMath.PI * (rounds + phase))
              + StrictMath.sin(2 * StrictMath.PI * (rounds / SECOND + SECOND * phase)));
    }

    @Override
    public boolean isStill() {
      return deviation == 0;
    }
  }

  /** Poses at known instants, such as a simulation's; before the first it stays where it starts. */
  record Known(TimedPoses poses) implements Motion {
    @Override
    public Affine3 moved(Affine3 start, double seconds) {
      return poses.at(seconds).orElse(start);
    }
  }

  private static Affine3 turnedInPlace(Affine3 start, double angle, Vec3 place) {
    Affine3 unplaced = Affine3.translation(start.translation().negate()).times(start);
    return Affine3.translation(place).times(Rotations.yaw(angle)).times(unplaced);
  }
}
