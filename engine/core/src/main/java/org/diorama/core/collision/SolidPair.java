package org.diorama.core.collision;

import org.diorama.core.math.Affine3;
import org.diorama.core.math.Vec3;

/**
 * Tells most pairs of convex solids in a few steps: whether a plane has one on either side, or both
 * share a ball. Where neither can be shown, it says so.
 *
 * <p>Solids meet where the set of differences of their points holds the origin. A ray from a point
 * inside that set through the origin leaves it through a triangle of extreme differences, which is
 * moved outwards until it is behind the origin or at the set's border: Snethen, "XenoCollide:
 * complex collision made simple", Game Programming Gems 7, 2008.
 */
final class SolidPair {
  /** What is certain of two solids. */
  enum Relation {
    /** Farther apart than the margin. */
    APART,
    /** One must be moved by more than the margin to be apart from the other. */
    SHARING,
    UNCLEAR
  }

  /** Steps after which a pair counts as unclear; few need more than ten. */
  private static final int MOST_STEPS = 24;

  private final ConvexSolid a;
  private final ConvexSolid b;
  private final Affine3 metersFromA;
  private final Affine3 metersFromB;
  private final double margin;

  /**
   * @param margin meters
   */
  SolidPair(ConvexSolid a, Affine3 metersFromA, ConvexSolid b, Affine3 metersFromB, double margin) {
    this.a = a;
    this.b = b;
    this.metersFromA = metersFromA;
    this.metersFromB = metersFromB;
    this.margin = margin;
  }

  Relation relation() {
    Vec3 v0 = metersFromB.transformPoint(b.inside()).minus(metersFromA.transformPoint(a.inside()));
    Vec3 towards = v0.negate().normalize();
    Vec3 v1 = difference(towards);
    if (excludes(v1, towards)) {
      return Relation.APART;
    }
    towards = v1.cross(v0).normalize();
    Vec3 v2 = difference(towards);
    if (excludes(v2, towards)) {
      return Relation.APART;
    }
    towards = v1.minus(v0).cross(v2.minus(v0)).normalize();
    if (towards.dot(v0) > 0) {
      Vec3 swapped = v1;
      v1 = v2;
      v2 = swapped;
      towards = towards.negate();
    }
    for (int step = 0; step < MOST_STEPS; step++) {
      Vec3 v3 = difference(towards);
      if (excludes(v3, towards)) {
        return Relation.APART;
      }
      if (v1.cross(v3).dot(v0) < 0) {
        v2 = v3;
      } else if (v3.cross(v2).dot(v0) < 0) {
        v1 = v3;
      } else {
        return leave(v0, v1, v2, v3);
      }
      towards = v1.minus(v0).cross(v2.minus(v0)).normalize();
    }
    return Relation.UNCLEAR;
  }

  /** Moves the triangle through which the ray leaves outwards. */
  private Relation leave(Vec3 v0, Vec3 first, Vec3 second, Vec3 third) {
    Vec3 v1 = first;
    Vec3 v2 = second;
    Vec3 v3 = third;
    for (int step = 0; step < MOST_STEPS; step++) {
      Vec3 outwards = v2.minus(v1).cross(v3.minus(v1)).normalize();
      if (outwards.dot(v1) > margin) {
        return isInside(v0, v1, v2) && isInside(v0, v2, v3) && isInside(v0, v3, v1)
            ? Relation.SHARING
            : Relation.UNCLEAR;
      }
      Vec3 v4 = difference(outwards);
      if (excludes(v4, outwards)) {
        return Relation.APART;
      }
      if (!(v4.minus(v3).dot(outwards) > margin / 8)) {
        return Relation.UNCLEAR;
      }
      Vec3 side = v4.cross(v0);
      if (v1.dot(side) > 0) {
        if (v2.dot(side) > 0) {
          v1 = v4;
        } else {
          v3 = v4;
        }
      } else if (v3.dot(side) > 0) {
        v2 = v4;
      } else {
        v1 = v4;
      }
    }
    return Relation.UNCLEAR;
  }

  /** Whether the plane through the farthest difference in a direction leaves the origin out. */
  private boolean excludes(Vec3 farthest, Vec3 direction) {
    return farthest.dot(direction) < -margin;
  }

  /** Whether the origin is farther than the margin inside the plane of three points. */
  private boolean isInside(Vec3 p, Vec3 q, Vec3 r) {
    return q.minus(p).cross(r.minus(p)).normalize().dot(p) < -margin;
  }

  /** The difference of points of both that reaches farthest in a direction. */
  private Vec3 difference(Vec3 direction) {
    return farthest(b, metersFromB, direction, 1).minus(farthest(a, metersFromA, direction, -1));
  }

  private static Vec3 farthest(ConvexSolid solid, Affine3 m, Vec3 direction, double sign) {
    double x = sign * direction.x();
    double y = sign * direction.y();
    double z = sign * direction.z();
    return m.transformPoint(
        solid.farthest(
            m.m00() * x + m.m10() * y + m.m20() * z,
            m.m01() * x + m.m11() * y + m.m21() * z,
            m.m02() * x + m.m12() * y + m.m22() * z));
  }
}
