package org.diorama.core.asset;

import java.util.List;
import org.diorama.core.math.Vec3;

/**
 * The triangles of one level of detail, counted through its parts as primitive ids are. Shares the
 * mesh's arrays where the level's parts follow one another there.
 */
public final class LevelTriangles {
  private final float[] positions;
  private final int[] indices;
  private final int firstIndex;
  private final int[] partStarts;

  private LevelTriangles(float[] positions, int[] indices, int firstIndex, int[] partStarts) {
    this.positions = positions;
    this.indices = indices;
    this.firstIndex = firstIndex;
    this.partStarts = partStarts;
  }

  public static LevelTriangles of(Mesh mesh, LevelOfDetail level) {
    List<Part> parts = level.parts();
    int[] starts = new int[parts.size() + 1];
    boolean contiguous = true;
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      starts[i + 1] = starts[i] + part.triangleCount();
      contiguous &= part.firstIndex() == parts.get(0).firstIndex() + 3 * starts[i];
    }
    if (contiguous) {
      int first = parts.isEmpty() ? 0 : parts.get(0).firstIndex();
      return new LevelTriangles(mesh.positions(), mesh.indices(), first, starts);
    }
    int[] gathered = new int[3 * starts[parts.size()]];
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      System.arraycopy(
          mesh.indices(), part.firstIndex(), gathered, 3 * starts[i], part.indexCount());
    }
    return new LevelTriangles(mesh.positions(), gathered, 0, starts);
  }

  public int count() {
    return partStarts[partStarts.length - 1];
  }

  /** Vertex of a triangle's corner 0, 1 or 2. */
  public int vertex(int triangle, int corner) {
    return indices[firstIndex + 3 * triangle + corner];
  }

  /** Place of a triangle's corner 0, 1 or 2, in the asset's space. */
  public Vec3 corner(int triangle, int corner) {
    int v = 3 * vertex(triangle, corner);
    return new Vec3(positions[v], positions[v + 1], positions[v + 2]);
  }

  /** Index of the part that a triangle belongs to. */
  public int part(int triangle) {
    int part = 0;
    int end = partStarts.length - 1;
    // The last part that starts no later; empty ones before it start with it.
    while (end - part > 1) {
      int middle = (part + end) >>> 1;
      if (partStarts[middle] <= triangle) {
        part = middle;
      } else {
        end = middle;
      }
    }
    return part;
  }

  /** x, y, z per vertex, in the asset's space. */
  public float[] positions() {
    return positions;
  }
}
