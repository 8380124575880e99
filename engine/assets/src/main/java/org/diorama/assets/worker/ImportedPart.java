package org.diorama.assets.worker;

/**
 * Triangles of one mesh and material, corner by corner, in the asset's space.
 *
 * @param name of the mesh; empty where the file has none
 * @param material index into the scene's materials
 * @param positions x, y, z per corner, meters
 * @param normals unit x, y, z per corner
 * @param textureCoordinates u, v per corner, v = 0 the top row of the image; zeros where the file
 *     has none
 * @param textured whether the file has texture coordinates
 */
record ImportedPart(
    String name,
    int material,
    float[] positions,
    float[] normals,
    float[] textureCoordinates,
    boolean textured) {
  int corners() {
    return positions.length / 3;
  }

  ImportedPart withName(String other) {
    return new ImportedPart(other, material, positions, normals, textureCoordinates, textured);
  }

  ImportedPart withMaterial(int number) {
    return new ImportedPart(name, number, positions, normals, textureCoordinates, textured);
  }
}
