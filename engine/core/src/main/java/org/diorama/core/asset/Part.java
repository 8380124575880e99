package org.diorama.core.asset;

/**
 * A run of triangles with one material.
 *
 * @param material index into the model's materials
 * @param firstIndex into {@link Mesh#indices()}, a multiple of three
 * @param indexCount a multiple of three
 */
public record Part(int material, int firstIndex, int indexCount) {
  public int triangleCount() {
    return indexCount / 3;
  }
}
