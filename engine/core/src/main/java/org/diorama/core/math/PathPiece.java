package org.diorama.core.math;

import java.util.Optional;

/** A piece of a path, by the way from its start. Meters. */
sealed interface PathPiece {
  double length();

  /** Defined beyond the piece's ends too. */
  Vec3 point(double way);

  /** Unit vector of travel. */
  Vec3 tangent(double way);

  /** A straight side. */
  record Side(Vec3 from, Vec3 to, double length) implements PathPiece {
    static Side of(Vec3 from, Vec3 to) {
      return new Side(from, to, to.minus(from).length());
    }

    @Override
    public Vec3 point(double way) {
      return from.plus(to.minus(from).times(way / length));
    }

    @Override
    public Vec3 tangent(double way) {
      return to.minus(from).normalize();
    }
  }

  /**
   * Part of a circle.
   *
   * @param start from the center to the arc's start, meters
   * @param quarter from the center to where a quarter of the circle would end; perpendicular to the
   *     former and as long
   * @param angle radians, above 0
   */
  record Arc(Vec3 center, Vec3 start, Vec3 quarter, double angle) implements PathPiece {
    private static final double NO_TURN = 1e-9;

    /**
     * The arc that touches both sides of a corner; nothing for a corner that turns by nothing or
     * all the way back.
     *
     * @param in unit vector of travel before the corner
     * @param out unit vector after it
     * @param radius wished for; less where the arc would begin farther than {@code reach} from the
     *     corner
     */
    static Optional<Arc> at(Vec3 corner, Vec3 in, Vec3 out, double radius, double reach) {
      double sine = in.cross(out).length();
      double cosine = in.dot(out);
      if (sine < NO_TURN) {
        return Optional.empty();
      }
      // Half the turn's tangent.
      double half = sine / (1 + cosine);
      double round = Math.min(radius, reach / half);
      // Towards the center: in the corner's plane, perpendicular to the way in.
      Vec3 inwards = out.minus(in.times(cosine)).normalize();
      Vec3 center = corner.minus(in.times(round * half)).plus(inwards.times(round));
      return Optional.of(
          new Arc(center, inwards.times(-round), in.times(round), StrictMath.atan2(sine, cosine)));
    }

    double radius() {
      return start.length();
    }

    @Override
    public double length() {
      return angle * radius();
    }

    @Override
    public Vec3 point(double way) {
      double turned = way / radius();
      return center
          .plus(start.times(StrictMath.cos(turned)))
          .plus(quarter.times(StrictMath.sin(turned)));
    }

    @Override
    public Vec3 tangent(double way) {
      double turned = way / radius();
      return quarter
          .times(StrictMath.cos(turned))
          .minus(start.times(StrictMath.sin(turned)))
          .normalize();
    }
  }
}
