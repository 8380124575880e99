package org.diorama.assets;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.diorama.assets.cache.BakeCache;
import org.diorama.assets.process.ImportLimits;
import org.diorama.assets.process.Importer;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.core.asset.AssetFact;
import org.diorama.core.asset.AssetFacts;
import org.diorama.core.asset.AssetStore;
import org.diorama.core.asset.Model;
import org.diorama.core.scene.AssetReference;

/**
 * All assets a scene can name: shapes, model files, installed packs. Files are imported in a child
 * process when their bake is not in the cache; this process never loads the importer. Safe for
 * several threads.
 */
public final class AssetLibrary implements AssetFacts, AssetStore, AutoCloseable {
  private final Path sceneFolder;
  private final ShapeAssets shapes;
  private final Importer importer;
  private final BakeCache cache;
  private final Map<String, BakedAsset> baked = new ConcurrentHashMap<>();

  /**
   * @param sceneFolder where relative model paths start
   */
  public AssetLibrary(Path sceneFolder, AssetLocations locations, ShapeMaker shapeMaker) {
    this.sceneFolder = sceneFolder;
    this.shapes = new ShapeAssets(shapeMaker);
    this.importer = new Importer(ImportLimits.DEFAULT);
    this.cache = new BakeCache(locations.cache(), importer);
  }

  @Override
  public List<String> candidates(AssetReference reference) {
    if (reference instanceof AssetReference.Primitive primitive) {
      return List.of(shapes.id(primitive));
    }
    if (reference instanceof AssetReference.ModelFile file) {
      return List.of(ModelFileIds.id(file));
    }
    throw new DioramaException(ExitStatus.BAD_INPUT, "unknown asset " + reference);
  }

  @Override
  public AssetFact fact(String assetId) {
    return assetId.startsWith(ShapeAssets.PREFIX) ? shapes.fact(assetId) : baked(assetId).fact();
  }

  @Override
  public Model model(String assetId) {
    return assetId.startsWith(ShapeAssets.PREFIX) ? shapes.model(assetId) : baked(assetId).model();
  }

  private BakedAsset baked(String id) {
    return baked.computeIfAbsent(id, this::open);
  }

  private BakedAsset open(String id) {
    if (id.startsWith(ModelFileIds.PREFIX)) {
      return new BakedAsset(id, "", ModelFileIds.parse(id, sceneFolder), cache);
    }
    throw new DioramaException(ExitStatus.BAD_INPUT, "unknown asset '" + id + "'");
  }

  /** Ends the import child, if one runs. */
  @Override
  public void close() {
    importer.close();
  }
}
