package org.diorama.core.math;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A path by its length: straight between its corners. Meters. */
public final class PathCurve {
  private final List<Vec3> corners;
  private final boolean closed;

  /** Way from the first corner to each. */
  private final double[] ways;

  private PathCurve(List<Vec3> corners, boolean closed) {
    this.corners = corners;
    this.closed = closed;
    this.ways = new double[corners.size()];
    for (int i = 1; i < ways.length; i++) {
      ways[i] = ways[i - 1] + corners.get(i).minus(corners.get(i - 1)).length();
    }
  }

  /** A place on a path, by the way from its start to there. */
  public record Position(PathCurve curve, double way) {}

  /**
   * @param points corners, at least two, neighbors apart
   * @param closed whether it leads from the last corner back to the first
   * @param reverse whether it is followed from its end
   */
  public static PathCurve of(List<Vec3> points, boolean closed, boolean reverse) {
    List<Vec3> corners = new ArrayList<>(points);
    if (closed) {
      corners.add(corners.get(0));
    }
    if (reverse) {
      Collections.reverse(corners);
    }
    return new PathCurve(corners, closed);
  }

  /** Two paths are equal that pass the same corners in the same order. */
  @Override
  public boolean equals(Object other) {
    return other instanceof PathCurve path && closed == path.closed && corners.equals(path.corners);
  }

  @Override
  public int hashCode() {
    return corners.hashCode();
  }

  public double length() {
    return ways[ways.length - 1];
  }

  public boolean closed() {
    return closed;
  }

  /** The point so far along; beyond the ends, the first or last side goes on, or the path again. */
  public Vec3 point(double way) {
    double at = wrapped(way);
    int side = side(at);
    Vec3 from = corners.get(side);
    double length = ways[side + 1] - ways[side];
    return from.plus(corners.get(side + 1).minus(from).times((at - ways[side]) / length));
  }

  /** Unit vector of travel seen from above, z = 0; where the path is upright, +X. */
  public Vec3 direction(double way) {
    int side = side(wrapped(way));
    Vec3 along = corners.get(side + 1).minus(corners.get(side));
    Vec3 level = new Vec3(along.x(), along.y(), 0).normalize();
    return level.equals(Vec3.ZERO) ? Vec3.UNIT_X : level;
  }

  /**
   * The rigid frame that follows the path upright: its origin at {@link #point}, its +X along
   * {@link #direction}.
   */
  public Affine3 frame(double way) {
    return Affine3.translation(point(way)).times(Rotations.yaw(Rotations.azimuth(direction(way))));
  }

  private double wrapped(double way) {
    return closed ? way - Math.floor(way / length()) * length() : way;
  }

  private int side(double way) {
    int side = 0;
    while (side < ways.length - 2 && way >= ways[side + 1]) {
      side++;
    }
    return side;
  }
}
