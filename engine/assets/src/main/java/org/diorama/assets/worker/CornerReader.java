package org.diorama.assets.worker;

import static org.diorama.assets.worker.GeometryReader.floats;
import static org.diorama.assets.worker.GeometryReader.vector;

import java.nio.FloatBuffer;
import java.util.Arrays;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Vec3;
import org.lwjgl.assimp.AIMesh;
import org.lwjgl.assimp.AIVector3D;

/** Takes one mesh's triangles, corner by corner, into the asset's space. */
final class CornerReader {
  private final String name;
  private final AIMesh mesh;
  private final int[] corners;
  private final Affine3 assetFromMesh;
  private final float[] positions;
  private final float[] normals;
  private final float[] textureCoordinates;

  /**
   * @param name of the part
   */
  CornerReader(String name, AIMesh mesh, int[] corners, Affine3 assetFromMesh) {
    this.name = name;
    this.mesh = mesh;
    this.corners = corners;
    this.assetFromMesh = assetFromMesh;
    this.positions = new float[3 * corners.length];
    this.normals = new float[3 * corners.length];
    this.textureCoordinates = new float[2 * corners.length];
  }

  ImportedPart read() throws ImportFailure {
    FloatBuffer meshPositions = floats(mesh.mVertices(), mesh.mNumVertices());
    FloatBuffer meshNormals = optional(mesh.mNormals());
    FloatBuffer meshCoordinates = optional(mesh.mTextureCoords(0));
    double determinant = assetFromMesh.determinant();
    if (determinant == 0 || !Double.isFinite(1 / determinant)) {
      throw new ImportFailure("has a node that flattens its mesh");
    }
    Affine3 inverse = assetFromMesh.inverse();
    int[] order = determinant < 0 ? new int[] {0, 2, 1} : new int[] {0, 1, 2};
    int count = 0;
    for (int triangle = 0; triangle < corners.length / 3; triangle++) {
      Vec3[] points = new Vec3[3];
      for (int k = 0; k < 3; k++) {
        points[k] =
            assetFromMesh.transformPoint(vector(meshPositions, corners[3 * triangle + order[k]]));
      }
      Vec3 faceNormal = points[1].minus(points[0]).cross(points[2].minus(points[0]));
      if (!isUsable(faceNormal)) {
        continue;
      }
      for (int k = 0; k < 3; k++) {
        int source = corners[3 * triangle + order[k]];
        Vec3 normal =
            meshNormals == null ? Vec3.ZERO : normal(inverse, vector(meshNormals, source));
        put(positions, count, points[k]);
        put(normals, count, (isUsable(normal) ? normal : faceNormal).normalize());
        if (meshCoordinates != null) {
          textureCoordinates[2 * count] = coordinate(meshCoordinates.get(3 * source));
          textureCoordinates[2 * count + 1] = coordinate(meshCoordinates.get(3 * source + 1));
        }
        count++;
      }
    }
    return new ImportedPart(
        name,
        mesh.mMaterialIndex(),
        Arrays.copyOf(positions, 3 * count),
        Arrays.copyOf(normals, 3 * count),
        Arrays.copyOf(textureCoordinates, 2 * count),
        meshCoordinates != null);
  }

  private FloatBuffer optional(AIVector3D.Buffer vectors) {
    return vectors == null ? null : floats(vectors, mesh.mNumVertices());
  }

  /** Inverse transpose of the linear part. */
  private static Vec3 normal(Affine3 inverse, Vec3 n) {
    return new Vec3(
        inverse.m00() * n.x() + inverse.m10() * n.y() + inverse.m20() * n.z(),
        inverse.m01() * n.x() + inverse.m11() * n.y() + inverse.m21() * n.z(),
        inverse.m02() * n.x() + inverse.m12() * n.y() + inverse.m22() * n.z());
  }

  private static boolean isUsable(Vec3 direction) {
    double length = direction.length();
    return length > 1e-18 && Double.isFinite(length);
  }

  /** Textures repeat: a coordinate so large that its fraction is lost means nothing. */
  private static float coordinate(float value) {
    return Math.abs(value) < 1e4f ? value : 0; // false for NaN too
  }

  private static void put(float[] array, int index, Vec3 value) {
    array[3 * index] = (float) value.x();
    array[3 * index + 1] = (float) value.y();
    array[3 * index + 2] = (float) value.z();
  }
}
