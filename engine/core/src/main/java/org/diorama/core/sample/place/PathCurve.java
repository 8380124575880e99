package org.diorama.core.sample.place;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.diorama.core.math.Vec3;
import org.diorama.core.scene.ScenePath;

/** A path by its length: straight between its corners. Meters. */
final class PathCurve {
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

  /**
   * @param reverse whether it is followed from its end
   */
  static PathCurve of(ScenePath path, boolean reverse) {
    List<Vec3> corners = new ArrayList<>(path.points());
    if (path.closed()) {
      corners.add(corners.get(0));
    }
    if (reverse) {
      Collections.reverse(corners);
    }
    return new PathCurve(corners, path.closed());
  }

  double length() {
    return ways[ways.length - 1];
  }

  boolean closed() {
    return closed;
  }

  /** The point so far along; beyond the ends, the first or last side goes on, or the path again. */
  Vec3 point(double way) {
    double at = wrapped(way);
    int side = side(at);
    Vec3 from = corners.get(side);
    double length = ways[side + 1] - ways[side];
    return from.plus(corners.get(side + 1).minus(from).times((at - ways[side]) / length));
  }

  /** Unit vector of travel seen from above, z = 0; where the path is upright, +X. */
  Vec3 direction(double way) {
    int side = side(wrapped(way));
    Vec3 along = corners.get(side + 1).minus(corners.get(side));
    Vec3 level = new Vec3(along.x(), along.y(), 0).normalize();
    return level.equals(Vec3.ZERO) ? Vec3.UNIT_X : level;
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
