package org.diorama.assets.worker;

import static org.lwjgl.util.meshoptimizer.MeshOptimizer.meshopt_generateTangents;

/**
 * Tangents per corner: x, y, z and handedness. normal × tangent · handedness points up in the
 * image, as glTF has it.
 */
final class Tangents {
  private Tangents() {}

  /** By texture coordinates, MikkTSpace. */
  static float[] ofTexture(ImportedPart part) {
    int corners = part.corners();
    float[] upwards = part.textureCoordinates().clone();
    for (int i = 1; i < upwards.length; i += 2) {
      upwards[i] = 1 - upwards[i];
    }
    float[] tangents = new float[4 * corners];
    try (NativeArrays arrays = new NativeArrays()) {
      var result = arrays.floats(tangents.length);
      meshopt_generateTangents(
          result,
          null,
          corners,
          arrays.floats(part.positions()),
          corners,
          12,
          arrays.floats(part.normals()),
          12,
          arrays.floats(upwards),
          8,
          0);
      result.get(tangents);
    }
    repair(tangents, part.normals());
    return tangents;
  }

  /** Some direction in the surface, the same wherever the normal is. */
  static float[] ofNormals(float[] normals) {
    float[] tangents = new float[normals.length / 3 * 4];
    for (int i = 0; i < normals.length / 3; i++) {
      perpendicular(normals, i, tangents);
    }
    return tangents;
  }

  private static void repair(float[] tangents, float[] normals) {
    for (int i = 0; i < normals.length / 3; i++) {
      float x = tangents[4 * i];
      float y = tangents[4 * i + 1];
      float z = tangents[4 * i + 2];
      if (!(Math.abs(x * x + y * y + z * z - 1) < 1e-3f)) {
        perpendicular(normals, i, tangents);
      }
      tangents[4 * i + 3] = tangents[4 * i + 3] < 0 ? -1 : 1;
    }
  }

  /** Duff et al., Building an Orthonormal Basis, Revisited, JCGT 6(1), 2017. */
  private static void perpendicular(float[] normals, int i, float[] tangents) {
    double x = normals[3 * i];
    double y = normals[3 * i + 1];
    double z = normals[3 * i + 2];
    double sign = z < 0 ? -1 : 1;
    double a = -1 / (sign + z);
    tangents[4 * i] = (float) (1 + sign * x * x * a);
    tangents[4 * i + 1] = (float) (sign * x * y * a);
    tangents[4 * i + 2] = (float) (-sign * x);
    tangents[4 * i + 3] = 1;
  }
}
