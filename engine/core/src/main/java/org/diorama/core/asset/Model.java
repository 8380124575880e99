package org.diorama.core.asset;

import java.util.List;
import org.diorama.core.math.Aabb;

/**
 * A baked asset, ready to draw.
 *
 * @param digest SHA-256 of its content, lower-case hexadecimal; equal digests are equal models
 * @param bounds of level 0 in the asset's space
 * @param levels finest first; at least one
 * @param hierarchies one for each level, over that level's triangles
 */
public record Model(
    String digest,
    Aabb bounds,
    Mesh mesh,
    List<Material> materials,
    List<Texture> textures,
    List<LevelOfDetail> levels,
    List<MeshBvh> hierarchies) {
  public Model {
    materials = List.copyOf(materials);
    textures = List.copyOf(textures);
    levels = List.copyOf(levels);
    hierarchies = List.copyOf(hierarchies);
    if (levels.isEmpty() || levels.size() != hierarchies.size()) {
      throw new IllegalArgumentException("a model has at least one level, each with a hierarchy");
    }
  }
}
