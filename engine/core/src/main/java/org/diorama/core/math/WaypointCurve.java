package org.diorama.core.math;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A curve through points, each at its knot: straight pieces, or the spline of Catmull and Rom, "A
 * class of local interpolating splines", 1974, for knots of any spacing (cubic Hermite pieces whose
 * tangent at a point is the chord between its neighbors by the span of their knots; at an end the
 * chord to its only neighbor). Before the first knot and after the last one it stays at its ends.
 */
public final class WaypointCurve {
  /** Parts of a piece whose lengths are tabulated. */
  private static final int PARTS = 8;

  /** Newton steps from a knot's linear guess to its length: the error squares each time. */
  private static final int STEPS = 4;

  private final Vec3[] points;
  private final Vec3[] tangents;
  private final double[] knots;

  /** Length of the curve up to each part's end, pieces in turn; starts with 0. */
  private final double[] lengths;

  private WaypointCurve(List<Vec3> points, double[] knots, boolean smooth) {
    this.points = points.toArray(Vec3[]::new);
    this.knots = knots;
    int last = this.points.length - 1;
    this.tangents = new Vec3[last + 1];
    for (int i = 0; smooth && i <= last; i++) {
      int before = Math.max(0, i - 1);
      int after = Math.min(last, i + 1);
      tangents[i] = chord(before, after).times(1 / (knots[after] - knots[before]));
    }
    this.lengths = new double[PARTS * last + 1];
    for (int i = 0; i < PARTS * last; i++) {
      lengths[i + 1] = lengths[i] + length(partStart(i), partStart(i + 1));
    }
  }

  /** Two curves are equal that pass the same points at the same knots in the same way. */
  @Override
  public boolean equals(Object other) {
    return other instanceof WaypointCurve curve
        && Arrays.equals(points, curve.points)
        && Arrays.equals(knots, curve.knots)
        && Arrays.equals(tangents, curve.tangents);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(points) + Arrays.hashCode(knots);
  }

  /**
   * @param points at least two
   * @param knots as many, rising
   * @param smooth the spline instead of straight pieces
   */
  public static WaypointCurve at(List<Vec3> points, List<Double> knots, boolean smooth) {
    if (points.size() < 2 || points.size() != knots.size()) {
      throw new IllegalArgumentException(points.size() + " points, " + knots.size() + " knots");
    }
    double[] values = knots.stream().mapToDouble(Double::doubleValue).toArray();
    for (int i = 1; i < values.length; i++) {
      if (!(values[i] > values[i - 1])) {
        throw new IllegalArgumentException("knots rise: " + knots);
      }
    }
    return new WaypointCurve(points, values, smooth);
  }

  /**
   * Each point's knot is the length of the straight way to it. Points that repeat the one before
   * are passed over.
   *
   * @throws IllegalArgumentException where no two points differ
   */
  public static WaypointCurve byChords(List<Vec3> points, boolean smooth) {
    List<Vec3> apart = new ArrayList<>();
    List<Double> knots = new ArrayList<>();
    double knot = 0;
    for (Vec3 point : points) {
      double step = apart.isEmpty() ? 0 : point.minus(apart.get(apart.size() - 1)).length();
      if (apart.isEmpty() || knot + step > knot) {
        knot += step;
        apart.add(point);
        knots.add(knot);
      }
    }
    return at(apart, knots, smooth);
  }

  public Vec3 point(double knot) {
    if (knot <= knots[0]) {
      return points[0];
    }
    if (knot >= knots[knots.length - 1]) {
      return points[knots.length - 1];
    }
    int i = piece(knot);
    double span = knots[i + 1] - knots[i];
    double t = (knot - knots[i]) / span;
    if (tangents[i] == null) {
      return points[i].plus(chord(i, i + 1).times(t));
    }
    return points[i]
        .times((1 + 2 * t) * (1 - t) * (1 - t))
        .plus(points[i + 1].times(t * t * (3 - 2 * t)))
        .plus(tangents[i].times(span * t * (1 - t) * (1 - t)))
        .plus(tangents[i + 1].times(span * t * t * (t - 1)));
  }

  /** Unit vector of the way on from there; at a corner that of the later piece. */
  public Vec3 direction(double knot) {
    double inside = Math.max(knots[0], Math.min(knots[knots.length - 1], knot));
    Vec3 derivative = derivative(inside, piece(inside));
    // The spline stands still in a cusp alone.
    int i = piece(inside);
    return derivative.equals(Vec3.ZERO) ? chord(i, i + 1).normalize() : derivative.normalize();
  }

  /** Of the whole curve. */
  public double length() {
    return lengths[lengths.length - 1];
  }

  /** Where the curve from its start has the given length; ends beyond the ends. */
  public double knotAt(double length) {
    if (length <= 0) {
      return knots[0];
    }
    if (length >= length()) {
      return knots[knots.length - 1];
    }
    int part = 0;
    while (lengths[part + 1] <= length) {
      part++;
    }
    double start = partStart(part);
    double end = partStart(part + 1);
    double wanted = length - lengths[part];
    double knot = start + (end - start) * wanted / (lengths[part + 1] - lengths[part]);
    for (int i = 0; i < STEPS && tangents[0] != null; i++) {
      double speed = derivative(knot, piece(knot)).length();
      double step = speed > 0 ? (wanted - length(start, knot)) / speed : 0;
      knot = Math.max(start, Math.min(end, knot + step));
    }
    return knot;
  }

  private Vec3 chord(int from, int to) {
    return points[to].minus(points[from]);
  }

  private int piece(double knot) {
    int i = 0;
    while (i < knots.length - 2 && knots[i + 1] <= knot) {
      i++;
    }
    return i;
  }

  private double partStart(int part) {
    int i = part / PARTS;
    return i == knots.length - 1
        ? knots[i]
        : knots[i] + (knots[i + 1] - knots[i]) * (part % PARTS) / PARTS;
  }

  /** By the knot, in one piece. */
  private Vec3 derivative(double knot, int i) {
    double span = knots[i + 1] - knots[i];
    if (tangents[i] == null) {
      return chord(i, i + 1).times(1 / span);
    }
    double t = (knot - knots[i]) / span;
    return chord(i, i + 1)
        .times(6 * t * (1 - t) / span)
        .plus(tangents[i].times((1 - t) * (1 - 3 * t)))
        .plus(tangents[i + 1].times(t * (3 * t - 2)));
  }

  /** Of a stretch inside one piece. */
  private double length(double from, double to) {
    double sum = 0;
    int i = piece((from + to) / 2);
    for (int k = 0; k < GaussLegendre.POINTS; k++) {
      sum +=
          GaussLegendre.weight(k)
              * derivative(from + (to - from) * GaussLegendre.node(k), i).length();
    }
    return sum * (to - from);
  }
}
