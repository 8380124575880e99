package org.diorama.core.physics;

/**
 * The triangles that a body collides with, in its own space: meters before scale, right-handed, +Z
 * up. Arrays are shared, never changed after construction.
 *
 * @param digest names the content: meshes of equal digests are equal
 * @param positions x, y, z per vertex
 * @param indices three per triangle; front faces counter-clockwise
 */
public record CollisionMesh(String digest, float[] positions, int[] indices) {
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

  public int triangleCount() {
    return indices.length / 3;
  }
}
