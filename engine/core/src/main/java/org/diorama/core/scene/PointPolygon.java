package org.diorama.core.scene;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.diorama.core.math.Aabb;
import org.diorama.core.math.Vec3;
import org.diorama.core.random.RandomStream;

/**
 * Uniform by area in a simple polygon that lies flat at one height. It is cut into triangles, its
 * ears (Meisters, "Polygons have ears", 1975); a triangle is chosen by area, and a point in it as
 * in Turk, "Generating random points in triangles", Graphics Gems, 1990.
 */
public final class PointPolygon implements PointDistribution {
  private final List<Vec3> corners;
  private final List<Triangle> triangles;

  private record Triangle(Vec3 a, Vec3 b, Vec3 c) {
    /** Twice the area; positive where it is counter-clockwise seen from above. */
    double doubleArea() {
      return (b.x() - a.x()) * (c.y() - a.y()) - (b.y() - a.y()) * (c.x() - a.x());
    }

    /** Whether a point lies inside or on the border of a counter-clockwise triangle. */
    boolean contains(Vec3 point) {
      return new Triangle(a, b, point).doubleArea() >= 0
          && new Triangle(b, c, point).doubleArea() >= 0
          && new Triangle(c, a, point).doubleArea() >= 0;
    }
  }

  private PointPolygon(List<Vec3> corners, List<Triangle> triangles) {
    this.corners = List.copyOf(corners);
    this.triangles = List.copyOf(triangles);
  }

  /**
   * A polygon from its corners in either order; empty where they are no simple polygon: fewer than
   * three, no area, or sides that meet.
   *
   * @param corners all of the same z
   */
  public static Optional<PointPolygon> of(List<Vec3> corners) {
    if (corners.size() < 3 || sidesMeet(corners)) {
      return Optional.empty();
    }
    List<Vec3> rest = new ArrayList<>(corners);
    double area = 0;
    for (int i = 1; i + 1 < corners.size(); i++) {
      area += new Triangle(corners.get(0), corners.get(i), corners.get(i + 1)).doubleArea();
    }
    if (!(area != 0) || !Double.isFinite(area)) {
      return Optional.empty();
    }
    if (area < 0) {
      Collections.reverse(rest);
    }
    List<Triangle> triangles = new ArrayList<>();
    while (rest.size() > 2) {
      Optional<Integer> ear = ear(rest);
      if (ear.isEmpty()) {
        return Optional.empty();
      }
      Triangle cut = at(rest, ear.get());
      if (cut.doubleArea() > 0) {
        triangles.add(cut);
      }
      rest.remove((int) ear.get());
    }
    return Optional.of(new PointPolygon(corners, triangles));
  }

  /** As they were given. */
  public List<Vec3> corners() {
    return corners;
  }

  @Override
  public Vec3 draw(DrawContext context) {
    RandomStream stream = context.stream();
    double total = 0;
    for (Triangle triangle : triangles) {
      total += triangle.doubleArea();
    }
    double remaining = stream.uniform(0, total);
    Triangle chosen = triangles.get(triangles.size() - 1);
    for (Triangle triangle : triangles) {
      remaining -= triangle.doubleArea();
      if (remaining < 0) {
        chosen = triangle;
        break;
      }
    }
    double root = Math.sqrt(stream.uniform());
    double t = stream.uniform();
    Vec3 point =
        chosen
            .a()
            .times(1 - root)
            .plus(chosen.b().times(root * (1 - t)))
            .plus(chosen.c().times(root * t));
    return new Vec3(point.x(), point.y(), corners.get(0).z());
  }

  @Override
  public Aabb bounds() {
    Aabb box = Aabb.EMPTY;
    for (Vec3 corner : corners) {
      box = box.include(corner);
    }
    return box;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PointPolygon polygon && polygon.corners.equals(corners);
  }

  @Override
  public int hashCode() {
    return corners.hashCode();
  }

  @Override
  public String toString() {
    return "PointPolygon" + corners;
  }

  /** A corner whose triangle lies inside and holds no other corner; flat corners come first. */
  private static Optional<Integer> ear(List<Vec3> rest) {
    for (int i = 0; i < rest.size(); i++) {
      if (at(rest, i).doubleArea() == 0) {
        return Optional.of(i);
      }
    }
    for (int i = 0; i < rest.size(); i++) {
      Triangle candidate = at(rest, i);
      if (candidate.doubleArea() > 0 && rest.stream().noneMatch(inside(candidate))) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  private static Predicate<Vec3> inside(Triangle triangle) {
    return point ->
        !point.equals(triangle.a())
            && !point.equals(triangle.b())
            && !point.equals(triangle.c())
            && triangle.contains(point);
  }

  private static Triangle at(List<Vec3> rest, int index) {
    int size = rest.size();
    return new Triangle(
        rest.get((index + size - 1) % size), rest.get(index), rest.get((index + 1) % size));
  }

  /** Whether two sides that don't follow one another share a point, or a corner comes twice. */
  private static boolean sidesMeet(List<Vec3> corners) {
    int size = corners.size();
    for (int i = 0; i < size; i++) {
      for (int j = i + 1; j < size; j++) {
        boolean neighbors = j == i + 1 || (i == 0 && j == size - 1);
        if (corners.get(i).equals(corners.get(j))
            || (!neighbors
                && meet(
                    corners.get(i),
                    corners.get((i + 1) % size),
                    corners.get(j),
                    corners.get((j + 1) % size)))) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean meet(Vec3 a, Vec3 b, Vec3 c, Vec3 d) {
    return side(a, b, c) * side(a, b, d) <= 0
        && side(c, d, a) * side(c, d, b) <= 0
        && overlap(a.x(), b.x(), c.x(), d.x())
        && overlap(a.y(), b.y(), c.y(), d.y());
  }

  private static double side(Vec3 a, Vec3 b, Vec3 point) {
    return Math.signum(new Triangle(a, b, point).doubleArea());
  }

  private static boolean overlap(double a, double b, double c, double d) {
    return Math.max(Math.min(a, b), Math.min(c, d)) <= Math.min(Math.max(a, b), Math.max(c, d));
  }
}
