package org.diorama.core.math;

import org.joml.Matrix4x3d;

/**
 * An affine map in double precision, {@code destination = linear · source + translation}. Values
 * are named {@code destinationFromSource}. Components are {@code m<row><column>}; column 3 is the
 * translation. JOML does what is rare; unlike its matrices, values never change.
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
  public Affine3 times(Affine3 right) {
    // Short, so that it is compiled into its callers: frames of a thousand instances multiply tens
    // of thousands of times, and most products are but steps to another.
    return new Affine3(
        right.x(m00, m01, m02),
        right.y(m00, m01, m02),
        right.z(m00, m01, m02),
        right.w(m00, m01, m02) + m03,
        right.x(m10, m11, m12),
        right.y(m10, m11, m12),
        right.z(m10, m11, m12),
        right.w(m10, m11, m12) + m13,
        right.x(m20, m21, m22),
        right.y(m20, m21, m22),
        right.z(m20, m21, m22),
        right.w(m20, m21, m22) + m23);
  }

  /** A row times the first column. */
  private double x(double a, double b, double c) {
    return a * m00 + b * m10 + c * m20;
  }

  private double y(double a, double b, double c) {
    return a * m01 + b * m11 + c * m21;
  }

  private double z(double a, double b, double c) {
    return a * m02 + b * m12 + c * m22;
  }

  /** A row times the translation. */
  private double w(double a, double b, double c) {
    return a * m03 + b * m13 + c * m23;
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
    return matrix().determinant();
  }

  /**
   * @throws ArithmeticException where the linear part is singular
   */
  public Affine3 inverse() {
    Matrix4x3d matrix = matrix();
    double determinant = matrix.determinant();
    if (determinant == 0 || !Double.isFinite(determinant)) {
      throw new ArithmeticException("singular transform: determinant " + determinant);
    }
    return of(matrix.invert());
  }

  /**
   * {@code bFromA}, of {@code worldFromB.inverseTimes(worldFromA)}. Positions are subtracted before
   * anything is turned: ten kilometers from the origin no digit is lost.
   *
   * @throws ArithmeticException where the linear part is singular
   */
  public Affine3 inverseTimes(Affine3 right) {
    Affine3 hereFromWorld = translation(translation().negate());
    return hereFromWorld.times(this).inverse().times(hereFromWorld.times(right));
  }

  /** The linear part with rows and columns exchanged: of a rotation the rotation back. */
  public Affine3 transposed() {
    return new Affine3(m00, m10, m20, 0, m01, m11, m21, 0, m02, m12, m22, 0);
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

  /** JOML counts columns first: its {@code m<column><row>}. */
  private Matrix4x3d matrix() {
    return new Matrix4x3d(m00, m10, m20, m01, m11, m21, m02, m12, m22, m03, m13, m23);
  }

  private static Affine3 of(Matrix4x3d m) {
    return new Affine3(
        m.m00(), m.m10(), m.m20(), m.m30(), m.m01(), m.m11(), m.m21(), m.m31(), m.m02(), m.m12(),
        m.m22(), m.m32());
  }
}
