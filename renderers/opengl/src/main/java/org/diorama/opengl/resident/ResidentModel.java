package org.diorama.opengl.resident;

import java.util.List;
import org.diorama.core.asset.LevelOfDetail;
import org.diorama.core.asset.Material;
import org.diorama.core.math.Aabb;

/**
 * A model whose geometry and images are on the device.
 *
 * @param firstVertex in the vertex arena
 * @param firstIndex in the index arena
 */
public record ResidentModel(
    String digest,
    Aabb bounds,
    List<LevelOfDetail> levels,
    List<Material> materials,
    int firstVertex,
    int vertices,
    int firstIndex,
    int indices,
    List<ResidentImage> images) {
  public ResidentModel {
    levels = List.copyOf(levels);
    materials = List.copyOf(materials);
    images = List.copyOf(images);
  }
}
