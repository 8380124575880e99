package org.diorama.core.bvh;

import org.diorama.core.asset.MeshSurface;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Vec3;

/**
 * Rays against a whole scene: each is brought into the space of every object whose box it meets, in
 * double precision. Of equally distant surfaces the one listed first wins. Holds state: one
 * thread's own, reused from ray to ray.
 */
public final class SceneBvhTraversal extends BvhTraversal {
  private final MeshBvhTraversal mesh = new MeshBvhTraversal();
  private SceneBvh scene;
  private boolean any;

  private int surface;
  private int triangle;
  private double weight1;
  private double weight2;

  /**
   * Finds the nearest hit among the points origin + t · direction with near <= t <= far; returns
   * whether there is one. The direction is not zero and need not be of unit length.
   */
  public boolean closest(SceneBvh target, Vec3 origin, Vec3 direction, double near, double far) {
    return search(target, false, origin, direction, near, far);
  }

  /** Whether anything lies on the ray. */
  public boolean any(SceneBvh target, Vec3 origin, Vec3 direction, double near, double far) {
    return search(target, true, origin, direction, near, far);
  }

  /** Whether the ray meets one surface of the scene at t >= near, whatever stands before it. */
  public boolean meets(SceneBvh target, int only, Vec3 origin, Vec3 direction, double near) {
    any = true;
    return searchOne(target, only, origin, direction, near);
  }

  /** Finds the nearest hit on one surface of the scene, whatever stands before it. */
  public boolean closestOf(SceneBvh target, int only, Vec3 origin, Vec3 direction, double near) {
    any = false;
    return searchOne(target, only, origin, direction, near);
  }

  private boolean searchOne(SceneBvh target, int only, Vec3 origin, Vec3 direction, double near) {
    scene = target;
    surface = -1;
    set(origin, direction, near, Double.POSITIVE_INFINITY);
    visit(only);
    return surface >= 0;
  }

  private boolean search(
      SceneBvh target, boolean anyHit, Vec3 origin, Vec3 direction, double near, double far) {
    scene = target;
    any = anyHit;
    surface = -1;
    set(origin, direction, near, far);
    walk(target.hierarchy());
    return surface >= 0;
  }

  private void set(Vec3 origin, Vec3 direction, double near, double far) {
    setRay(
        origin.x(), origin.y(), origin.z(), direction.x(), direction.y(), direction.z(), near, far);
  }

  @Override
  boolean visit(int candidate) {
    Affine3 m = scene.objectFromScene(candidate);
    mesh.ray(
        m.m00() * originX + m.m01() * originY + m.m02() * originZ + m.m03(),
        m.m10() * originX + m.m11() * originY + m.m12() * originZ + m.m13(),
        m.m20() * originX + m.m21() * originY + m.m22() * originZ + m.m23(),
        m.m00() * directionX + m.m01() * directionY + m.m02() * directionZ,
        m.m10() * directionX + m.m11() * directionY + m.m12() * directionZ,
        m.m20() * directionX + m.m21() * directionY + m.m22() * directionZ,
        near,
        far);
    MeshSurface target = scene.surfaces().get(candidate).surface();
    if (!(any ? mesh.any(target) : mesh.closest(target))) {
      return false;
    }
    if (mesh.distance() == far && surface >= 0 && surface < candidate) {
      return false;
    }
    far = mesh.distance();
    surface = candidate;
    triangle = mesh.triangle();
    weight1 = mesh.weight1();
    weight2 = mesh.weight2();
    return any;
  }

  /** Ray parameter t of the hit. */
  public double distance() {
    return far;
  }

  /** Place of the hit surface in the scene's list. */
  public int surface() {
    return surface;
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
}
