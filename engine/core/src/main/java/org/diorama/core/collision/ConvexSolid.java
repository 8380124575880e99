package org.diorama.core.collision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.diorama.core.asset.LevelTriangles;
import org.diorama.core.asset.MeshSurface;
import org.diorama.core.math.Aabb;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Vec3;

/** A convex solid as its corners and edges, in a surface's own space. */
final class ConvexSolid {
  /** Corners may stand out by that share of the surface's extent: they are rounded to floats. */
  private static final double ROUNDING = 1e-6;

  /**
   * Pairs of triangle and corner that are looked at, enough for a sphere of 64 sides; surfaces with
   * more count as not convex.
   */
  private static final long MOST_PAIRS = 8_000_000;

  /** Cosine of the angle between axes that count as perpendicular. */
  private static final double PERPENDICULAR = 1e-9;

  private final double[] corners;
  private final int[][] neighbors;
  private final Vec3 inside;
  private final double innerRadius;
  private final int[] starts = new int[8];

  private ConvexSolid(double[] corners, int[][] neighbors, Vec3 inside, double innerRadius) {
    this.corners = corners;
    this.neighbors = neighbors;
    this.inside = inside;
    this.innerRadius = innerRadius;
    for (int octant = 0; octant < 8; octant++) {
      starts[octant] = climb(0, (octant & 1) * 2 - 1, (octant & 2) - 1, (octant & 4) / 2.0 - 1);
    }
  }

  /** A box that is not empty. */
  static ConvexSolid of(Aabb box) {
    double[] corners =
        IntStream.range(0, 8)
            .mapToObj(box::corner)
            .flatMapToDouble(c -> DoubleStream.of(c.x(), c.y(), c.z()))
            .toArray();
    int[][] neighbors = new int[8][];
    Arrays.setAll(neighbors, corner -> new int[] {corner ^ 1, corner ^ 2, corner ^ 4});
    Vec3 half = box.size().times(0.5);
    double innerRadius = Math.min(half.x(), Math.min(half.y(), half.z()));
    return new ConvexSolid(corners, neighbors, box.center(), innerRadius);
  }

  /** Empty where the surface is not closed, not convex, in several parts, or very finely cut. */
  static Optional<ConvexSolid> of(MeshSurface surface, SurfaceShells shells) {
    if (shells.count() != 1 || !shells.isClosed(0)) {
      return Optional.empty();
    }
    LevelTriangles triangles = surface.triangles();
    Map<Vec3, Integer> numbers = new LinkedHashMap<>();
    List<TreeSet<Integer>> edges = new ArrayList<>();
    for (int triangle = 0; triangle < triangles.count(); triangle++) {
      int[] of = new int[3];
      for (int corner = 0; corner < 3; corner++) {
        Vec3 place = triangles.corner(triangle, corner).plus(Vec3.ZERO); // -0 becomes 0
        of[corner] = numbers.computeIfAbsent(place, any -> numbers.size());
        if (of[corner] == edges.size()) {
          edges.add(new TreeSet<>());
        }
      }
      for (int corner = 0; corner < 3; corner++) {
        edges.get(of[corner]).add(of[(corner + 1) % 3]);
        edges.get(of[(corner + 1) % 3]).add(of[corner]);
      }
    }
    double[] corners =
        numbers.keySet().stream()
            .flatMapToDouble(c -> DoubleStream.of(c.x(), c.y(), c.z()))
            .toArray();
    Vec3 inside =
        numbers.keySet().stream().reduce(Vec3.ZERO, Vec3::plus).times(1.0 / numbers.size());
    double tolerance = ROUNDING * surface.bounds().size().length();
    double innerRadius = innerRadius(triangles, corners, inside, tolerance);
    if (innerRadius < 0) {
      return Optional.empty();
    }
    int[][] neighbors =
        edges.stream()
            .map(each -> each.stream().mapToInt(Integer::intValue).toArray())
            .toArray(int[][]::new);
    return Optional.of(new ConvexSolid(corners, neighbors, inside, innerRadius));
  }

