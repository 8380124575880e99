package org.diorama.physics;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.diorama.core.math.Vec3;

/** What a surface has between some planes, its hull, and how deep the hull's hollows are. */
final class HollowPiece {
  private final List<Facet> facets;
  private final ConvexHull hull;
  private final double depth;
  private final double hollow;
  private final Facet deepest;

  /**
   * @param facets at least one
   */
  HollowPiece(List<Facet> facets) {
    this.facets = facets;
    Set<Vec3> corners = new LinkedHashSet<>();
    facets.forEach(facet -> corners.addAll(facet.corners()));
    this.hull = HullBuilder.of(corners);
    double most = 0;
    double sum = 0;
    Facet found = facets.get(0);
    for (Facet facet : facets) {
      double height = height(facet.plane());
      sum += facet.area() * height;
      if (height > most) {
        most = height;
        found = facet;
      }
    }
    this.depth = most;
    this.hollow = sum;
    this.deepest = found;
  }

  ConvexHull hull() {
    return hull;
  }

  /** Greatest height of the hull before one of its facets, meters. */
  double depth() {
    return depth;
  }

  /** Sum over the facets of area times height of the hull before it, cubic meters. */
  double hollow() {
    return hollow;
  }

  private double height(Facet.Plane plane) {
    return Math.max(0, hull.reach(plane.normal()) - plane.on().dot(plane.normal()));
  }

  /**
   * Both sides of the plane that leaves the least hollows: the plane of the facet that lies
   * deepest, which cuts off what has flat sides exactly, or one across the middle. Empty where none
   * cuts.
   *
   * @param rounding meters
   */
  List<HollowPiece> cut(double rounding) {
    List<HollowPiece> best = List.of();
    double least = Double.POSITIVE_INFINITY;
    for (Facet.Plane plane : planes()) {
      Optional<HollowPiece> inner = side(plane, true, rounding);
      Optional<HollowPiece> outer = side(plane, false, rounding);
      if (inner.isPresent() && outer.isPresent()) {
        double hollow = inner.get().hollow() + outer.get().hollow();
        if (hollow < least) {
          least = hollow;
          best = List.of(inner.get(), outer.get());
        }
      }
    }
    return best;
  }

  private List<Facet.Plane> planes() {
    Vec3 min = hull.vertex(0);
    Vec3 max = min;
    for (int i = 1; i < hull.vertexCount(); i++) {
      min = min.min(hull.vertex(i));
      max = max.max(hull.vertex(i));
    }
    Vec3 middle = min.plus(max).times(0.5);
    return List.of(
        deepest.plane(),
        new Facet.Plane(middle, Vec3.UNIT_X),
        new Facet.Plane(middle, Vec3.UNIT_Y),
        new Facet.Plane(middle, Vec3.UNIT_Z));
  }

  private Optional<HollowPiece> side(Facet.Plane plane, boolean inner, double rounding) {
    List<Facet> kept = new ArrayList<>();
    facets.forEach(facet -> kept.addAll(facet.side(plane, inner, rounding)));
    return kept.isEmpty() ? Optional.empty() : Optional.of(new HollowPiece(kept));
  }
}
