package org.diorama.core.bvh;

import java.util.ArrayList;
import java.util.List;
import org.diorama.core.asset.LevelOfDetail;
import org.diorama.core.asset.LevelTriangles;
import org.diorama.core.asset.Mesh;
import org.diorama.core.asset.MeshSurface;
import org.diorama.core.asset.Part;
import org.diorama.core.asset.TriangleFilter;
import org.diorama.core.math.Aabb;
import org.diorama.core.math.Vec3;

/** Closed surfaces with their normals outwards. */
public final class ClosedMeshes {
  private ClosedMeshes() {}

  /** Corners of the twelve triangles of a box, by {@link Aabb#corner}. */
  private static final int[] BOX = {
    0, 2, 3, 0, 3, 1, 4, 5, 7, 4, 7, 6, // bottom, top
    0, 1, 5, 0, 5, 4, 2, 6, 7, 2, 7, 3, // front, back
    0, 4, 6, 0, 6, 2, 1, 3, 7, 1, 7, 5 // left, right
  };

  /** Twelve triangles. */
  public static MeshSurface box(Aabb box) {
    return boxes(List.of(box));
  }

  /** Twelve triangles each; they may touch or overlap. */
  public static MeshSurface boxes(List<Aabb> boxes) {
    List<Vec3> vertices = new ArrayList<>();
    List<Integer> indices = new ArrayList<>();
    for (Aabb box : boxes) {
      for (int index : BOX) {
        indices.add(vertices.size() + index);
      }
      for (int i = 0; i < 8; i++) {
        vertices.add(box.corner(i));
      }
    }
    return surface(vertices, indices);
  }

  /** A closed upright cylinder that stands on z = 0. */
  public static MeshSurface cylinder(double radius, double height, int segments) {
    List<Vec3> vertices = new ArrayList<>(List.of(Vec3.ZERO, new Vec3(0, 0, height)));
    List<Integer> indices = new ArrayList<>();
    for (int i = 0; i < segments; i++) {
      double angle = 2 * StrictMath.PI * i / segments;
      double x = radius * StrictMath.cos(angle);
      double y = radius * StrictMath.sin(angle);
      vertices.add(new Vec3(x, y, 0));
      vertices.add(new Vec3(x, y, height));
      int low = 2 + 2 * i;
      int next = 2 + 2 * ((i + 1) % segments);
      indices.addAll(List.of(0, next, low, 1, low + 1, next + 1));
      indices.addAll(List.of(low, next, next + 1, low, next + 1, low + 1));
    }
    return surface(vertices, indices);
  }

  /** Vertices lie on the sphere; twice as many columns as rows. */
  public static MeshSurface sphere(Vec3 center, double radius, int rows) {
    int columns = 2 * rows;
    List<Vec3> vertices = new ArrayList<>();
    List<Integer> indices = new ArrayList<>();
    for (int row = 0; row <= rows; row++) {
      double polar = StrictMath.PI * row / rows;
      for (int column = 0; column < columns; column++) {
        double azimuth = 2 * StrictMath.PI * column / columns;
        double sine = row == 0 || row == rows ? 0 : StrictMath.sin(polar);
        Vec3 unit =
            new Vec3(
                sine * StrictMath.cos(azimuth),
                sine * StrictMath.sin(azimuth),
                StrictMath.cos(polar));
        vertices.add(center.plus(unit.times(radius)));
        if (row < rows) {
          int a = row * columns + column;
          int b = row * columns + (column + 1) % columns;
          if (row > 0) {
            indices.addAll(List.of(a, a + columns, b));
          }
          if (row < rows - 1) {
            indices.addAll(List.of(b, a + columns, b + columns));
          }
        }
      }
    }
    return surface(vertices, indices);
  }

  /** Corners on the axes' positive ends and the origin. */
  public static MeshSurface tetrahedron(double side) {
    float s = (float) side;
    return surface(
        new float[] {0, 0, 0, s, 0, 0, 0, s, 0, 0, 0, s},
        new int[] {0, 2, 1, 0, 1, 3, 0, 3, 2, 1, 2, 3});
  }

  /** Any triangles. */
  public static MeshSurface surface(float[] positions, int[] indices) {
    Mesh mesh = RandomSoup.mesh(positions, indices);
    LevelOfDetail level = new LevelOfDetail(0, List.of(new Part(0, 0, indices.length)));
    return new MeshSurface(
        LevelTriangles.of(mesh, level), MeshBvhBuilder.build(mesh, level), TriangleFilter.ALL);
  }

  public static MeshSurface surface(List<Vec3> vertices, List<Integer> indices) {
    float[] positions = new float[3 * vertices.size()];
    for (int i = 0; i < vertices.size(); i++) {
      put(positions, i, vertices.get(i));
    }
    return surface(positions, indices.stream().mapToInt(Integer::intValue).toArray());
  }

  private static void put(float[] positions, int vertex, Vec3 point) {
    positions[3 * vertex] = (float) point.x();
    positions[3 * vertex + 1] = (float) point.y();
    positions[3 * vertex + 2] = (float) point.z();
  }
}
