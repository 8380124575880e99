package org.diorama.core.render;

import org.diorama.core.asset.LevelTriangles;
import org.diorama.core.bvh.PlacedSurface;
import org.diorama.core.bvh.SceneBvhTraversal;
import org.diorama.core.math.Vec3;

/**
 * The plane of a triangle that a ray met, in the camera's frame.
 *
 * @param corner of the triangle
 * @param normal of any length, on either side
 */
record MetPlane(Vec3 corner, Vec3 normal) {
  static MetPlane of(ViewGeometry geometry, SceneBvhTraversal hit) {
    PlacedSurface placed = geometry.surface(hit.surface());
    LevelTriangles triangles = placed.surface().triangles();
    float[] p = geometry.models().get(hit.surface()).mesh().positions();
    Vec3[] corners = new Vec3[3];
    for (int i = 0; i < 3; i++) {
      int at = 3 * triangles.vertex(hit.triangle(), i);
      corners[i] = placed.sceneFromObject().transformPoint(new Vec3(p[at], p[at + 1], p[at + 2]));
    }
    return new MetPlane(
        corners[0], corners[1].minus(corners[0]).cross(corners[2].minus(corners[0])));
  }

  /** Planar depth where a direction of planar depth 1 meets it; not finite where it is parallel. */
  double depth(Vec3 direction) {
    return normal.dot(corner) / normal.dot(direction);
  }
}
