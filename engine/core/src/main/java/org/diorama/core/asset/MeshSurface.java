package org.diorama.core.asset;

import org.diorama.core.math.Aabb;
import org.diorama.core.math.Vec3;

/**
 * What rays meet of one level of detail, in the asset's space.
 *
 * @param filter which hits count
 */
public record MeshSurface(LevelTriangles triangles, MeshBvh hierarchy, TriangleFilter filter) {
  /** A level of a model, solid where the alpha rule says so. */
  public static MeshSurface of(Model model, int level) {
    return new MeshSurface(
        LevelTriangles.of(model.mesh(), model.levels().get(level)),
        model.hierarchies().get(level),
        AlphaFilter.of(model, level));
  }

  /** Of all triangles; empty where there are none. */
  public Aabb bounds() {
    if (hierarchy.nodeCount() == 0) {
      return Aabb.EMPTY;
    }
    float[] b = hierarchy.bounds();
    return new Aabb(new Vec3(b[0], b[1], b[2]), new Vec3(b[3], b[4], b[5]));
  }
}