  /**
   * Radius of the greatest ball about a point inside that no triangle cuts; -1 where the surface is
   * not convex: where a triangle has corners beyond it, or not all together surround the point
   * once.
   */
  private static double innerRadius(
      LevelTriangles triangles, double[] corners, Vec3 inside, double tolerance) {
    if ((long) triangles.count() * (corners.length / 3) > MOST_PAIRS) {
      return -1;
    }
    double solidAngle = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int triangle = 0; triangle < triangles.count(); triangle++) {
      Vec3 a = triangles.corner(triangle, 0);
      Vec3 b = triangles.corner(triangle, 1);
      Vec3 c = triangles.corner(triangle, 2);
      Vec3 normal = b.minus(a).cross(c.minus(a)).normalize();
      Vec3 outwards = normal.dot(inside.minus(a)) > 0 ? normal.negate() : normal;
      double height = outwards.dot(a) + tolerance;
      for (int at = 0; at < corners.length; at += 3) {
        if (reach(corners, at, outwards.x(), outwards.y(), outwards.z()) > height) {
          return -1;
        }
      }
      least = Math.min(least, outwards.dot(a) - outwards.dot(inside));
      solidAngle += solidAngle(a.minus(inside), b.minus(inside), c.minus(inside));
    }
    return Math.abs(solidAngle - 4 * StrictMath.PI) < 1e-3 ? Math.max(0, least) : -1;
  }

  /**
   * Of a triangle seen from the origin, whichever way it faces: Van Oosterom, Strackee, "The solid
   * angle of a plane triangle", IEEE Transactions on Biomedical Engineering 30(2), 1983.
   */
  private static double solidAngle(Vec3 a, Vec3 b, Vec3 c) {
    double la = a.length();
    double lb = b.length();
    double lc = c.length();
    double below = la * lb * lc + a.dot(b) * lc + b.dot(c) * la + c.dot(a) * lb;
    return 2 * StrictMath.atan2(Math.abs(a.dot(b.cross(c))), below);
  }

  /** The mean of the corners. */
  Vec3 inside() {
    return inside;
  }

  /** Radius of a ball about {@link #inside()} that lies inside the solid. */
  double innerRadius() {
    return innerRadius;
  }

  /**
   * Radius of a ball about where {@link #inside()} goes that lies inside the mapped solid.
   *
   * @param map to meters; where it skews, nothing is promised but the point: 0
   */
  double innerRadius(Affine3 map) {
    Vec3 x = map.transformDirection(Vec3.UNIT_X);
    Vec3 y = map.transformDirection(Vec3.UNIT_Y);
    Vec3 z = map.transformDirection(Vec3.UNIT_Z);
    double xx = x.dot(x);
    double yy = y.dot(y);
    double zz = z.dot(z);
    boolean skews =
        Math.abs(x.dot(y)) > PERPENDICULAR * Math.sqrt(xx * yy)
            || Math.abs(y.dot(z)) > PERPENDICULAR * Math.sqrt(yy * zz)
            || Math.abs(z.dot(x)) > PERPENDICULAR * Math.sqrt(zz * xx);
    return skews ? 0 : innerRadius * Math.sqrt(Math.min(xx, Math.min(yy, zz)));
  }

  /** The corner that lies farthest in a direction; of several any. */
  Vec3 farthest(double x, double y, double z) {
    int at = 3 * climb(starts[(x > 0 ? 1 : 0) + (y > 0 ? 2 : 0) + (z > 0 ? 4 : 0)], x, y, z);
    return new Vec3(corners[at], corners[at + 1], corners[at + 2]);
  }

  /**
   * From corner to corner, as long as one beside lies farther: on a convex solid none is missed.
   */
  private int climb(int start, double x, double y, double z) {
    int here = start;
    double reach = reach(corners, 3 * here, x, y, z);
    while (true) {
      int before = here;
      for (int neighbor : neighbors[before]) {
        double there = reach(corners, 3 * neighbor, x, y, z);
        if (there > reach) {
          reach = there;
          here = neighbor;
        }
      }
      if (here == before) {
        return here;
      }
    }
  }

  private static double reach(double[] corners, int at, double x, double y, double z) {
    return x * corners[at] + y * corners[at + 1] + z * corners[at + 2];
  }
}
