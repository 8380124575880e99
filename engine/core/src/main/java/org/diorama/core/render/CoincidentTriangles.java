package org.diorama.core.render;

import java.util.stream.IntStream;
import org.diorama.core.asset.LevelTriangles;
import org.diorama.core.bvh.PlacedSurface;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Vec3;

/** Triangles of one surface that lie at the same depth, found one by one. */
public final class CoincidentTriangles {
  private static final double RIM = 1e-9;

  private CoincidentTriangles() {}

  /**
   * Triangles that a ray from the origin meets within a relative difference of a depth.
   *
   * @param direction of the ray, in the scene
   * @param depth ray parameter
   * @param share the difference
   */
  public static IntStream of(PlacedSurface placed, Vec3 direction, double depth, double share) {
    Affine3 objectFromScene = placed.sceneFromObject().inverse();
    Vec3 from = objectFromScene.transformPoint(Vec3.ZERO);
    Vec3 along = objectFromScene.transformDirection(direction);
    LevelTriangles triangles = placed.surface().triangles();
    return IntStream.range(0, triangles.count())
        .filter(t -> Math.abs(met(triangles, t, from, along) / depth - 1) <= share);
  }

  /** Ray parameter at which a triangle is met; infinite where it isn't. */
  private static double met(LevelTriangles triangles, int triangle, Vec3 from, Vec3 along) {
    Vec3 a = triangles.corner(triangle, 0);
    Vec3 edge1 = triangles.corner(triangle, 1).minus(a);
    Vec3 edge2 = triangles.corner(triangle, 2).minus(a);
    Vec3 across = along.cross(edge2);
    double determinant = edge1.dot(across);
    Vec3 offset = from.minus(a);
    double weight1 = offset.dot(across) / determinant;
    Vec3 turned = offset.cross(edge1);
    double weight2 = along.dot(turned) / determinant;
    boolean hit = weight1 >= -RIM && weight2 >= -RIM && weight1 + weight2 <= 1 + RIM;
    return hit ? edge2.dot(turned) / determinant : Double.POSITIVE_INFINITY;
  }
}
