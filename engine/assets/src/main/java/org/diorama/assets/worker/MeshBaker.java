package org.diorama.assets.worker;

import static org.lwjgl.util.meshoptimizer.MeshOptimizer.meshopt_generateVertexRemap;
import static org.lwjgl.util.meshoptimizer.MeshOptimizer.meshopt_optimizeVertexCache;
import static org.lwjgl.util.meshoptimizer.MeshOptimizer.meshopt_optimizeVertexFetchRemap;

import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.function.IntPredicate;
import org.diorama.core.asset.LevelOfDetail;
import org.diorama.core.asset.Mesh;
import org.diorama.core.asset.Part;
import org.lwjgl.system.MemoryUtil;

/**
 * Makes one indexed mesh of a scene's triangles: equal vertices joined, levels of detail added,
 * triangles and vertices in the order that suits a GPU's caches.
 */
final class MeshBaker {
  /** Floats of an interleaved vertex: position, normal, tangent, texture coordinates. */
  private static final int FLOATS = 12;

  private static final int ERROR_SAMPLES = 2000;

  private MeshBaker() {}

  record Baked(Mesh mesh, List<String> partNames, List<LevelOfDetail> levels) {}

  /**
   * @param parts of which no two share name and material
   * @param needsTangents whether the material of that number reads tangents
   */
  static Baked bake(List<ImportedPart> parts, IntPredicate needsTangents) {
    float[] corners = interleave(parts, needsTangents);
    int[] vertexOfCorner = new int[corners.length / FLOATS];
    float[] vertices = join(corners, vertexOfCorner);
    float[] positions = positions(vertices);

    List<int[]> finest = new ArrayList<>();
    int corner = 0;
    for (ImportedPart part : parts) {
      int[] indices = Arrays.copyOfRange(vertexOfCorner, corner, corner + part.corners());
      finest.add(cacheOrder(indices, positions.length / 3));
      corner += part.corners();
    }
    List<SimplifiedLevel> levels = Simplifier.levels(finest, positions);

    List<String> names = parts.stream().map(ImportedPart::name).distinct().toList();
    List<int[]> runs = new ArrayList<>();
    List<LevelOfDetail> described = new ArrayList<>();
    int first = 0;
    for (SimplifiedLevel level : levels) {
      List<Part> levelParts = new ArrayList<>();
      for (int i = 0; i < parts.size(); i++) {
        int[] indices = cacheOrder(level.parts().get(i), positions.length / 3);
        if (indices.length > 0) {
          ImportedPart part = parts.get(i);
          int name = names.indexOf(part.name());
          levelParts.add(new Part(part.material(), name, first, indices.length));
          runs.add(indices);
          first += indices.length;
        }
      }
      described.add(new LevelOfDetail(level.error(), levelParts));
    }
    Mesh mesh = fetchOrder(vertices, concatenate(runs, first));
    return new Baked(mesh, names, measured(mesh, described));
  }

  /**
   * The levels with errors that were measured, at samples: the simplifier's own estimate is too low
   * where it leaves out thin things. A level that errs as much as a coarser one is left out.
   */
  private static List<LevelOfDetail> measured(Mesh mesh, List<LevelOfDetail> levels) {
    LevelOfDetail finest = levels.get(0);
    if (levels.size() == 1) {
      return levels;
    }
    SurfaceDistance surface = new SurfaceDistance(mesh, finest);
    Deque<LevelOfDetail> result = new ArrayDeque<>();
    double coarserError = Double.POSITIVE_INFINITY;
    for (int i = levels.size() - 1; i > 0; i--) {
      LevelOfDetail level = levels.get(i);
      double lost = new SurfaceDistance(mesh, level).greatest(finest, ERROR_SAMPLES);
      double added = surface.greatest(level, ERROR_SAMPLES);
      double error = Math.max(level.error(), Math.max(lost, added));
      if (error < coarserError) {
        result.addFirst(new LevelOfDetail(error, level.parts()));
        coarserError = error;
      }
    }
    result.addFirst(finest);
    return List.copyOf(result);
  }

