package org.diorama.core.math;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** A path by its length: straight between its corners, which may be rounded by arcs. Meters. */
public final class PathCurve {
  /** Shorter sides are none, as a part of the radius. */
  private static final double ROUNDING = 1e-9;

  private final List<Vec3> corners;
  private final boolean closed;
  private final double radius;
  private final List<PathPiece> pieces = new ArrayList<>();

  /** Way from the start to the start of each piece, and to the end. */
  private final double[] ways;

  private PathCurve(List<Vec3> corners, boolean closed, double radius) {
    this.corners = corners;
    this.closed = closed;
    this.radius = radius;
    List<Optional<PathPiece.Arc>> arcs = new ArrayList<>();
    for (int corner = 0; corner < corners.size(); corner++) {
      arcs.add(arc(corner));
    }
    for (int side = 0; side + 1 < corners.size(); side++) {
      Vec3 from = arcs.get(side).map(arc -> arc.point(arc.length())).orElse(corners.get(side));
      Optional<PathPiece.Arc> next = arcs.get(side + 1);
      Vec3 to = next.map(arc -> arc.point(0)).orElse(corners.get(side + 1));
      PathPiece.Side straight = PathPiece.Side.of(from, to);
      // Arcs may meet in the middle of a side.
      if (arcs.get(side).isEmpty() || next.isEmpty() || straight.length() > ROUNDING * radius) {
        pieces.add(straight);
      }
      next.ifPresent(pieces::add);
    }
    this.ways = new double[pieces.size() + 1];
    for (int i = 0; i < pieces.size(); i++) {
      ways[i + 1] = ways[i] + pieces.get(i).length();
    }
  }

  /** An arc takes no more of a side than half. */
  private Optional<PathPiece.Arc> arc(int corner) {
    int last = corners.size() - 1;
    boolean end = corner == 0 || corner == last;
    if (radius == 0 || end && !closed) {
      return Optional.empty();
    }
    Vec3 here = corners.get(corner);
    Vec3 in = here.minus(corners.get(end ? last - 1 : corner - 1));
    Vec3 out = corners.get(end ? 1 : corner + 1).minus(here);
    double reach = Math.min(in.length(), out.length()) / 2;
    return PathPiece.Arc.at(here, in.normalize(), out.normalize(), radius, reach);
  }

  /** A place on a path, by the way from its start to there. */
  public record Position(PathCurve curve, double way) {}

  /**
   * @param points corners, at least two, neighbors apart
   * @param closed whether it leads from the last corner back to the first; it starts where the arc
   *     around the first one ends
   * @param radius of the arcs around corners, less where half a side is too short; 0 for none
   * @param reverse whether it is followed from its end
   */
  public static PathCurve of(List<Vec3> points, boolean closed, double radius, boolean reverse) {
    List<Vec3> corners = new ArrayList<>(points);
    if (closed) {
      corners.add(corners.get(0));
    }
    if (reverse) {
      Collections.reverse(corners);
    }
    return new PathCurve(corners, closed, radius);
  }

  /** Two paths are equal that pass the same corners in the same order, rounded by the same. */
  @Override
  public boolean equals(Object other) {
    return other instanceof PathCurve path
        && closed == path.closed
        && radius == path.radius
        && corners.equals(path.corners);
  }

  @Override
  public int hashCode() {
    return corners.hashCode();
  }

  public double length() {
    return ways[ways.length - 1];
  }

  public boolean closed() {
    return closed;
  }

  /** The point so far along; beyond the ends, the first or last side goes on, or the path again. */
  public Vec3 point(double way) {
    double at = wrapped(way);
    int piece = piece(at);
    return pieces.get(piece).point(at - ways[piece]);
  }

  /** Unit vector of travel seen from above, z = 0; where the path is upright, +X. */
  public Vec3 direction(double way) {
    double at = wrapped(way);
    int piece = piece(at);
    Vec3 along = pieces.get(piece).tangent(at - ways[piece]);
    Vec3 level = new Vec3(along.x(), along.y(), 0).normalize();
    return level.equals(Vec3.ZERO) ? Vec3.UNIT_X : level;
  }

  /**
   * The rigid frame that follows the path upright: its origin at {@link #point}, its +X along
   * {@link #direction}.
   */
  public Affine3 frame(double way) {
    return Affine3.translation(point(way)).times(Rotations.yaw(Rotations.azimuth(direction(way))));
  }

  private double wrapped(double way) {
    return closed ? way - Math.floor(way / length()) * length() : way;
  }

  private int piece(double way) {
    int piece = 0;
    while (piece < ways.length - 2 && way >= ways[piece + 1]) {
      piece++;
    }
    return piece;
  }
}
