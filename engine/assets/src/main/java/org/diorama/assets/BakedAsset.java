package org.diorama.assets;

import java.io.IOException;
import java.lang.ref.SoftReference;
import java.util.Optional;
import org.diorama.assets.bake.BakeFile;
import org.diorama.assets.bake.CorruptBakeException;
import org.diorama.assets.cache.BakeCache;
import org.diorama.assets.cache.CachedBake;
import org.diorama.assets.process.ImportException;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.core.asset.AssetFact;
import org.diorama.core.asset.AssetKeypoints;
import org.diorama.core.asset.MeshSurface;
import org.diorama.core.asset.Model;

/** A model file as an asset: baked when first asked for, its geometry read when first drawn. */
final class BakedAsset {
  private final String id;
  private final String category;
  private final AssetKeypoints keypoints;
  private final ModelFile file;
  private final BakeCache cache;
  private CachedBake bake;
  private SoftReference<LoadedModel> model = new SoftReference<>(null);

  /**
   * @param category empty where it has none
   */
  BakedAsset(
      String id, String category, AssetKeypoints keypoints, ModelFile file, BakeCache cache) {
    this.id = id;
    this.category = category;
    this.keypoints = keypoints;
    this.file = file;
    this.cache = cache;
  }

  synchronized AssetFact fact() {
    var header = bake().header();
    return new AssetFact(
        id,
        header.modelDigest(),
        category,
        header.bounds(),
        header.levelErrors(),
        header.surfaces(),
        keypoints);
  }

  synchronized CachedBake bake() {
    if (bake == null) {
      bake = find();
    }
    return bake;
  }

  /** Its bake where there is one already. */
  synchronized Optional<CachedBake> known() {
    try {
      return bake != null
          ? Optional.of(bake)
          : cache.find(file.source(), file.name(), file.options());
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  synchronized Model model() {
    return loaded().model();
  }

  synchronized MeshSurface surface(int level) {
    return loaded().surface(level);
  }

  private LoadedModel loaded() {
    LoadedModel loaded = model.get();
    if (loaded == null) {
      loaded = new LoadedModel(load());
      model = new SoftReference<>(loaded);
    }
    return loaded;
  }

  private Model load() {
    try {
      try {
        return BakeFile.readModel(bake().file());
      } catch (CorruptBakeException e) {
        cache.discard(bake);
        bake = find();
        return BakeFile.readModel(bake.file());
      }
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private CachedBake find() {
    try {
      return cache.get(file.source(), file.name(), file.options());
    } catch (ImportException e) {
      throw new DioramaException(ExitStatus.BAD_INPUT, file.display() + ": " + e.getMessage(), e);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private DioramaException unreadable(IOException e) {
    return new DioramaException(
        ExitStatus.INPUT_OUTPUT,
        file.display() + ": cannot be read or cached (DIORAMA_CACHE names the cache): " + e,
        e);
  }
}