  private static float[] interleave(List<ImportedPart> parts, IntPredicate needsTangents) {
    int total = parts.stream().mapToInt(ImportedPart::corners).sum();
    float[] result = new float[FLOATS * total];
    int at = 0;
    for (ImportedPart part : parts) {
      float[] tangents =
          part.textured() && needsTangents.test(part.material())
              ? Tangents.ofTexture(part)
              : Tangents.ofNormals(part.normals());
      for (int i = 0; i < part.corners(); i++, at += FLOATS) {
        System.arraycopy(part.positions(), 3 * i, result, at, 3);
        System.arraycopy(part.normals(), 3 * i, result, at + 3, 3);
        System.arraycopy(tangents, 4 * i, result, at + 6, 4);
        System.arraycopy(part.textureCoordinates(), 2 * i, result, at + 10, 2);
      }
    }
    for (int i = 0; i < result.length; i++) {
      result[i] += 0.0f; // -0 becomes 0, so that equal vertices have equal bits
    }
    return result;
  }

  /** Fills {@code vertexOfCorner} and returns the distinct vertices. */
  private static float[] join(float[] corners, int[] vertexOfCorner) {
    int count = vertexOfCorner.length;
    try (NativeArrays arrays = new NativeArrays()) {
      ByteBuffer bytes = MemoryUtil.memByteBuffer(arrays.floats(corners));
      IntBuffer remap = arrays.ints(count);
      int unique = (int) meshopt_generateVertexRemap(remap, null, count, bytes, count, 4L * FLOATS);
      remap.get(vertexOfCorner);
      return gather(corners, vertexOfCorner, unique);
    }
  }

  private static float[] gather(float[] vertices, int[] newOfOld, int unique) {
    float[] result = new float[FLOATS * unique];
    for (int old = 0; old < newOfOld.length; old++) {
      if (newOfOld[old] >= 0) {
        System.arraycopy(vertices, FLOATS * old, result, FLOATS * newOfOld[old], FLOATS);
      }
    }
    return result;
  }

  private static int[] cacheOrder(int[] indices, int vertices) {
    if (indices.length == 0) {
      return indices;
    }
    int[] result = new int[indices.length];
    try (NativeArrays arrays = new NativeArrays()) {
      IntBuffer ordered = arrays.ints(indices.length);
      meshopt_optimizeVertexCache(ordered, arrays.ints(indices), vertices);
      ordered.get(result);
    }
    return result;
  }

  private static Mesh fetchOrder(float[] vertices, int[] indices) {
    int[] newOfOld = new int[vertices.length / FLOATS];
    int used;
    try (NativeArrays arrays = new NativeArrays()) {
      IntBuffer remap = arrays.ints(newOfOld.length);
      used = (int) meshopt_optimizeVertexFetchRemap(remap, arrays.ints(indices));
      remap.get(newOfOld);
    }
    float[] ordered = gather(vertices, newOfOld, used);
    int[] renumbered = Arrays.stream(indices).map(index -> newOfOld[index]).toArray();
    return new Mesh(
        component(ordered, 0, 3),
        component(ordered, 3, 3),
        component(ordered, 6, 4),
        component(ordered, 10, 2),
        renumbered);
  }

  private static float[] positions(float[] vertices) {
    return component(vertices, 0, 3);
  }

  private static float[] component(float[] vertices, int offset, int length) {
    float[] result = new float[vertices.length / FLOATS * length];
    for (int i = 0; i < vertices.length / FLOATS; i++) {
      System.arraycopy(vertices, FLOATS * i + offset, result, length * i, length);
    }
    return result;
  }

  private static int[] concatenate(List<int[]> runs, int total) {
    int[] result = new int[total];
    int at = 0;
    for (int[] run : runs) {
      System.arraycopy(run, 0, result, at, run.length);
      at += run.length;
    }
    return result;
  }
}
