package org.diorama.core.asset;

import org.diorama.core.math.Aabb;
import org.diorama.core.math.Vec3;

/** The box around what a level of detail shows. */
public final class MeshBounds {
  private MeshBounds() {}

  /** Empty for a level without triangles. Vertices that no triangle uses don't count. */
  public static Aabb of(Mesh mesh, LevelOfDetail level) {
    float[] min = {Float.POSITIVE_INFINITY, Float.POSITIVE_INFINITY, Float.POSITIVE_INFINITY};
    float[] max = {Float.NEGATIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.NEGATIVE_INFINITY};
    for (Part part : level.parts()) {
      for (int i = part.firstIndex(); i < part.firstIndex() + part.indexCount(); i++) {
        int vertex = mesh.indices()[i];
        for (int axis = 0; axis < 3; axis++) {
          float value = mesh.positions()[3 * vertex + axis];
          min[axis] = Math.min(min[axis], value);
          max[axis] = Math.max(max[axis], value);
        }
      }
    }
    return new Aabb(new Vec3(min[0], min[1], min[2]), new Vec3(max[0], max[1], max[2]));
  }
}
