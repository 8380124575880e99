package org.diorama.reference;

import org.diorama.core.asset.LevelTriangles;
import org.diorama.core.asset.Mesh;
import org.diorama.core.asset.Model;
import org.diorama.core.bvh.SceneBvhTraversal;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Vec3;
import org.diorama.core.render.ViewGeometry;

/** The triangle that a ray hit, and values of its vertices where it did. */
final class HitTriangle {
  private final Mesh mesh;
  private final Affine3 viewFromObject;
  private final int part;
  private final int[] vertices = new int[3];
  private final double weight0;
  private final double weight1;
  private final double weight2;
  private final Vec3 corner;
  private final Vec3 edge1;
  private final Vec3 edge2;

  HitTriangle(ViewGeometry geometry, SceneBvhTraversal hit) {
    Model model = geometry.models().get(hit.surface());
    mesh = model.mesh();
    viewFromObject = geometry.surface(hit.surface()).sceneFromObject();
    LevelTriangles triangles = geometry.surface(hit.surface()).surface().triangles();
    part = triangles.part(hit.triangle());
    for (int i = 0; i < 3; i++) {
      vertices[i] = triangles.vertex(hit.triangle(), i);
    }
    weight1 = hit.weight1();
    weight2 = hit.weight2();
    weight0 = 1 - weight1 - weight2;
    corner = viewPoint(vertices[0]);
    edge1 = viewPoint(vertices[1]).minus(corner);
    edge2 = viewPoint(vertices[2]).minus(corner);
  }

  private Vec3 viewPoint(int vertex) {
    float[] p = mesh.positions();
    return viewFromObject.transformPoint(
        new Vec3(p[3 * vertex], p[3 * vertex + 1], p[3 * vertex + 2]));
  }

  Mesh mesh() {
    return mesh;
  }

  /** Index among the parts of its level. */
  int part() {
    return part;
  }

  int firstVertex() {
    return vertices[0];
  }

  Affine3 viewFromObject() {
    return viewFromObject;
  }

  /** First vertex in the camera's frame; the edges leave from it. */
  Vec3 corner() {
    return corner;
  }

  Vec3 edge1() {
    return edge1;
  }

  Vec3 edge2() {
    return edge2;
  }

  /** Unit normal in the camera's frame, towards where a ray of a direction comes from. */
  Vec3 facing(Vec3 direction) {
    return against(edge1.cross(edge2).normalize(), direction);
  }

  /** The interpolated normal in the object's space, of any length. */
  Vec3 objectNormal() {
    return interpolate(mesh.normals(), 3);
  }

  Vec3 interpolate(float[] values, int stride) {
    return new Vec3(
        interpolate(values, stride, 0),
        interpolate(values, stride, 1),
        interpolate(values, stride, 2));
  }

  double interpolate(float[] values, int stride, int component) {
    return values[stride * vertices[0] + component] * weight0
        + values[stride * vertices[1] + component] * weight1
        + values[stride * vertices[2] + component] * weight2;
  }

  /** Change of a vertex value along the first or second edge. */
  double along(int edge, float[] values, int stride, int component) {
    return values[stride * vertices[edge] + component] - values[stride * vertices[0] + component];
  }

  double weight1() {
    return weight1;
  }

  double weight2() {
    return weight2;
  }

  /** A vector or its negative, whichever points against a direction. */
  static Vec3 against(Vec3 vector, Vec3 direction) {
    return vector.dot(direction) > 0 ? vector.negate() : vector;
  }
}
