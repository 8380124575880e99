package org.diorama.core.label.box;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.diorama.core.asset.LevelOfDetail;
import org.diorama.core.asset.LevelTriangles;
import org.diorama.core.asset.Mesh;
import org.diorama.core.asset.MeshSurface;
import org.diorama.core.asset.Part;
import org.diorama.core.asset.TriangleFilter;
import org.diorama.core.bvh.MeshBvhBuilder;
import org.diorama.core.math.Vec3;
import org.junit.jupiter.api.Test;

class LevelPointsTest {
  /** Vertices 3 and 4 repeat 1 and 2; vertex 6 belongs to another level. */
  @Test
  void eachPlaceOnceAndNoneOfOtherLevels() {
    float[] positions = {0, 0, 0, 1, 0, 0, 0, 1, 0, 1, -0f, 0, 0, 1, -0f, 1, 1, 0, 9, 9, 9};
    int[] indices = {0, 1, 6, 0, 1, 2, 3, 5, 4};
    Mesh mesh = new Mesh(positions, new float[21], new float[28], new float[14], indices);
    LevelOfDetail level = new LevelOfDetail(0, List.of(new Part(0, 3, 6)));
    LevelPoints points =
        LevelPoints.of(
            new MeshSurface(
                LevelTriangles.of(mesh, level),
                MeshBvhBuilder.build(mesh, level),
                TriangleFilter.ALL));
    assertArrayEquals(new float[] {0, 0, 0, 1, 0, 0, 0, 1, 0, 1, 1, 0}, points.positions());
    assertArrayEquals(new int[] {0, 1, 2, 1, 3, 2}, points.triangles());
    assertEquals(new Vec3(1, 1, 0), points.bounds().size());
    assertEquals(new Vec3(0.5, 0.5, 0), points.bounds().center());
  }
}
