package org.diorama.procedural.surface;

import org.diorama.core.asset.LevelTriangles;
import org.diorama.core.asset.Mesh;
import org.diorama.core.asset.Model;
import org.diorama.core.math.Vec3;

/**
 * Texture coordinates of a scaled model, in periods of the surfaces that cover it. The model's own
 * coordinates say which way an image lies; how long it is comes from the world: each chart, a patch
 * of triangles that share vertices, is stretched to the mean lengths of a step in u and in v.
 */
final class TextureSpace {
  /** 7-24-25 is a right triangle: a turn by 16 degrees, exactly. */
  private static final double COSINE = 0.96;

  private static final double SINE = 0.28;

  /** Of the pattern's periods, in the middle of a wall: neither window nor sill. */
  private static final float BARE = 0.02f;

  private final Model model;
  private final Vec3 scale;
  private final float[] coordinates;
  private final float[] tangents;

  TextureSpace(Model model, Vec3 scale) {
    this.model = model;
    this.scale = scale;
    this.coordinates = model.mesh().textureCoordinates().clone();
    this.tangents = model.mesh().tangents().clone();
  }

  float[] textureCoordinates() {
    return coordinates;
  }

  float[] tangents() {
    return tangents;
  }

  /**
   * Lays a surface on all parts of one material, at the finest level; coarser levels have vertices
   * of the finest one.
   *
   * @param meters length of a period
   */
  void lay(int material, Recipe recipe, double meters) {
    Charts charts = Charts.of(model, material);
    Mesh mesh = model.mesh();
    LevelTriangles triangles = LevelTriangles.of(mesh, model.levels().get(0));
    ChartExtent[] extents = new ChartExtent[charts.count()];
    for (int i = 0; i < extents.length; i++) {
      extents[i] = new ChartExtent();
    }
    for (int triangle : charts.triangles()) {
      int chart = charts.of(triangles.vertex(triangle, 0));
      extents[chart].add(mesh, scale, triangles, triangle);
    }
    for (int vertex = 0; vertex < mesh.vertexCount(); vertex++) {
      int chart = charts.of(vertex);
      if (chart >= 0) {
        place(vertex, extents[chart], recipe, meters);
      }
    }
  }

  private void place(int vertex, ChartExtent chart, Recipe recipe, double meters) {
    double u = model.mesh().textureCoordinates()[2 * vertex] * chart.lengthU() / meters;
    double v = model.mesh().textureCoordinates()[2 * vertex + 1] * chart.lengthV() / meters;
    int pieces = recipe.wholePieces();
    if (pieces > 0) {
      if (chart.isLevel()) {
        u = BARE;
        v = BARE;
      } else {
        u = whole(u - chart.leastU() / meters, chart.widthU() / meters, pieces);
        v = -whole(chart.greatestV() / meters - v, chart.widthV() / meters, pieces);
      }
    }
    if (recipe.isIsotropic()) {
      double turned = COSINE * u - SINE * v;
      v = SINE * u + COSINE * v;
      u = turned;
      turn(vertex);
    }
    coordinates[2 * vertex] = (float) u;
    coordinates[2 * vertex + 1] = (float) v;
  }

  /** Stretches a way of so many periods so that it has a whole number of pieces, at least one. */
  private static double whole(double along, double width, int pieces) {
    return width > 0 ? along / width * Math.max(1, Math.rint(width * pieces)) / pieces : 0;
  }

  /** Turns the tangent with the image: its new u runs between the old one and up in the image. */
  private void turn(int vertex) {
    Vec3 normal = vector(model.mesh().normals(), 3 * vertex);
    Vec3 tangent = vector(model.mesh().tangents(), 4 * vertex);
    Vec3 up = normal.cross(tangent).times(tangents[4 * vertex + 3]);
    Vec3 turned = tangent.times(COSINE).plus(up.times(SINE));
    tangents[4 * vertex] = (float) turned.x();
    tangents[4 * vertex + 1] = (float) turned.y();
    tangents[4 * vertex + 2] = (float) turned.z();
  }

  static Vec3 vector(float[] values, int at) {
    return new Vec3(values[at], values[at + 1], values[at + 2]);
  }
}
