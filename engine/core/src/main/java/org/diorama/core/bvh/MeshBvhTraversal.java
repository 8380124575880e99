package org.diorama.core.bvh;

import org.diorama.core.asset.LevelTriangles;
import org.diorama.core.asset.MeshSurface;

/**
 * Rays against one mesh surface, in the asset's space and in double precision. Holds state: one
 * thread's own, reused from ray to ray.
 *
 * <p>Triangles are tested as in Woop, Benthin, Wald: "Watertight ray/triangle intersection", JCGT
 * 2(1), 2013. Neighbors compute the same number for a shared edge, so no ray slips between them; on
 * the edge itself both are hit, and of equally distant triangles the lower number wins.
 */
public final class MeshBvhTraversal extends BvhTraversal {
  private MeshSurface surface;
  private boolean any;
  private int axisX;
  private int axisY;
  private int axisZ;
  private double originAlongX;
  private double originAlongY;
  private double originAlongZ;
  private double shearX;
  private double shearY;
  private double scaleZ;

  private int triangle;
  private double weight1;
  private double weight2;

  /**
   * Sets the next ray: points origin + t · direction with near <= t <= far. The direction is not
   * zero and need not be of unit length.
   */
  public void ray(
      double originX,
      double originY,
      double originZ,
      double directionX,
      double directionY,
      double directionZ,
      double near,
      double far) {
    setRay(originX, originY, originZ, directionX, directionY, directionZ, near, far);
    double x = Math.abs(directionX);
    double y = Math.abs(directionY);
    double z = Math.abs(directionZ);
    axisZ = z >= x && z >= y ? 2 : y >= x ? 1 : 0;
    axisX = (axisZ + 1) % 3;
    axisY = (axisZ + 2) % 3;
    double alongZ = pick(axisZ, directionX, directionY, directionZ);
    originAlongX = pick(axisX, originX, originY, originZ);
    originAlongY = pick(axisY, originX, originY, originZ);
    originAlongZ = pick(axisZ, originX, originY, originZ);
    shearX = pick(axisX, directionX, directionY, directionZ) / alongZ;
    shearY = pick(axisY, directionX, directionY, directionZ) / alongZ;
    scaleZ = 1 / alongZ;
  }

  private static double pick(int axis, double x, double y, double z) {
    return axis == 0 ? x : axis == 1 ? y : z;
  }

  /** Finds the nearest hit that the surface's filter accepts; returns whether there is one. */
  public boolean closest(MeshSurface target) {
    return search(target, false);
  }

  /** Whether anything that the surface's filter accepts lies on the ray. */
  public boolean any(MeshSurface target) {
    return search(target, true);
  }

  private boolean search(MeshSurface target, boolean anyHit) {
    surface = target;
    any = anyHit;
    triangle = -1;
    walk(target.hierarchy());
    return triangle >= 0;
  }

  /** Whether the ray meets any of some triangles, those of a run of a list. */
  boolean anyOf(MeshSurface target, int[] candidates, int from, int to) {
    surface = target;
    any = true;
    triangle = -1;
    for (int i = from; i < to && triangle < 0; i++) {
      visit(candidates[i]);
    }
    return triangle >= 0;
  }

  /** Ray parameter t of the hit. */
  public double distance() {
    return far;
  }

  /** Triangle of the hit: its place in the level of detail. */
  public int triangle() {
    return triangle;
  }

  /** Barycentric weight of the hit triangle's second vertex. */
  public double weight1() {
    return weight1;
  }

  /** Barycentric weight of the hit triangle's third vertex. */
  public double weight2() {
    return weight2;
  }

  @Override
  boolean visit(int candidate) {
    LevelTriangles triangles = surface.triangles();
    float[] positions = triangles.positions();
    int a = 3 * triangles.vertex(candidate, 0);
    int b = 3 * triangles.vertex(candidate, 1);
    int c = 3 * triangles.vertex(candidate, 2);
    double az = positions[a + axisZ] - originAlongZ;
    double bz = positions[b + axisZ] - originAlongZ;
    double cz = positions[c + axisZ] - originAlongZ;
    double ax = positions[a + axisX] - originAlongX - shearX * az;
    double ay = positions[a + axisY] - originAlongY - shearY * az;
    double bx = positions[b + axisX] - originAlongX - shearX * bz;
    double by = positions[b + axisY] - originAlongY - shearY * bz;
    double cx = positions[c + axisX] - originAlongX - shearX * cz;
    double cy = positions[c + axisY] - originAlongY - shearY * cz;
    double u = cx * by - cy * bx;
    double v = ax * cy - ay * cx;
    double w = bx * ay - by * ax;
    if ((u < 0 || v < 0 || w < 0) && (u > 0 || v > 0 || w > 0)) {
      return false;
    }
    double determinant = u + v + w;
    if (determinant == 0) {
      return false;
    }
    double t = (u * az + v * bz + w * cz) * scaleZ / determinant;
    if (!(t >= near && t <= far) || (t == far && triangle >= 0 && triangle < candidate)) {
      return false;
    }
    double candidateWeight1 = v / determinant;
    double candidateWeight2 = w / determinant;
    if (!surface.filter().accepts(candidate, candidateWeight1, candidateWeight2)) {
      return false;
    }
    far = t;
    triangle = candidate;
    weight1 = candidateWeight1;
    weight2 = candidateWeight2;
    return any;
  }
}
