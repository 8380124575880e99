package org.diorama.core.label.box;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.diorama.core.asset.LevelTriangles;
import org.diorama.core.asset.MeshSurface;
import org.diorama.core.math.Aabb;

/**
 * The corners of a level's triangles, each place once: meshes repeat those at seams, which boxes
 * need not visit again.
 *
 * @param positions x, y, z of each, in the asset's space, meters
 * @param triangles three indices each
 * @param bounds of them all; empty where there are none
 */
public record LevelPoints(float[] positions, int[] triangles, Aabb bounds) {
  private record Place(float x, float y, float z) {}

  public static LevelPoints of(MeshSurface surface) {
    LevelTriangles source = surface.triangles();
    float[] given = source.positions();
    float[] positions = new float[9 * source.count()];
    int[] triangles = new int[3 * source.count()];
    Map<Place, Integer> known = new HashMap<>();
    for (int i = 0; i < triangles.length; i++) {
      int at = 3 * source.vertex(i / 3, i % 3);
      // Adding zero makes one of both zeros.
      Place place = new Place(given[at] + 0f, given[at + 1] + 0f, given[at + 2] + 0f);
      Integer index = known.get(place);
      if (index == null) {
        index = known.size();
        known.put(place, index);
        positions[3 * index] = place.x();
        positions[3 * index + 1] = place.y();
        positions[3 * index + 2] = place.z();
      }
      triangles[i] = index;
    }
    return new LevelPoints(Arrays.copyOf(positions, 3 * known.size()), triangles, surface.bounds());
  }
}
