package org.diorama.physics;

import java.util.ArrayList;
import java.util.List;
import org.diorama.core.math.Vec3;

/**
 * A flat convex piece of a surface.
 *
 * @param corners at least three, counter-clockwise as seen from outside
 * @param normal of unit length, outwards
 */
record Facet(List<Vec3> corners, Vec3 normal) {
  /**
   * The part on the inner side of a plane, or on the outer one; what lies in the plane counts as
   * inner where both face the same way. Nothing where there is none. Cut as by Sutherland, Hodgman,
   * "Reentrant Polygon Clipping", CACM 17(1), 1974.
   *
   * @param rounding heights up to it are none
   */
  List<Facet> side(Plane plane, boolean inner, double rounding) {
    double[] heights = new double[corners.size()];
    boolean below = false;
    boolean above = false;
    for (int i = 0; i < heights.length; i++) {
      double height = plane.height(corners.get(i));
      heights[i] = Math.abs(height) <= rounding ? 0 : inner ? height : -height;
      below |= heights[i] < 0;
      above |= heights[i] > 0;
    }
    if (!below && !above) {
      return normal.dot(plane.normal()) > 0 == inner ? List.of(this) : List.of();
    }
    if (!below || !above) {
      return below ? List.of(this) : List.of();
    }
    List<Vec3> kept = new ArrayList<>();
    for (int i = 0; i < heights.length; i++) {
      int next = (i + 1) % heights.length;
      if (heights[i] <= 0) {
        kept.add(corners.get(i));
      }
      if (heights[i] < 0 && heights[next] > 0 || heights[i] > 0 && heights[next] < 0) {
        double part = heights[i] / (heights[i] - heights[next]);
        kept.add(corners.get(i).plus(corners.get(next).minus(corners.get(i)).times(part)));
      }
    }
    return List.of(new Facet(kept, normal));
  }

  /** Square meters. */
  double area() {
    Vec3 sum = Vec3.ZERO;
    for (int i = 2; i < corners.size(); i++) {
      Vec3 along = corners.get(i - 1).minus(corners.get(0));
      sum = sum.plus(along.cross(corners.get(i).minus(corners.get(0))));
    }
    return sum.length() / 2;
  }

  Plane plane() {
    return new Plane(corners.get(0), normal);
  }

  /**
   * @param normal of unit length; heights grow along it
   */
  record Plane(Vec3 on, Vec3 normal) {
    double height(Vec3 point) {
      return point.minus(on).dot(normal);
    }
  }
}
