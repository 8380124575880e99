package org.diorama.core.asset;

import java.util.List;
import org.diorama.core.math.Aabb;

/**
 * What sampling may know of one asset.
 *
 * @param id unique name, such as {@code primitive/box} or {@code
 *     sweethome3d-furniture/scopia/apples}
 * @param digest of the baked model, pinned by records and the dataset's digest
 * @param category the asset's own class, such as {@code car}; empty where it has none
 * @param bounds in the asset's space, meters
 * @param levelErrors {@link LevelOfDetail#error()} of each level, finest first
 * @param surfaces on which things can stand, by rising height; their names are unique
 * @param keypoints points of it that labels can name
 */
public record AssetFact(
    String id,
    String digest,
    String category,
    Aabb bounds,
    List<Double> levelErrors,
    List<NamedSurface> surfaces,
    AssetKeypoints keypoints) {
  public AssetFact {
    levelErrors = List.copyOf(levelErrors);
    surfaces = List.copyOf(surfaces);
  }

  /** An asset without named points. */
  public AssetFact(
      String id,
      String digest,
      String category,
      Aabb bounds,
      List<Double> levelErrors,
      List<NamedSurface> surfaces) {
    this(id, digest, category, bounds, levelErrors, surfaces, AssetKeypoints.NONE);
  }

  /** An asset on which nothing can stand. */
  public AssetFact(
      String id, String digest, String category, Aabb bounds, List<Double> levelErrors) {
    this(id, digest, category, bounds, levelErrors, List.of());
  }
}
