package org.diorama.core.asset;

import java.util.List;

/**
 * One level of detail. The primitive id of a triangle is its place in the level: the parts'
 * triangles counted through in order.
 *
 * @param error greatest distance from the finest level's surface, meters in the asset's space; 0
 *     for level 0
 */
public record LevelOfDetail(double error, List<Part> parts) {
  public LevelOfDetail {
    parts = List.copyOf(parts);
  }

  public int triangleCount() {
    return parts.stream().mapToInt(Part::triangleCount).sum();
  }
}
