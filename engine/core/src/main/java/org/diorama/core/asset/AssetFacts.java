package org.diorama.core.asset;

import java.util.List;
import org.diorama.core.scene.AssetReference;

/** The only view of assets that sampling has: immutable and pinned by digest. */
public interface AssetFacts {
  /**
   * The assets a reference stands for, in a fixed order; never empty.
   *
   * @throws org.diorama.core.DioramaException BAD_INPUT where there is none
   */
  List<String> candidates(AssetReference reference);

  /**
   * Facts of one asset by id; bakes it first where it has not been yet.
   *
   * @throws org.diorama.core.DioramaException BAD_INPUT where it is unknown or cannot be imported
   */
  AssetFact fact(String assetId);

  /**
   * The triangles of one level of detail and their hierarchy, for rays and collisions; read when
   * first asked for, which costs far more than a fact. Repeated calls may return the same object.
   * Safe for use by several threads.
   *
   * @param level index into {@link AssetFact#levelErrors()}
   * @throws org.diorama.core.DioramaException BAD_INPUT where the asset is unknown or cannot be
   *     imported
   */
  MeshSurface surface(String assetId, int level);
}
