package org.diorama.opengl.frame;

import java.util.ArrayList;
import java.util.List;
import org.diorama.core.light.LampShape;
import org.diorama.core.math.Aabb;
import org.diorama.core.math.Vec3;
import org.diorama.opengl.pass.LampShadowPass;

/**
 * One perspective shadow map of a lamp: axes in the lamp's frame, and the tangent of half its field
 * of view. The shaders pick a point's face by the largest axis: +X, +Y, -Y, +Z, -Z, -X.
 */
record LampFace(Vec3 right, Vec3 up, Vec3 forward, double tangent) {
  /** Widest half angle that one map takes in. */
  private static final double WIDEST = Math.toRadians(50);

  /** Room of a map beyond its cone or quarter for the filter. */
  private static final double ROOM = 1.15;

  /** A cone's one; five around a panel's front; six all around. */
  static List<LampFace> of(LampShape shape) {
    if (shape instanceof LampShape.Spot spot && spot.outer() <= WIDEST) {
      double tangent = ROOM * StrictMath.tan(spot.outer());
      return List.of(new LampFace(Vec3.UNIT_Y, Vec3.UNIT_Z, Vec3.UNIT_X, tangent));
    }
    List<LampFace> faces = new ArrayList<>();
    faces.add(towards(Vec3.UNIT_X));
    faces.add(towards(Vec3.UNIT_Y));
    faces.add(towards(Vec3.UNIT_Y.negate()));
    faces.add(towards(Vec3.UNIT_Z));
    faces.add(towards(Vec3.UNIT_Z.negate()));
    boolean shinesBack = shape instanceof LampShape.Point || shape instanceof LampShape.Tube;
    if (shinesBack) {
      faces.add(towards(Vec3.UNIT_X.negate()));
    }
    return faces;
  }

  private static LampFace towards(Vec3 forward) {
    Vec3 up = Math.abs(forward.z()) > 0.5 ? Vec3.UNIT_X : Vec3.UNIT_Z;
    return new LampFace(up.cross(forward), up, forward, ROOM);
  }

  /**
   * Whether a box may show in the map.
   *
   * @param bounds in the lamp's frame
   */
  boolean meets(Aabb bounds) {
    double reach = extent(bounds, forward);
    double deepest = bounds.center().dot(forward) + reach;
    if (deepest < LampShadowPass.NEAR) {
      return false;
    }
    return leastBeyond(bounds, right) <= 0
        && leastBeyond(bounds, right.negate()) <= 0
        && leastBeyond(bounds, up) <= 0
        && leastBeyond(bounds, up.negate()) <= 0;
  }

  /** Least distance, scaled, of a box's points beyond the side of the map towards an axis. */
  private double leastBeyond(Aabb bounds, Vec3 axis) {
    Vec3 outward = axis.minus(forward.times(tangent));
    return bounds.center().dot(outward) - extent(bounds, outward);
  }

  private static double extent(Aabb bounds, Vec3 direction) {
    Vec3 half = bounds.size().times(0.5);
    return half.x() * Math.abs(direction.x())
        + half.y() * Math.abs(direction.y())
        + half.z() * Math.abs(direction.z());
  }
}
