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
   * Whether both are that far apart along an axis that can separate them: normals of their sides
   * and cross products of their edges. Gottschalk, Lin, Manocha, "OBBTree", SIGGRAPH 1996, section
   * 5. Spheres around them decide first.
   *
   * @param width meters; where it is negative, boxes that overlap by less than its size count as
   *     apart
   */
  public boolean isApart(OrientedBox other, double width) {
    return isApart(other, width, width);
  }

  /**
   * Whether both stay apart however one of them is moved sideways by less than a width. Corners
   * count as if the width were a square.
   *
   * @param width meters
   * @param touch overlap that counts as none, meters
   */
  public boolean isApartSideways(OrientedBox other, double width, double touch) {
    return isApart(other, width - touch, -touch);
  }

  /**
   * @param level what must be free along an axis that lies level, meters
   * @param upright what must be free along one that is upright, meters
   */
  private boolean isApart(OrientedBox other, double level, double upright) {
    Vec3 offset = other.center.minus(center);
    double far = radius() + other.radius() + level;
    return far > 0 && square(offset) > far * far
        || anySide(offset, other, level, upright)
        || other.anySide(offset, this, level, upright)
        || anyEdges(halfX, offset, other, level, upright)
        || anyEdges(halfY, offset, other, level, upright)
        || anyEdges(halfZ, offset, other, level, upright);
  }

  private boolean anySide(Vec3 offset, OrientedBox other, double level, double upright) {
    return separates(halfX.cross(halfY), offset, other, level, upright)
        || separates(halfY.cross(halfZ), offset, other, level, upright)
        || separates(halfZ.cross(halfX), offset, other, level, upright);
  }

  private boolean anyEdges(
      Vec3 edge, Vec3 offset, OrientedBox other, double level, double upright) {
    return areEdges(edge, other.halfX, offset, other, level, upright)
        || areEdges(edge, other.halfY, offset, other, level, upright)
        || areEdges(edge, other.halfZ, offset, other, level, upright);
  }

  private boolean areEdges(
      Vec3 edge, Vec3 otherEdge, Vec3 offset, OrientedBox other, double level, double upright) {
    Vec3 axis = edge.cross(otherEdge);
    // Of parallel edges nothing but rounding is left, and the normals say all.
    return square(axis) > 1e-16 * square(edge) * square(otherEdge)
        && separates(axis, offset, other, level, upright);
  }

  private boolean separates(
      Vec3 axis, Vec3 offset, OrientedBox other, double level, double upright) {
    double length = axis.length();
    if (!(length > 0)) {
      return false;
    }
    double free =
        level == upright
            ? level * length
            : level * Math.sqrt(axis.x() * axis.x() + axis.y() * axis.y())
                + upright * Math.abs(axis.z());
    return Math.abs(offset.dot(axis)) - reach(axis) - other.reach(axis) >= free;
  }

  /**
   * How far it reaches from its center.
   *
   * @param axis where it is of unit length, meters
   */
  public double reach(Vec3 axis) {
    return Math.abs(halfX.dot(axis)) + Math.abs(halfY.dot(axis)) + Math.abs(halfZ.dot(axis));
  }

  private static double square(Vec3 v) {
    return v.dot(v);
  }
}
