package org.diorama.testkit;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.diorama.core.asset.AlphaMode;
import org.diorama.core.asset.Material;
import org.diorama.core.asset.Mesh;
import org.diorama.core.asset.Texture;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Vec3;

/** Meshes and materials that no author would make, and renderers must survive. */
public final class TestMeshes {
  private TestMeshes() {}

  /** Triangles without shared vertices; their normals are their planes'. */
  public static Mesh triangles(float[] positions) {
    int vertices = positions.length / 3;
    float[] normals = new float[3 * vertices];
    float[] tangents = new float[4 * vertices];
    float[] textureCoordinates = new float[2 * vertices];
    for (int t = 0; t < vertices / 3; t++) {
      Vec3 a = point(positions, 3 * t);
      Vec3 edge = point(positions, 3 * t + 1).minus(a);
      Vec3 normal = edge.cross(point(positions, 3 * t + 2).minus(a)).normalize();
      Vec3 tangent = edge.normalize();
      for (int v = 3 * t; v < 3 * t + 3; v++) {
        put(normals, 3 * v, normal);
        put(tangents, 4 * v, tangent);
        tangents[4 * v + 3] = 1;
      }
      textureCoordinates[6 * t + 2] = 1;
      textureCoordinates[6 * t + 5] = 1;
    }
    int[] indices = new int[vertices];
    Arrays.setAll(indices, i -> i);
    return new Mesh(positions, normals, tangents, textureCoordinates, indices);
  }

  /** Triangles of every size and direction inside the unit ball, some of them slivers. */
  public static Mesh soup(Random random, int triangles) {
    float[] positions = new float[9 * triangles];
    for (int t = 0; t < triangles; t++) {
      double reach = Math.exp(-3 * random.nextDouble());
      double thickness = random.nextInt(4) == 0 ? 1e-3 : 1;
      Vec3 center = gaussian(random).times(0.25);
      Vec3 along = gaussian(random).times(0.5 * reach);
      Vec3 across = gaussian(random).times(0.5 * reach * thickness);
      put(positions, 9 * t, center);
      put(positions, 9 * t + 3, center.plus(along));
      put(positions, 9 * t + 6, center.plus(across));
    }
    return triangles(positions);
  }

  /** Solid where the texture's alpha, random by texel, reaches one half. */
  public static Material masked() {
    return new Material(
        "masked",
        LinearColor.WHITE,
        0,
        0.7,
        LinearColor.BLACK,
        0,
        Material.NO_TEXTURE,
        Material.NO_TEXTURE,
        AlphaMode.MASK,
        0.5);
  }

  /** Random colors and alpha, one mip level. */
  public static Texture noise(Random random, int size) {
    byte[] texels = new byte[4 * size * size];
    random.nextBytes(texels);
    return new Texture(size, size, true, List.of(texels));
  }

  private static Vec3 gaussian(Random random) {
    return new Vec3(random.nextGaussian(), random.nextGaussian(), random.nextGaussian());
  }

  private static Vec3 point(float[] positions, int vertex) {
    return new Vec3(positions[3 * vertex], positions[3 * vertex + 1], positions[3 * vertex + 2]);
  }

  private static void put(float[] array, int at, Vec3 value) {
    array[at] = (float) value.x();
    array[at + 1] = (float) value.y();
    array[at + 2] = (float) value.z();
  }
}
