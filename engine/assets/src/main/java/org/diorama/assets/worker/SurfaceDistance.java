package org.diorama.assets.worker;

import org.diorama.core.asset.LevelOfDetail;
import org.diorama.core.asset.Mesh;
import org.diorama.core.asset.MeshBvh;
import org.diorama.core.asset.Part;
import org.diorama.core.bvh.MeshBvhBuilder;
import org.diorama.core.math.Vec3;

/** Distance from points to the surface of a level of detail. */
final class SurfaceDistance {
  private final Mesh mesh;
  private final int[] corners;
  private final MeshBvh bvh;

  SurfaceDistance(Mesh mesh, LevelOfDetail level) {
    this.mesh = mesh;
    this.corners = corners(mesh, level);
    this.bvh = MeshBvhBuilder.build(mesh, level);
  }

  /** Vertex numbers of the level's triangles, in the order of their primitive ids. */
  static int[] corners(Mesh mesh, LevelOfDetail level) {
    int[] result = new int[3 * level.triangleCount()];
    int at = 0;
    for (Part part : level.parts()) {
      System.arraycopy(mesh.indices(), part.firstIndex(), result, at, part.indexCount());
      at += part.indexCount();
    }
    return result;
  }

  /**
   * The greatest distance of another level's triangles from this one, at up to so many of their
   * centers and corners, taken evenly.
   */
  double greatest(LevelOfDetail other, int samples) {
    int[] others = corners(mesh, other);
    int step = Math.max(1, others.length / samples);
    double worst = 0;
    for (int i = 0; i < others.length; i += step) {
      int first = i - i % 3;
      Vec3 corner = vertex(others[i]);
      Vec3 center =
          vertex(others[first])
              .plus(vertex(others[first + 1]))
              .plus(vertex(others[first + 2]))
              .times(1.0 / 3);
      worst = Math.max(worst, Math.max(distance(corner), distance(center)));
    }
    return worst;
  }

  /** Meters from a point to the nearest triangle. */
  double distance(Vec3 point) {
    double best = Double.POSITIVE_INFINITY;
    int[] stack = new int[MeshBvh.MAX_DEPTH + 2];
    int top = 1; // node 0 waits
    while (top > 0) {
      int node = stack[--top];
      if (boxDistance(node, point) >= best) {
        continue;
      }
      int first = bvh.links()[2 * node];
      int second = bvh.links()[2 * node + 1];
      if (second < 0) {
        for (int i = first; i < first - second; i++) {
          best = Math.min(best, triangleDistance(bvh.order()[i], point));
        }
      } else if (boxDistance(first, point) < boxDistance(second, point)) {
        stack[top++] = second;
        stack[top++] = first;
      } else {
        stack[top++] = first;
        stack[top++] = second;
      }
    }
    return best;
  }

  private double boxDistance(int node, Vec3 p) {
    float[] b = bvh.bounds();
    int at = 6 * node;
    double x = Math.max(0, Math.max(b[at] - p.x(), p.x() - b[at + 3]));
    double y = Math.max(0, Math.max(b[at + 1] - p.y(), p.y() - b[at + 4]));
    double z = Math.max(0, Math.max(b[at + 2] - p.z(), p.z() - b[at + 5]));
    return Math.sqrt(x * x + y * y + z * z);
  }

  private double triangleDistance(int triangle, Vec3 point) {
    return PointTriangle.distance(
        point,
        vertex(corners[3 * triangle]),
        vertex(corners[3 * triangle + 1]),
        vertex(corners[3 * triangle + 2]));
  }

  private Vec3 vertex(int index) {
    float[] p = mesh.positions();
    return new Vec3(p[3 * index], p[3 * index + 1], p[3 * index + 2]);
  }
}
