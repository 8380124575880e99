package org.diorama.procedural;

import java.util.ArrayList;
import java.util.List;
import org.diorama.core.asset.Mesh;
import org.diorama.core.math.Vec3;

/** Collects vertices and triangles and hands them over as a mesh. */
final class MeshAssembler {
  /** A point of a surface over the unit square. */
  interface Surface {
    /**
     * @param u in [0, 1], from the left to the right seen from outside
     * @param v in [0, 1], from the top to the bottom seen from outside
     */
    SurfacePoint at(double u, double v);
  }

  private final List<SurfacePoint> points = new ArrayList<>();
  private final List<Integer> indices = new ArrayList<>();

  int vertex(SurfacePoint point) {
    points.add(point);
    return points.size() - 1;
  }

  /** Counter-clockwise seen from outside. Triangles without area are left out. */
  void triangle(int a, int b, int c) {
    Vec3 origin = points.get(a).position();
    Vec3 edge1 = points.get(b).position().minus(origin);
    Vec3 edge2 = points.get(c).position().minus(origin);
    if (edge1.cross(edge2).length() > 1e-12) {
      indices.add(a);
      indices.add(b);
      indices.add(c);
    }
  }

  /** A flat parallelogram; its normal is right × up. Both vectors are half sides. */
  void quad(Vec3 center, Vec3 right, Vec3 up) {
    Vec3 normal = right.cross(up).normalize();
    Vec3 tangent = right.normalize();
    grid(
        1,
        1,
        (u, v) -> {
          Vec3 position = center.plus(right.times(2 * u - 1)).plus(up.times(1 - 2 * v));
          return new SurfacePoint(position, normal, tangent, u, v);
        });
  }

  /** A surface sampled at columns + 1 by rows + 1 points. */
  void grid(int columns, int rows, Surface surface) {
    int first = points.size();
    for (int row = 0; row <= rows; row++) {
      for (int column = 0; column <= columns; column++) {
        vertex(surface.at((double) column / columns, (double) row / rows));
      }
    }
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        int topLeft = first + row * (columns + 1) + column;
        int bottomLeft = topLeft + columns + 1;
        triangle(topLeft, bottomLeft, bottomLeft + 1);
        triangle(topLeft, bottomLeft + 1, topLeft + 1);
      }
    }
  }

  Mesh build() {
    int count = points.size();
    float[] positions = new float[3 * count];
    float[] normals = new float[3 * count];
    float[] tangents = new float[4 * count];
    float[] textureCoordinates = new float[2 * count];
    for (int i = 0; i < count; i++) {
      SurfacePoint point = points.get(i);
      put(positions, 3 * i, point.position());
      put(normals, 3 * i, point.normal());
      put(tangents, 4 * i, point.tangent());
      tangents[4 * i + 3] = 1;
      textureCoordinates[2 * i] = (float) point.u();
      textureCoordinates[2 * i + 1] = (float) point.v();
    }
    int[] triangles = indices.stream().mapToInt(Integer::intValue).toArray();
    return new Mesh(positions, normals, tangents, textureCoordinates, triangles);
  }

  private static void put(float[] array, int offset, Vec3 value) {
    array[offset] = (float) value.x() + 0f; // -0 becomes 0
    array[offset + 1] = (float) value.y() + 0f;
    array[offset + 2] = (float) value.z() + 0f;
  }
}
