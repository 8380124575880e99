package org.diorama.core.bvh;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.diorama.core.asset.LevelOfDetail;
import org.diorama.core.asset.LevelTriangles;
import org.diorama.core.asset.Mesh;
import org.diorama.core.asset.MeshBvh;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MeshBvhBuilderTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4, 5, 17, 300, 5000})
  void everyTriangleIsInOneLeafInsideTheBoxesOfItsAncestors(int triangles) {
    Mesh mesh = RandomSoup.mesh(new Random(triangles), triangles);
    checkStructure(mesh);
  }

  @Test
  void coincidentTrianglesStayShallow() {
    float[] positions = {0, 0, 0, 1, 0, 0, 0, 1, 0};
    int[] indices = new int[3 * 4096];
    Arrays.setAll(indices, i -> i % 3);
    assertTrue(checkStructure(RandomSoup.mesh(positions, indices)) <= 13);
  }

  @Test
  void exponentiallyGrowingTrianglesKeepTheDepthBound() {
    int triangles = 120;
    float[] positions = new float[9 * triangles];
    for (int i = 0; i < positions.length; i++) {
      positions[i] = (float) Math.scalb(1 + 0.1 * (i % 5), i / 9 - 60);
    }
    int[] indices = new int[3 * triangles];
    Arrays.setAll(indices, i -> i);
    checkStructure(RandomSoup.mesh(positions, indices));
  }

  @Test
  void equalMeshesGiveEqualArrays() {
    Mesh mesh = RandomSoup.mesh(new Random(11), 2000);
    MeshBvh first = MeshBvhBuilder.build(mesh, RandomSoup.level(mesh));
    MeshBvh second = MeshBvhBuilder.build(mesh, RandomSoup.level(mesh));
    assertArrayEquals(first.bounds(), second.bounds());
    assertArrayEquals(first.links(), second.links());
    assertArrayEquals(first.order(), second.order());
  }

  @Test
  void aLevelWithoutTrianglesHasNoNodes() {
    Mesh mesh = RandomSoup.mesh(new float[0], new int[0]);
    assertEquals(0, MeshBvhBuilder.build(mesh, new LevelOfDetail(0, List.of())).nodeCount());
  }

  /** Returns the depth of the deepest leaf. */
  private static int checkStructure(Mesh mesh) {
    LevelOfDetail level = RandomSoup.level(mesh);
    MeshBvh bvh = MeshBvhBuilder.build(mesh, level);
    LevelTriangles triangles = LevelTriangles.of(mesh, level);
    int[] depth = new int[bvh.nodeCount()];
    int[] seen = new int[triangles.count()];
    int deepest = 0;
    for (int node = 0; node < bvh.nodeCount(); node++) {
      int link0 = bvh.links()[2 * node];
      int link1 = bvh.links()[2 * node + 1];
      if (link1 < 0) {
        deepest = Math.max(deepest, depth[node]);
        for (int i = link0; i < link0 - link1; i++) {
          seen[bvh.order()[i]]++;
          for (int corner = 0; corner < 3; corner++) {
            int vertex = 3 * triangles.vertex(bvh.order()[i], corner);
            assertInside(
                bvh.bounds(), node, Arrays.copyOfRange(mesh.positions(), vertex, vertex + 3));
          }
        }
      } else {
        for (int child : new int[] {link0, link1}) {
          assertTrue(child > node, "a child follows its parent");
          depth[child] = depth[node] + 1;
          assertInside(
              bvh.bounds(), node, Arrays.copyOfRange(bvh.bounds(), 6 * child, 6 * child + 3));
          assertInside(
              bvh.bounds(), node, Arrays.copyOfRange(bvh.bounds(), 6 * child + 3, 6 * child + 6));
        }
      }
    }
    assertTrue(deepest <= MeshBvh.MAX_DEPTH, "depth " + deepest);
    for (int count : seen) {
      assertEquals(1, count);
    }
    return deepest;
  }

  private static void assertInside(float[] bounds, int node, float[] point) {
    for (int axis = 0; axis < 3; axis++) {
      assertTrue(point[axis] >= bounds[6 * node + axis]);
      assertTrue(point[axis] <= bounds[6 * node + axis + 3]);
    }
  }
}
