package org.diorama.core.collision;

import org.diorama.core.math.Aabb;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Vec3;

/**
 * A box in any position, or a skewed one.
 *
 * @param center meters
 * @param halfX from the center to the middle of a side; none of the three is zero in all but flat
 *     boxes
 * @param halfY likewise
 * @param halfZ likewise
 */
public record OrientedBox(Vec3 center, Vec3 halfX, Vec3 halfY, Vec3 halfZ) {

  /** The transformed box. */
  public static OrientedBox of(Aabb box, Affine3 destinationFromBox) {
    Vec3 half = box.size().times(0.5);
    return new OrientedBox(
        destinationFromBox.transformPoint(box.center()),
        destinationFromBox.transformDirection(new Vec3(half.x(), 0, 0)),
        destinationFromBox.transformDirection(new Vec3(0, half.y(), 0)),
        destinationFromBox.transformDirection(new Vec3(0, 0, half.z())));
  }

  /** Radius of the sphere around it, meters. */
  public double radius() {
    // The longest of the four diagonals.
    Vec3 sum = halfX.plus(halfY);
    Vec3 difference = halfX.minus(halfY);
    return Math.sqrt(
        Math.max(
            Math.max(square(sum.plus(halfZ)), square(sum.minus(halfZ))),
            Math.max(square(difference.plus(halfZ)), square(difference.minus(halfZ)))));
  }

  /**
   * The widest gap between both along the axes that can separate them: normals of their sides and
   * cross products of their edges. Gottschalk, Lin, Manocha, "OBBTree", SIGGRAPH 1996, section 5.
   *
   * @return meters; positive where they are apart, and then no more than their distance; negative
   *     where they overlap: by that much at least, whichever way one is moved
   */
  public double gap(OrientedBox other) {
    Vec3 offset = other.center.minus(center);
    Vec3[] mine = {halfX, halfY, halfZ};
    Vec3[] others = {other.halfX, other.halfY, other.halfZ};
    double gap = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < 3; i++) {
      gap = Math.max(gap, gap(offset, mine[i].cross(mine[(i + 1) % 3]), other));
      gap = Math.max(gap, gap(offset, others[i].cross(others[(i + 1) % 3]), other));
    }
    for (Vec3 edge : mine) {
      for (Vec3 otherEdge : others) {
        // Of parallel edges nothing but rounding is left, and the normals say all.
        Vec3 axis = edge.cross(otherEdge);
        if (square(axis) > 1e-16 * square(edge) * square(otherEdge)) {
          gap = Math.max(gap, gap(offset, axis, other));
        }
      }
    }
    return gap;
  }

  private double gap(Vec3 offset, Vec3 axis, OrientedBox other) {
    double length = axis.length();
    return length == 0
        ? Double.NEGATIVE_INFINITY
        : (Math.abs(offset.dot(axis)) - reach(axis) - other.reach(axis)) / length;
  }

  private double reach(Vec3 axis) {
    return Math.abs(halfX.dot(axis)) + Math.abs(halfY.dot(axis)) + Math.abs(halfZ.dot(axis));
  }

  private static double square(Vec3 v) {
    return v.dot(v);
  }
}
