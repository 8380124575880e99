package org.diorama.core.asset;

import java.util.List;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.core.scene.AssetReference;
import org.diorama.core.sky.image.SkyImageFact;

/** The only view of assets that sampling has: immutable and pinned by digest. */
public interface AssetFacts {
  /**
   * The assets a reference stands for, in a fixed order; never empty.
   *
   * @throws DioramaException BAD_INPUT where there is none
   */
  List<String> candidates(AssetReference reference);

  /**
   * Facts of one asset by id; bakes it first where it has not been yet.
   *
   * @throws DioramaException BAD_INPUT where it is unknown or cannot be imported
   */
  AssetFact fact(String assetId);

  /**
   * The triangles of one level of detail and their hierarchy, for rays and collisions; read when
   * first asked for, which costs far more than a fact. Repeated calls may return the same object.
   * Safe for use by several threads.
   *
   * @param level index into {@link AssetFact#levelErrors()}
   * @throws DioramaException BAD_INPUT where the asset is unknown or cannot be imported
   */
  MeshSurface surface(String assetId, int level);

  /**
   * Names of the parts of an asset, which labels tell.
   *
   * @param level index into {@link AssetFact#levelErrors()}
   * @throws DioramaException BAD_INPUT where the asset is unknown or cannot be imported
   */
  default AssetParts parts(String assetId, int level) {
    throw new DioramaException(ExitStatus.BAD_INPUT, "there are no parts of " + assetId + " here");
  }

  /**
   * Facts of an image of a sky; reads it first where it has not been yet.
   *
   * @param file as the scene names it
   * @throws DioramaException BAD_INPUT where there is none that may be read, or it is damaged
   */
  default SkyImageFact skyFact(String file) {
    throw new DioramaException(ExitStatus.BAD_INPUT, "there are no images of skies here");
  }
}
