package org.diorama.core.math;

/**
 * Gauss-Legendre quadrature on [0, 1] with five points, exact for polynomials up to degree 9:
 * Abramowitz, Stegun, table 25.4.
 */
public final class GaussLegendre {
  public static final int POINTS = 5;

  private static final double[] NODES = {
    0.04691007703066800, 0.23076534494715845, 0.5, 0.76923465505284155, 0.95308992296933200
  };

  private static final double[] WEIGHTS = {
    0.11846344252809454,
    0.23931433524968324,
    0.28444444444444444,
    0.23931433524968324,
    0.11846344252809454
  };

  private GaussLegendre() {}

  /** Where the k-th value is asked for, in (0, 1). */
  public static double node(int k) {
    return NODES[k];
  }

  /** Weight of the k-th value; all sum to 1. */
  public static double weight(int k) {
    return WEIGHTS[k];
  }
}
