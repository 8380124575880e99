package org.diorama.core.asset;

/**
 * A run of triangles of one material and one named part.
 *
 * @param material index into the model's materials
 * @param name index into {@link Model#partNames()}
 * @param firstIndex into {@link Mesh#indices()}, a multiple of three
 * @param indexCount a multiple of three
 */
public record Part(int material, int name, int firstIndex, int indexCount) {
  /** Of a model whose parts are told apart by their materials alone. */
  public Part(int material, int firstIndex, int indexCount) {
    this(material, material, firstIndex, indexCount);
  }

  public int triangleCount() {
    return indexCount / 3;
  }
}
