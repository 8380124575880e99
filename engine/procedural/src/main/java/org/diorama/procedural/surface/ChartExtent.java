package org.diorama.procedural.surface;

import org.diorama.core.asset.LevelTriangles;
import org.diorama.core.asset.Mesh;
import org.diorama.core.math.Vec3;

/**
 * How large a chart is in the world: means over its area, made to fit so that the area in the image
 * is that in the world.
 */
final class ChartExtent {
  private double area;
  private double imageArea;
  private double stretchU;
  private double stretchV;
  private double upright;
  private double leastU = Double.POSITIVE_INFINITY;
  private double greatestU = Double.NEGATIVE_INFINITY;
  private double leastV = Double.POSITIVE_INFINITY;
  private double greatestV = Double.NEGATIVE_INFINITY;

  /** Adds a triangle; one without extent in the image adds its range alone. */
  void add(Mesh mesh, Vec3 scale, LevelTriangles triangles, int triangle) {
    int[] vertex = new int[3];
    Vec3[] point = new Vec3[3];
    float[] uv = mesh.textureCoordinates();
    for (int i = 0; i < 3; i++) {
      vertex[i] = triangles.vertex(triangle, i);
      point[i] = TextureSpace.vector(mesh.positions(), 3 * vertex[i]).times(scale);
      leastU = Math.min(leastU, uv[2 * vertex[i]]);
      greatestU = Math.max(greatestU, uv[2 * vertex[i]]);
      leastV = Math.min(leastV, uv[2 * vertex[i] + 1]);
      greatestV = Math.max(greatestV, uv[2 * vertex[i] + 1]);
    }
    Vec3 edge1 = point[1].minus(point[0]);
    Vec3 edge2 = point[2].minus(point[0]);
    double u1 = uv[2 * vertex[1]] - uv[2 * vertex[0]];
    double v1 = uv[2 * vertex[1] + 1] - uv[2 * vertex[0] + 1];
    double u2 = uv[2 * vertex[2]] - uv[2 * vertex[0]];
    double v2 = uv[2 * vertex[2] + 1] - uv[2 * vertex[0] + 1];
    double turn = u1 * v2 - u2 * v1;
    Vec3 normal = edge1.cross(edge2);
    double weight = normal.length();
    if (turn == 0 || weight == 0) {
      return;
    }
    area += weight;
    imageArea += Math.abs(turn);
    upright += Math.abs(normal.z());
    stretchU += weight * edge1.times(v2 / turn).minus(edge2.times(v1 / turn)).length();
    stretchV += weight * edge2.times(u1 / turn).minus(edge1.times(u2 / turn)).length();
  }

  /** Meters that a step of 1 in u takes. */
  double lengthU() {
    return area == 0 ? 1 : stretchU / area * fit();
  }

  /** Meters that a step of 1 in v takes. */
  double lengthV() {
    return area == 0 ? 1 : stretchV / area * fit();
  }

  private double fit() {
    return Math.sqrt(area / imageArea * (area / stretchU) * (area / stretchV));
  }

  /** Whether most of it faces up or down. */
  boolean isLevel() {
    return upright > 0.7 * area;
  }

  /** In meters. */
  double leastU() {
    return leastU * lengthU();
  }

  /** In meters. */
  double greatestV() {
    return greatestV * lengthV();
  }

  /** In meters. */
  double widthU() {
    return (greatestU - leastU) * lengthU();
  }

  /** In meters. */
  double widthV() {
    return (greatestV - leastV) * lengthV();
  }
}
