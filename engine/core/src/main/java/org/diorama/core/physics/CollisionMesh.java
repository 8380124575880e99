package org.diorama.core.physics;

import org.diorama.core.asset.LevelTriangles;
import org.diorama.core.math.Vec3;

/**
 * The triangles that a body collides with, in its own space: meters before scale, right-handed, +Z
 * up. Arrays are shared, never changed after construction.
 *
 * @param digest names the content: meshes of equal digests are equal
 * @param positions x, y, z per vertex; those that no triangle uses do not count
 * @param indices three per triangle; front faces counter-clockwise
 */
public record CollisionMesh(String digest, float[] positions, int[] indices) {
  /** The triangles of a level of detail. */
  public static CollisionMesh of(String digest, LevelTriangles triangles) {
    int[] indices = new int[3 * triangles.count()];
    for (int i = 0; i < indices.length; i++) {
      indices[i] = triangles.vertex(i / 3, i % 3);
    }
    return new CollisionMesh(digest, triangles.positions(), indices);
  }

  public CollisionMesh {
    if (positions.length % 3 != 0 || indices.length % 3 != 0 || indices.length == 0) {
      throw new IllegalArgumentException("no triangles: " + digest);
    }
    for (int index : indices) {
      if (index < 0 || index >= positions.length / 3) {
        throw new IllegalArgumentException("vertex index " + index + " of " + digest);
      }
    }
  }

  /** Place of a vertex, in the body's space. */
  public Vec3 vertex(int index) {
    return new Vec3(positions[3 * index], positions[3 * index + 1], positions[3 * index + 2]);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CollisionMesh mesh && mesh.digest.equals(digest);
  }

  @Override
  public int hashCode() {
    return digest.hashCode();
  }
}
