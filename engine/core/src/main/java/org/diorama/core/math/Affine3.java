package org.diorama.core.math;

/**
 * An affine map in double precision, {@code destination = linear · source + translation}. Values
 * are named {@code destinationFromSource}. Components are {@code m<row><column>}; column 3 is the
 * translation.
 */
public record Affine3(
    double m00,
    double m01,
    double m02,
    double m03,
    double m10,
    double m11,
    double m12,
    double m13,
    double m20,
    double m21,
    double m22,
    double m23) {
  public static final Affine3 IDENTITY = new Affine3(1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0);

  public static Affine3 translation(Vec3 offset) {
    return new Affine3(1, 0, 0, offset.x(), 0, 1, 0, offset.y(), 0, 0, 1, offset.z());
  }

  public static Affine3 scaling(Vec3 factors) {
    return new Affine3(factors.x(), 0, 0, 0, 0, factors.y(), 0, 0, 0, 0, factors.z(), 0);
  }

  /** The map whose linear part has these columns: where the source's unit axes go. */
  public static Affine3 ofColumns(Vec3 x, Vec3 y, Vec3 z, Vec3 translation) {
    return new Affine3(
        x.x(),
        y.x(),
        z.x(),
        translation.x(),
        x.y(),
        y.y(),
        z.y(),
        translation.y(),
        x.z(),
        y.z(),
        z.z(),
        translation.z());
  }

  /** {@code cFromA = cFromB.times(bFromA)}. */
  public Affine3 times(Affine3 o) {
    return new Affine3(
        m00 * o.m00 + m01 * o.m10 + m02 * o.m20,
        m00 * o.m01 + m01 * o.m11 + m02 * o.m21,
        m00 * o.m02 + m01 * o.m12 + m02 * o.m22,
        m00 * o.m03 + m01 * o.m13 + m02 * o.m23 + m03,
        m10 * o.m00 + m11 * o.m10 + m12 * o.m20,
        m10 * o.m01 + m11 * o.m11 + m12 * o.m21,
        m10 * o.m02 + m11 * o.m12 + m12 * o.m22,
        m10 * o.m03 + m11 * o.m13 + m12 * o.m23 + m13,
        m20 * o.m00 + m21 * o.m10 + m22 * o.m20,
        m20 * o.m01 + m21 * o.m11 + m22 * o.m21,
        m20 * o.m02 + m21 * o.m12 + m22 * o.m22,
        m20 * o.m03 + m21 * o.m13 + m22 * o.m23 + m23);
  }

  public Vec3 transformPoint(Vec3 p) {
    return transformDirection(p).plus(translation());
  }

  /** The linear part alone. */
  public Vec3 transformDirection(Vec3 d) {
    return new Vec3(
        m00 * d.x() + m01 * d.y() + m02 * d.z(),
        m10 * d.x() + m11 * d.y() + m12 * d.z(),
        m20 * d.x() + m21 * d.y() + m22 * d.z());
  }

  public Vec3 translation() {
    return new Vec3(m03, m13, m23);
  }

  /** Determinant of the linear part; negative where the map mirrors. */
  public double determinant() {
    return m00 * (m11 * m22 - m12 * m21)
        - m01 * (m10 * m22 - m12 * m20)
        + m02 * (m10 * m21 - m11 * m20);
  }

  /**
   * @throws ArithmeticException where the linear part is singular
   */
  public Affine3 inverse() {
    double determinant = determinant();
    if (determinant == 0 || !Double.isFinite(determinant)) {
      throw new ArithmeticException("singular transform: determinant " + determinant);
    }
    double s = 1 / determinant;
    double i00 = (m11 * m22 - m12 * m21) * s;
    double i01 = (m02 * m21 - m01 * m22) * s;
    double i02 = (m01 * m12 - m02 * m11) * s;
    double i10 = (m12 * m20 - m10 * m22) * s;
    double i11 = (m00 * m22 - m02 * m20) * s;
    double i12 = (m02 * m10 - m00 * m12) * s;
    double i20 = (m10 * m21 - m11 * m20) * s;
    double i21 = (m01 * m20 - m00 * m21) * s;
    double i22 = (m00 * m11 - m01 * m10) * s;
    return new Affine3(
        i00,
        i01,
        i02,
        -(i00 * m03 + i01 * m13 + i02 * m23),
        i10,
        i11,
        i12,
        -(i10 * m03 + i11 * m13 + i12 * m23),
        i20,
        i21,
        i22,
        -(i20 * m03 + i21 * m13 + i22 * m23));
  }

  /** The normal's map: inverse transpose of the linear part, not normalized. */
  public Vec3 transformNormal(Vec3 n) {
    Affine3 i = inverse();
    return new Vec3(
        i.m00 * n.x() + i.m10 * n.y() + i.m20 * n.z(),
        i.m01 * n.x() + i.m11 * n.y() + i.m21 * n.z(),
        i.m02 * n.x() + i.m12 * n.y() + i.m22 * n.z());
  }

  /** Twelve values, row by row. */
  public double[] toRows() {
    return new double[] {m00, m01, m02, m03, m10, m11, m12, m13, m20, m21, m22, m23};
  }

  public static Affine3 ofRows(double... r) {
    if (r.length != 12) {
      throw new IllegalArgumentException("an affine map has 12 values, not " + r.length);
    }
    return new Affine3(r[0], r[1], r[2], r[3], r[4], r[5], r[6], r[7], r[8], r[9], r[10], r[11]);
  }
}
