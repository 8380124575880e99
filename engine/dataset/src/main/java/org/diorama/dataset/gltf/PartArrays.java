package org.diorama.dataset.gltf;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.diorama.core.asset.Mesh;
import org.diorama.core.asset.Model;
import org.diorama.core.asset.Part;

/**
 * The vertices and triangles of one part of a model's level as accessors, in the asset's space.
 * Vertices that the part does not use are left out; the order of the triangles stays. Attributes
 * are written when they are first asked for.
 */
final class PartArrays {
  private static final int LARGEST_SHORT = 65535;

  private final Part part;
  private final Mesh mesh;
  private final BinaryChunk binary;
  private final List<Gltf.Accessor> accessors;
  private final int[] vertices;
  private final int indices;
  private final int positions;
  private final int normals;
  private OptionalInt tangents = OptionalInt.empty();
  private OptionalInt textureCoordinates = OptionalInt.empty();

  PartArrays(Model model, Part part, BinaryChunk binary, List<Gltf.Accessor> accessors) {
    this.part = part;
    this.mesh = model.mesh();
    this.binary = binary;
    this.accessors = accessors;
    int[] used =
        Arrays.copyOfRange(
            mesh.indices(), part.firstIndex(), part.firstIndex() + part.indexCount());
    this.vertices = Arrays.stream(used).sorted().distinct().toArray();
    this.positions = add("VEC3", gather(mesh.positions(), 3), true);
    this.normals = add("VEC3", unit(gather(mesh.normals(), 3), 3), false);
    // 65535 itself would end a strip.
    boolean shorts = vertices.length <= LARGEST_SHORT;
    Arrays.setAll(used, i -> Arrays.binarySearch(vertices, used[i]));
    accessors.add(
        new Gltf.Accessor(
            binary.add(used, shorts),
            shorts ? Gltf.UNSIGNED_SHORT : Gltf.UNSIGNED_INT,
            used.length,
            "SCALAR",
            new double[0],
            new double[0]));
    this.indices = accessors.size() - 1;
  }

  Part part() {
    return part;
  }

  int indices() {
    return indices;
  }

  int positions() {
    return positions;
  }

  int normals() {
    return normals;
  }

  int tangents() {
    if (tangents.isEmpty()) {
      float[] values = unit(gather(mesh.tangents(), 4), 4);
      tangents = OptionalInt.of(add("VEC4", values, false));
    }
    return tangents.getAsInt();
  }

  int textureCoordinates() {
    if (textureCoordinates.isEmpty()) {
      float[] values = gather(mesh.textureCoordinates(), 2);
      textureCoordinates = OptionalInt.of(add("VEC2", values, false));
    }
    return textureCoordinates.getAsInt();
  }

  private float[] gather(float[] all, int stride) {
    float[] values = new float[vertices.length * stride];
    for (int i = 0; i < vertices.length; i++) {
      System.arraycopy(all, vertices[i] * stride, values, i * stride, stride);
    }
    return values;
  }

  /**
   * Rounds the first three components to unit length; the model's own are so within a thousandth.
   */
  private static float[] unit(float[] values, int stride) {
    for (int i = 0; i < values.length; i += stride) {
      double x = values[i];
      double y = values[i + 1];
      double z = values[i + 2];
      double length = Math.sqrt(x * x + y * y + z * z);
      values[i] = (float) (x / length);
      values[i + 1] = (float) (y / length);
      values[i + 2] = (float) (z / length);
    }
    return values;
  }

  private int add(String type, float[] values, boolean bounds) {
    int stride = values.length / vertices.length;
    double[] min = new double[bounds ? stride : 0];
    double[] max = new double[bounds ? stride : 0];
    Arrays.fill(min, Double.POSITIVE_INFINITY);
    Arrays.fill(max, Double.NEGATIVE_INFINITY);
    for (int i = 0; bounds && i < values.length; i++) {
      min[i % stride] = Math.min(min[i % stride], values[i]);
      max[i % stride] = Math.max(max[i % stride], values[i]);
    }
    accessors.add(
        new Gltf.Accessor(binary.add(values), Gltf.FLOAT, vertices.length, type, min, max));
    return accessors.size() - 1;
  }
}
