package org.diorama.physics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.diorama.core.math.Vec3;

/**
 * The convex hull of points, grown from a tetrahedron by the point that lies farthest outside:
 * Barber, Dobkin, Huhdanpaa, "The Quickhull Algorithm for Convex Hulls", ACM TOMS 22(4), 1996. It
 * ends early where no point lies farther outside than a tolerance, so rounded things keep few
 * vertices.
 */
final class HullBuilder {
  /** A body's contact costs in proportion to its vertices. */
  static final int MAX_VERTICES = 256;

  /** How far a point may stay outside, as a part of the longest side of the points' box. */
  static final double TOLERANCE = 2e-4;

  /** Rounding of a distance, as a part of the longest side. */
  private static final double ROUNDING = 1e-10;

  /** Half the thickness that flat things get, meters: a sheet has no volume to fall with. */
  private static final double HALF_SHEET = 2.5e-4;

  private final List<Vec3> points;
  private final double size;
  private final List<Integer> vertices = new ArrayList<>();
  private List<Face> faces = new ArrayList<>();

  private HullBuilder(List<Vec3> points) {
    this.points = points;
    this.size = longestSide(points);
  }

  /**
   * The hull of a mesh's vertices. Things flatter than half a millimeter become so thick.
   *
   * @param positions x, y, z each; finite, at least one
   */
  static ConvexHull of(float[] positions) {
    List<Vec3> points = new ArrayList<>();
    for (int i = 0; i < positions.length; i += 3) {
      points.add(new Vec3(positions[i], positions[i + 1], positions[i + 2]));
    }
    return of(points);
  }

  /** The same of points in their order. */
  static ConvexHull of(Collection<Vec3> points) {
    Set<Vec3> distinct = new LinkedHashSet<>();
    for (Vec3 point : points) {
      // Adding zero turns -0 into 0, which equals it in every way but as a record's component.
      distinct.add(point.plus(Vec3.ZERO));
    }
    return new HullBuilder(thickened(List.copyOf(distinct))).build();
  }

  private static double longestSide(List<Vec3> points) {
    Vec3 extent = points.stream().reduce(Vec3::max).orElseThrow();
    extent = extent.minus(points.stream().reduce(Vec3::min).orElseThrow());
    return Math.max(extent.x(), Math.max(extent.y(), extent.z()));
  }

  /** Points that span a volume. */
  private static List<Vec3> thickened(List<Vec3> points) {
    Vec3 first = points.get(0);
    Vec3 along = farthest(points, p -> p.minus(first).length()).minus(first);
    Vec3 axis = along.normalize();
    Vec3 across = farthest(points, p -> p.minus(first).cross(axis).length()).minus(first);
    Vec3 normal = axis.cross(across).normalize();
    boolean line = axis.cross(across).length() < HALF_SHEET;
    if (!line && reach(points, first, normal) >= HALF_SHEET) {
      return points;
    }
    List<Vec3> result = new ArrayList<>();
    for (Vec3 point : points) {
      for (int corner = 0; corner < 8; corner++) {
        Vec3 offset =
            new Vec3(
                (corner & 1) == 0 ? HALF_SHEET : -HALF_SHEET,
                (corner & 2) == 0 ? HALF_SHEET : -HALF_SHEET,
                (corner & 4) == 0 ? HALF_SHEET : -HALF_SHEET);
        // A needle grows on all sides, a sheet along its normal alone.
        result.add(point.plus(line ? offset : normal.times(offset.x())));
      }
    }
    return List.copyOf(new LinkedHashSet<>(result));
  }

  private interface Measure {
    double of(Vec3 point);
  }

  private static Vec3 farthest(List<Vec3> points, Measure measure) {
    Vec3 best = points.get(0);
    double most = measure.of(best);
    for (Vec3 point : points) {
      double value = measure.of(point);
      if (value > most) {
        most = value;
        best = point;
      }
    }
    return best;
  }

  /** Greatest distance of a point from a plane through another one. */
  private static double reach(List<Vec3> points, Vec3 on, Vec3 normal) {
    return Math.abs(farthest(points, p -> Math.abs(p.minus(on).dot(normal))).minus(on).dot(normal));
  }

  private ConvexHull build() {
    startWithTetrahedron();
    while (vertices.size() < MAX_VERTICES) {
      Face widest = null;
      for (Face face : faces) {
        if (widest == null || face.distance > widest.distance) {
          widest = face;
        }
      }
      if (widest.distance <= TOLERANCE * size) {
        break;
      }
      grow(widest.farthest);
    }
    return result();
  }

