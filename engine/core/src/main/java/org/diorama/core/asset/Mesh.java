package org.diorama.core.asset;

/**
 * Indexed triangles in the asset's space: meters, right-handed, +Z up. Arrays are shared, never
 * changed after construction.
 *
 * @param positions x, y, z per vertex
 * @param normals unit x, y, z per vertex
 * @param tangents unit x, y, z and handedness (±1) per vertex: bitangent = handedness · (normal ×
 *     tangent)
 * @param textureCoordinates u, v per vertex; v = 0 is the top row of the image
 * @param indices three per triangle; front faces counter-clockwise. All levels of detail follow one
 *     another
 */
public record Mesh(
    float[] positions,
    float[] normals,
    float[] tangents,
    float[] textureCoordinates,
    int[] indices) {
  public Mesh {
    int vertices = positions.length / 3;
    if (positions.length != vertices * 3
        || normals.length != vertices * 3
        || tangents.length != vertices * 4
        || textureCoordinates.length != vertices * 2
        || indices.length % 3 != 0) {
      throw new IllegalArgumentException("mesh arrays disagree about " + vertices + " vertices");
    }
    for (int index : indices) {
      if (index < 0 || index >= vertices) {
        throw new IllegalArgumentException("vertex index " + index + " of " + vertices);
      }
    }
  }

  public int vertexCount() {
    return positions.length / 3;
  }
}
