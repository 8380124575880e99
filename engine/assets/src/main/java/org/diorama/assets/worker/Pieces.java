package org.diorama.assets.worker;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diorama.core.math.Vec3;

/** Connected pieces of a part: triangles that share corners, whatever their normals. */
final class Pieces {
  /** A corner's place; equal ones are bit by bit the same. */
  private record Place(float x, float y, float z) {}

  private Pieces() {}

  /**
   * In the order of their first triangles; triangles in theirs.
   *
   * @param part of whole triangles
   */
  static List<ImportedPart> of(ImportedPart part) {
    int[] above = new int[part.corners()];
    Map<Place, Integer> first = new HashMap<>();
    for (int corner = 0; corner < above.length; corner++) {
      Integer same = first.putIfAbsent(place(part, corner), corner);
      above[corner] = same == null ? corner : same;
    }
    for (int corner = 0; corner < above.length; corner += 3) {
      join(above, corner, corner + 1);
      join(above, corner, corner + 2);
    }
    Map<Integer, List<Integer>> triangles = new LinkedHashMap<>();
    for (int corner = 0; corner < above.length; corner += 3) {
      triangles.computeIfAbsent(root(above, corner), key -> new ArrayList<>()).add(corner);
    }
    return triangles.values().stream().map(corners -> piece(part, corners)).toList();
  }

  private static Place place(ImportedPart part, int corner) {
    float[] positions = part.positions();
    // Plus 0: -0 and 0 are one place.
    return new Place(
        positions[3 * corner] + 0f, positions[3 * corner + 1] + 0f, positions[3 * corner + 2] + 0f);
  }

  private static void join(int[] above, int one, int other) {
    above[root(above, other)] = root(above, one);
  }

  private static int root(int[] above, int corner) {
    int at = corner;
    while (above[at] != at) {
      above[at] = above[above[at]];
      at = above[at];
    }
    return at;
  }

  private static ImportedPart piece(ImportedPart part, List<Integer> triangles) {
    float[] positions = new float[9 * triangles.size()];
    float[] normals = new float[9 * triangles.size()];
    float[] textureCoordinates = new float[6 * triangles.size()];
    for (int i = 0; i < triangles.size(); i++) {
      int corner = triangles.get(i);
      System.arraycopy(part.positions(), 3 * corner, positions, 9 * i, 9);
      System.arraycopy(part.normals(), 3 * corner, normals, 9 * i, 9);
      System.arraycopy(part.textureCoordinates(), 2 * corner, textureCoordinates, 6 * i, 6);
    }
    return new ImportedPart(
        part.name(), part.material(), positions, normals, textureCoordinates, part.textured());
  }

  /** Of the box around a part, in its space. */
  static Vec3 middle(ImportedPart part) {
    double[] middle = new double[3];
    for (int axis = 0; axis < 3; axis++) {
      double least = Double.POSITIVE_INFINITY;
      double most = Double.NEGATIVE_INFINITY;
      for (int at = axis; at < part.positions().length; at += 3) {
        least = Math.min(least, part.positions()[at]);
        most = Math.max(most, part.positions()[at]);
      }
      middle[axis] = (least + most) / 2;
    }
    return new Vec3(middle[0], middle[1], middle[2]);
  }
}