  private void startWithTetrahedron() {
    Vec3 first = points.get(0);
    Vec3 a = farthest(points, p -> p.minus(first).length());
    Vec3 b = farthest(points, p -> p.minus(a).length());
    Vec3 axis = b.minus(a).normalize();
    Vec3 c = farthest(points, p -> p.minus(a).cross(axis).length());
    Vec3 normal = b.minus(a).cross(c.minus(a)).normalize();
    Vec3 d = farthest(points, p -> Math.abs(p.minus(a).dot(normal)));
    boolean above = d.minus(a).dot(normal) > 0;
    int[] corner = {points.indexOf(a), points.indexOf(b), points.indexOf(c), points.indexOf(d)};
    if (above) {
      int swap = corner[1];
      corner[1] = corner[2];
      corner[2] = swap;
    }
    for (int index : corner) {
      vertices.add(index);
    }
    faces.add(new Face(corner[0], corner[1], corner[2]));
    faces.add(new Face(corner[0], corner[3], corner[1]));
    faces.add(new Face(corner[1], corner[3], corner[2]));
    faces.add(new Face(corner[2], corner[3], corner[0]));
    for (int i = 0; i < points.size(); i++) {
      assign(i, faces);
    }
  }

  /** Takes in a point: what it sees of the hull gives way to a cone with the point as its tip. */
  private void grow(int point) {
    List<Face> kept = new ArrayList<>();
    List<Face> seen = new ArrayList<>();
    for (Face face : faces) {
      (face.distanceOf(points.get(point)) > ROUNDING * size ? seen : kept).add(face);
    }
    Set<Edge> edges = new LinkedHashSet<>();
    seen.forEach(face -> edges.addAll(face.edges()));
    List<Face> cone = new ArrayList<>();
    for (Edge edge : edges) {
      if (!edges.contains(edge.reversed())) {
        cone.add(new Face(edge.from, edge.to, point));
      }
    }
    for (Face face : seen) {
      for (int outside : face.outside) {
        if (outside != point) {
          assign(outside, cone);
        }
      }
    }
    vertices.add(point);
    kept.addAll(cone);
    faces = kept;
  }

  /** Gives a point to the face that it lies farthest outside of, if any. */
  private void assign(int point, List<Face> candidates) {
    Face best = null;
    double most = ROUNDING * size;
    for (Face face : candidates) {
      double distance = face.distanceOf(points.get(point));
      if (distance > most) {
        most = distance;
        best = face;
      }
    }
    if (best != null) {
      best.add(point, most);
    }
  }

  private ConvexHull result() {
    // A vertex may have vanished below later ones.
    List<Integer> used = new ArrayList<>();
    for (int vertex : vertices) {
      if (faces.stream().anyMatch(f -> f.a == vertex || f.b == vertex || f.c == vertex)) {
        used.add(vertex);
      }
    }
    double[] positions = new double[3 * used.size()];
    for (int i = 0; i < used.size(); i++) {
      Vec3 p = points.get(used.get(i));
      positions[3 * i] = p.x();
      positions[3 * i + 1] = p.y();
      positions[3 * i + 2] = p.z();
    }
    int[] indices = new int[3 * faces.size()];
    for (int i = 0; i < faces.size(); i++) {
      Face face = faces.get(i);
      indices[3 * i] = used.indexOf(face.a);
      indices[3 * i + 1] = used.indexOf(face.b);
      indices[3 * i + 2] = used.indexOf(face.c);
    }
    return new ConvexHull(positions, indices);
  }

  private record Edge(int from, int to) {
    Edge reversed() {
      return new Edge(to, from);
    }
  }

  private final class Face {
    private final int a;
    private final int b;
    private final int c;
    private final Vec3 normal;
    private final List<Integer> outside = new ArrayList<>();
    private int farthest = -1;
    private double distance;

    Face(int a, int b, int c) {
      this.a = a;
      this.b = b;
      this.c = c;
      Vec3 corner = points.get(a);
      this.normal = points.get(b).minus(corner).cross(points.get(c).minus(corner)).normalize();
    }

    double distanceOf(Vec3 point) {
      return point.minus(points.get(a)).dot(normal);
    }

    void add(int point, double value) {
      outside.add(point);
      if (value > distance) {
        distance = value;
        farthest = point;
      }
    }

    List<Edge> edges() {
      return List.of(new Edge(a, b), new Edge(b, c), new Edge(c, a));
    }
  }
}
