package org.diorama.physics;

import org.diorama.core.math.Vec3;

/**
 * A convex polyhedron with a volume, in the space of the mesh it encloses.
 *
 * @param vertices x, y, z each
 * @param faces three vertices each, counter-clockwise from outside; together they are closed
 */
record ConvexHull(double[] vertices, int[] faces) {
  int vertexCount() {
    return vertices.length / 3;
  }

  Vec3 vertex(int index) {
    return new Vec3(vertices[3 * index], vertices[3 * index + 1], vertices[3 * index + 2]);
  }

  /** The hull of the same mesh after a scale along its axes; factors are positive. */
  ConvexHull scaled(Vec3 factors) {
    double[] result = new double[vertices.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = vertices[i] * factors.component(i % 3);
    }
    return new ConvexHull(result, faces);
  }

  /** Greatest dot product of a vertex with a direction. */
  double reach(Vec3 direction) {
    double x = direction.x();
    double y = direction.y();
    double z = direction.z();
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < vertices.length; i += 3) {
      most = Math.max(most, x * vertices[i] + y * vertices[i + 1] + z * vertices[i + 2]);
    }
    return most;
  }

  /** Cubic meters. */
  double volume() {
    return mass().volume();
  }

  /** Center of mass of a body of even density. */
  Vec3 centroid() {
    return mass().centroid();
  }

  /** Distance of the outermost vertex from a point. */
  double radiusAround(Vec3 center) {
    double squared = 0;
    for (int i = 0; i < vertexCount(); i++) {
      Vec3 offset = vertex(i).minus(center);
      squared = Math.max(squared, offset.dot(offset));
    }
    return Math.sqrt(squared);
  }

  /** Radius of the greatest sphere around an inner point that stays inside. */
  double innerRadius(Vec3 center) {
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < faces.length; i += 3) {
      Vec3 a = vertex(faces[i]);
      Vec3 normal = normal(i);
      least = Math.min(least, a.minus(center).dot(normal));
    }
    return least;
  }

  /**
   * The vertices moved inwards until a sphere of this radius around each touches the planes of its
   * faces from within: what a margin of that size makes into the hull again, with rounded edges.
   */
  Vec3[] inset(double distance) {
    Vec3[] result = new Vec3[vertexCount()];
    for (int i = 0; i < result.length; i++) {
      result[i] = vertex(i).minus(new Corner(i).inwards().times(distance));
    }
    return result;
  }

  /** The faces around a vertex. */
  private final class Corner {
    private final double[] normals = new double[6];
    private Vec3 sum = Vec3.ZERO;

    /** Gathers the sum over faces of n nᵀ (upper triangle, row by row) and of n. */
    Corner(int vertex) {
      for (int i = 0; i < faces.length; i++) {
        if (faces[i] == vertex) {
          Vec3 n = normal(i - i % 3);
          sum = sum.plus(n);
          normals[0] += n.x() * n.x();
          normals[1] += n.x() * n.y();
          normals[2] += n.x() * n.z();
          normals[3] += n.y() * n.y();
          normals[4] += n.y() * n.z();
          normals[5] += n.z() * n.z();
        }
      }
    }

    /** Least squares of n · d = 1 over the faces; a needle's tip would go far, so it is damped. */
    Vec3 inwards() {
      double damping = 1e-2;
      double[] m = normals;
      Vec3 x = new Vec3(m[0] + damping, m[1], m[2]);
      Vec3 y = new Vec3(m[1], m[3] + damping, m[4]);
      Vec3 z = new Vec3(m[2], m[4], m[5] + damping);
      double determinant = x.dot(y.cross(z));
      return new Vec3(
          sum.dot(y.cross(z)) / determinant,
          x.dot(sum.cross(z)) / determinant,
          x.dot(y.cross(sum)) / determinant);
    }
  }

  /** Of unit length, outwards. */
  Vec3 normal(int firstCorner) {
    Vec3 a = vertex(faces[firstCorner]);
    Vec3 b = vertex(faces[firstCorner + 1]);
    Vec3 c = vertex(faces[firstCorner + 2]);
    return b.minus(a).cross(c.minus(a)).normalize();
  }

  private record Mass(double volume, Vec3 centroid) {}

  /** Sum over the tetrahedra between each face and one vertex. */
  private Mass mass() {
    Vec3 apex = vertex(0);
    double sixfold = 0;
    Vec3 moment = Vec3.ZERO;
    for (int i = 0; i < faces.length; i += 3) {
      Vec3 a = vertex(faces[i]).minus(apex);
      Vec3 b = vertex(faces[i + 1]).minus(apex);
      Vec3 c = vertex(faces[i + 2]).minus(apex);
      double part = a.dot(b.cross(c));
      sixfold += part;
      moment = moment.plus(a.plus(b).plus(c).times(part / 4));
    }
    return new Mass(sixfold / 6, apex.plus(moment.times(1 / sixfold)));
  }
}
