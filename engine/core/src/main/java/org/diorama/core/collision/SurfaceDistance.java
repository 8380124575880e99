package org.diorama.core.collision;

import org.diorama.core.asset.LevelTriangles;
import org.diorama.core.asset.MeshBvh;
import org.diorama.core.asset.MeshSurface;
import org.diorama.core.math.Vec3;

/** How near points are to surfaces, whatever of their triangles is cut out by transparency. */
public final class SurfaceDistance {
  private SurfaceDistance() {}

  /**
   * Whether any triangle comes nearer than a distance.
   *
   * @param scale factors along the surface's axes
   * @param point in the surface's space after scale
   */
  public static boolean isWithin(MeshSurface surface, Vec3 scale, Vec3 point, double distance) {
    MeshBvh hierarchy = surface.hierarchy();
    if (hierarchy.nodeCount() == 0) {
      return false;
    }
    int[] stack = new int[MeshBvh.MAX_DEPTH + 2];
    int top = 0;
    stack[top++] = 0;
    while (top > 0) {
      int node = stack[--top];
      if (boxDistance(hierarchy, node, scale, point) >= distance) {
        continue;
      }
      int first = hierarchy.links()[2 * node];
      if (!hierarchy.isLeaf(node)) {
        stack[top++] = first;
        stack[top++] = hierarchy.links()[2 * node + 1];
        continue;
      }
      int end = first - hierarchy.links()[2 * node + 1];
      for (int i = first; i < end; i++) {
        Vec3 nearest = nearest(surface.triangles(), hierarchy.order()[i], scale, point);
        if (nearest.minus(point).length() < distance) {
          return true;
        }
      }
    }
    return false;
  }

  private static double boxDistance(MeshBvh hierarchy, int node, Vec3 scale, Vec3 point) {
    float[] b = hierarchy.bounds();
    int at = 6 * node;
    Vec3 min = new Vec3(b[at], b[at + 1], b[at + 2]).times(scale);
    Vec3 max = new Vec3(b[at + 3], b[at + 4], b[at + 5]).times(scale);
    return point.max(min).min(max).minus(point).length();
  }

  /** Ericson, "Real-Time Collision Detection", 2005, section 5.1.5. */
  private static Vec3 nearest(LevelTriangles triangles, int triangle, Vec3 scale, Vec3 p) {
    Vec3 a = corner(triangles, triangle, 0, scale);
    Vec3 b = corner(triangles, triangle, 1, scale);
    Vec3 c = corner(triangles, triangle, 2, scale);
    Vec3 ab = b.minus(a);
    Vec3 ac = c.minus(a);
    double d1 = ab.dot(p.minus(a));
    double d2 = ac.dot(p.minus(a));
    if (d1 <= 0 && d2 <= 0) {
      return a;
    }
    double d3 = ab.dot(p.minus(b));
    double d4 = ac.dot(p.minus(b));
    if (d3 >= 0 && d4 <= d3) {
      return b;
    }
    double d5 = ab.dot(p.minus(c));
    double d6 = ac.dot(p.minus(c));
    if (d6 >= 0 && d5 <= d6) {
      return c;
    }
    double vc = d1 * d4 - d3 * d2;
    if (vc <= 0 && d1 >= 0 && d3 <= 0) {
      return a.plus(ab.times(d1 / (d1 - d3)));
    }
    double vb = d5 * d2 - d1 * d6;
    if (vb <= 0 && d2 >= 0 && d6 <= 0) {
      return a.plus(ac.times(d2 / (d2 - d6)));
    }
    double va = d3 * d6 - d5 * d4;
    if (va <= 0 && d4 >= d3 && d5 >= d6) {
      return b.plus(c.minus(b).times((d4 - d3) / (d4 - d3 + d5 - d6)));
    }
    double sum = va + vb + vc;
    return a.plus(ab.times(vb / sum)).plus(ac.times(vc / sum));
  }

  private static Vec3 corner(LevelTriangles triangles, int triangle, int corner, Vec3 scale) {
    float[] p = triangles.positions();
    int v = 3 * triangles.vertex(triangle, corner);
    return new Vec3(p[v], p[v + 1], p[v + 2]).times(scale);
  }
}
