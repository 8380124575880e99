package org.diorama.physics;

import java.util.List;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Vec3;

/** Arithmetic of rigid poses, without angles. */
final class Poses {
  private Poses() {}

  /**
   * The pose whose x axis has this direction, and whose y axis is as near to the other as can be.
   */
  static Affine3 rigid(Vec3 x, Vec3 y, Vec3 translation) {
    Vec3 unitX = x.normalize();
    Vec3 unitZ = unitX.cross(y).normalize();
    return Affine3.ofColumns(unitX, unitZ.cross(unitX), unitZ, translation);
  }

  /** Between two poses that lie close together, at a part from 0 to 1 of the way. */
  static Affine3 between(Affine3 from, Affine3 to, double part) {
    double[] rows = from.toRows();
    double[] end = to.toRows();
    for (int i = 0; i < rows.length; i++) {
      rows[i] += (end[i] - rows[i]) * part;
    }
    Affine3 mixed = Affine3.ofRows(rows);
    return rigid(
        mixed.transformDirection(Vec3.UNIT_X),
        mixed.transformDirection(Vec3.UNIT_Y),
        mixed.translation());
  }

  /**
   * The turn from one pose to another, by the world's axes: its direction is the axis, its length
   * the sine of the angle, which a small angle is about.
   */
  static Vec3 smallTurn(Affine3 from, Affine3 to) {
    Vec3 sum = Vec3.ZERO;
    for (Vec3 axis : List.of(Vec3.UNIT_X, Vec3.UNIT_Y, Vec3.UNIT_Z)) {
      sum = sum.plus(from.transformDirection(axis).cross(to.transformDirection(axis)));
    }
    return sum.times(0.5);
  }

  /**
   * How far two poses of a body lie apart: the shift of its center, and a bound of the shift that
   * the turn alone gives to a point at a distance of {@code radius}.
   */
  static double distance(Affine3 a, Affine3 b, double radius) {
    double squared = 0;
    double[] rowsOfA = a.toRows();
    double[] rowsOfB = b.toRows();
    for (int i = 0; i < rowsOfA.length; i++) {
      if (i % 4 != 3) {
        double difference = rowsOfA[i] - rowsOfB[i];
        squared += difference * difference;
      }
    }
    return a.translation().minus(b.translation()).length() + radius * Math.sqrt(squared);
  }
}
