package org.diorama.core.bvh;

import org.diorama.core.asset.LevelOfDetail;
import org.diorama.core.asset.LevelTriangles;
import org.diorama.core.asset.Mesh;
import org.diorama.core.asset.MeshBvh;

/** Builds the hierarchy of a level of detail: once, when the asset is baked. */
public final class MeshBvhBuilder {
  private MeshBvhBuilder() {}

  /**
   * Every triangle of the level is in exactly one leaf, degenerate ones too. Positions must be
   * finite. Equal input gives equal arrays.
   */
  public static MeshBvh build(Mesh mesh, LevelOfDetail level) {
    LevelTriangles triangles = LevelTriangles.of(mesh, level);
    float[] positions = mesh.positions();
    float[] boxes = new float[6 * triangles.count()];
    for (int triangle = 0; triangle < triangles.count(); triangle++) {
      int a = 3 * triangles.vertex(triangle, 0);
      int b = 3 * triangles.vertex(triangle, 1);
      int c = 3 * triangles.vertex(triangle, 2);
      for (int axis = 0; axis < 3; axis++) {
        float pa = positions[a + axis];
        float pb = positions[b + axis];
        float pc = positions[c + axis];
        boxes[6 * triangle + axis] = Math.min(pa, Math.min(pb, pc));
        boxes[6 * triangle + axis + 3] = Math.max(pa, Math.max(pb, pc));
      }
    }
    return BinnedSahBuilder.build(boxes);
  }
}
