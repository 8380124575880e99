package org.diorama.core.sample.motion;

import java.util.List;
import java.util.Optional;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.core.math.PathCurve;
import org.diorama.core.math.Rotations;
import org.diorama.core.math.Vec3;
import org.diorama.core.math.WaypointCurve;
import org.diorama.core.random.DrawSite;
import org.diorama.core.sample.draw.Draws;
import org.diorama.core.scene.MotionDescription;
import org.diorama.core.scene.Waypoints;

/** Decides motions and ways. */
public final class MotionSampler {
  /** Standard deviation in radians beyond which nothing sways in one piece. */
  private static final double MOST_SWAY = Rotations.radians(15);

  private final Draws draws;

  public MotionSampler(Draws draws) {
    this.draws = draws;
  }

  /**
   * @param along where on a path it was placed, if it was
   * @param path of the object, for messages
   */
  public Motion sample(
      Optional<MotionDescription> motion,
      Optional<PathCurve.Position> along,
      DrawSite site,
      String path) {
    if (motion.isEmpty()) {
      return new Motion.None();
    }
    if (motion.get() instanceof MotionDescription.Velocity velocity) {
      return new Motion.Steady(
          draws.vector(velocity.metersPerSecond(), site),
          velocity.own(),
          Rotations.radians(draws.number(velocity.turnRate(), site)));
    }
    if (motion.get() instanceof MotionDescription.Way way) {
      return new Motion.Along(way(way.way(), 0, site, path + ".motion"), way.turns());
    }
    if (motion.get() instanceof MotionDescription.AlongPath following) {
      PathCurve.Position from =
          along.orElseThrow(() -> new IllegalArgumentException(path + " stands on no path"));
      double speed = draws.number(following.metersPerSecond(), site);
      return new Motion.OnPath(from, speed, following.atEnd());
    }
    if (motion.get() instanceof MotionDescription.Poses given) {
      return new Motion.Known(given.poses());
    }
    if (motion.get() instanceof MotionDescription.Wind wind) {
      return sway(wind, site);
    }
    MotionDescription.Orbit orbit = (MotionDescription.Orbit) motion.get();
    double rate = 2 * StrictMath.PI / draws.number(orbit.period(), site);
    return new Motion.Orbit(
        draws.vector(orbit.center(), site), orbit.clockwise() ? -rate : rate, orbit.turns());
  }

  /** Small changes of a speed by a share change what grows with its square by twice that share. */
  private Motion sway(MotionDescription.Wind wind, DrawSite site) {
    double strength =
        draws.number(wind.metersPerSecond(), site) / MotionDescription.Wind.BEND_SPEED;
    double towards = Rotations.radians(draws.number(wind.towards(), site));
    double steady = Rotations.radians(draws.number(wind.bend(), site)) * strength * strength;
    double deviation = Math.min(MOST_SWAY, 2 * draws.number(wind.gusts(), site) * steady);
    Vec3 axis = Rotations.direction(towards + StrictMath.PI / 2, 0);
    return new Motion.Sway(
        axis, deviation, draws.number(wind.period(), site), draws.number(wind.phase(), site));
  }

  /**
   * @param start seconds on the way at 0 s
   * @param path of the way, for messages
   */
  public TimedWay way(Waypoints way, double start, DrawSite site, String path) {
    List<Vec3> points = way.points().stream().map(point -> draws.vector(point, site)).toList();
    if (points.stream().distinct().count() < 2) {
      throw new DioramaException(
          ExitStatus.BAD_INPUT,
          path + ": all its points are " + points.get(0) + ". Keep two of them apart.");
    }
    if (way.timing() instanceof Waypoints.Speed speed) {
      double metersPerSecond = draws.number(speed.metersPerSecond(), site);
      return new TimedWay(WaypointCurve.byChords(points, way.smooth()), metersPerSecond, start);
    }
    Waypoints.Times times = (Waypoints.Times) way.timing();
    return new TimedWay(WaypointCurve.at(points, times.seconds(), way.smooth()), 0, start);
  }
}
