package org.diorama.core.bvh;

import java.util.List;
import java.util.Random;
import org.diorama.core.asset.LevelOfDetail;
import org.diorama.core.asset.LevelTriangles;
import org.diorama.core.asset.Mesh;
import org.diorama.core.asset.MeshSurface;
import org.diorama.core.asset.Part;
import org.diorama.core.asset.TriangleFilter;

/** Triangles without order: some clustered, some large, some slivers, some degenerate. */
final class RandomSoup {
  private RandomSoup() {}

  static Mesh mesh(Random random, int triangles) {
    float[] positions = new float[9 * triangles];
    for (int t = 0; t < triangles; t++) {
      double reach = random.nextInt(10) == 0 ? 5 : 0.3;
      double flatten = random.nextInt(8) == 0 ? 1e-6 : 1;
      double[] center = {random.nextGaussian(), random.nextGaussian(), random.nextGaussian()};
      for (int i = 0; i < 9; i++) {
        double factor = i % 3 == 0 ? flatten : 1;
        positions[9 * t + i] = (float) (center[i % 3] + reach * factor * random.nextGaussian());
      }
      if (random.nextInt(20) == 0) {
        System.arraycopy(positions, 9 * t, positions, 9 * t + 3, 3);
      }
    }
    int[] indices = new int[3 * triangles];
    java.util.Arrays.setAll(indices, i -> i);
    return mesh(positions, indices);
  }

  static Mesh mesh(float[] positions, int[] indices) {
    int vertices = positions.length / 3;
    return new Mesh(
        positions,
        new float[3 * vertices],
        new float[4 * vertices],
        new float[2 * vertices],
        indices);
  }

  /** Two parts where possible, the second before the first in the index array. */
  static LevelOfDetail level(Mesh mesh) {
    int triangles = mesh.indices().length / 3;
    int first = triangles / 3;
    return new LevelOfDetail(
        0, List.of(new Part(0, 3 * first, 3 * (triangles - first)), new Part(1, 0, 3 * first)));
  }

  static MeshSurface surface(Mesh mesh) {
    LevelOfDetail level = level(mesh);
    return new MeshSurface(
        LevelTriangles.of(mesh, level), MeshBvhBuilder.build(mesh, level), TriangleFilter.ALL);
  }
}
