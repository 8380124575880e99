package org.diorama.core.asset;

import java.util.List;
import org.diorama.core.math.Aabb;

/**
 * A baked asset, ready to draw.
 *
 * @param digest SHA-256 of its content, lower-case hexadecimal; equal digests are equal models
 * @param bounds of level 0 in the asset's space
 * @param partNames of its named parts, each once; what labels tell apart
 * @param levels finest first; at least one
 * @param hierarchies one for each level, over that level's triangles
 */
public record Model(
    String digest,
    Aabb bounds,
    Mesh mesh,
    List<Material> materials,
    List<String> partNames,
    List<Texture> textures,
    List<LevelOfDetail> levels,
    List<MeshBvh> hierarchies) {
  public Model {
    materials = List.copyOf(materials);
    partNames = List.copyOf(partNames);
    textures = List.copyOf(textures);
    levels = List.copyOf(levels);
    hierarchies = List.copyOf(hierarchies);
    if (levels.isEmpty() || levels.size() != hierarchies.size()) {
      throw new IllegalArgumentException("a model has at least one level, each with a hierarchy");
    }
  }

  /** A model whose parts are told apart by their materials alone. */
  public Model(
      String digest,
      Aabb bounds,
      Mesh mesh,
      List<Material> materials,
      List<Texture> textures,
      List<LevelOfDetail> levels,
      List<MeshBvh> hierarchies) {
    this(digest, bounds, mesh, materials, names(materials), textures, levels, hierarchies);
  }

  private static List<String> names(List<Material> materials) {
    return materials.stream().map(Material::name).toList();
  }
}
