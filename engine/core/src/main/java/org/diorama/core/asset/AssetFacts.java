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
}
