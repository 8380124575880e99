package org.diorama.procedural.surface;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.diorama.core.asset.LevelTriangles;
import org.diorama.core.asset.Model;

/** Patches of a material's triangles that share vertices, at the finest level. */
final class Charts {
  private final int[] chart;
  private final int count;
  private final int[] triangles;

  private Charts(int[] chart, int count, int[] triangles) {
    this.chart = chart;
    this.count = count;
    this.triangles = triangles;
  }

  static Charts of(Model model, int material) {
    var level = model.levels().get(0);
    LevelTriangles all = LevelTriangles.of(model.mesh(), level);
    int[] triangles =
        IntStream.range(0, all.count())
            .filter(triangle -> level.parts().get(all.part(triangle)).material() == material)
            .toArray();
    int[] parent = new int[model.mesh().vertexCount()];
    Arrays.setAll(parent, vertex -> vertex);
    boolean[] used = new boolean[parent.length];
    for (int triangle : triangles) {
      for (int corner = 0; corner < 3; corner++) {
        used[all.vertex(triangle, corner)] = true;
        parent[root(parent, all.vertex(triangle, corner))] = root(parent, all.vertex(triangle, 0));
      }
    }
    int[] chart = new int[parent.length];
    Arrays.fill(chart, -1);
    int count = 0;
    for (int vertex = 0; vertex < parent.length; vertex++) {
      if (used[vertex]) {
        int root = root(parent, vertex);
        if (chart[root] < 0) {
          chart[root] = count++;
        }
        chart[vertex] = chart[root];
      }
    }
    return new Charts(chart, count, triangles);
  }

  private static int root(int[] parent, int vertex) {
    int at = vertex;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }

  int count() {
    return count;
  }

  /** Of a vertex; -1 where the material has no triangle at it. */
  int of(int vertex) {
    return chart[vertex];
  }

  /** The material's triangles, by their places in the level. */
  int[] triangles() {
    return triangles;
  }
}
