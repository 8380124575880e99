package org.diorama.assets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.diorama.assets.bake.BakeHeader;
import org.diorama.assets.cache.BakeCache;
import org.diorama.assets.cache.CachedBake;
import org.diorama.assets.catalog.CatalogEntry;
import org.diorama.assets.process.ImportLimits;
import org.diorama.assets.process.Importer;
import org.diorama.assets.sky.SkyImageFiles;
import org.diorama.core.DioramaException;
import org.diorama.core.asset.AssetFact;
import org.diorama.core.asset.AssetFacts;
import org.diorama.core.asset.AssetKeypoints;
import org.diorama.core.asset.AssetParts;
import org.diorama.core.asset.AssetStore;
import org.diorama.core.asset.Dress;
import org.diorama.core.asset.MeshSurface;
import org.diorama.core.asset.Model;
import org.diorama.core.asset.Workshop;
import org.diorama.core.files.ModelFolders;
import org.diorama.core.scene.AssetReference;
import org.diorama.core.sky.image.SkyImage;
import org.diorama.core.sky.image.SkyImageFact;

/**
 * All assets a scene can name: shapes, model files, installed packs. Files are imported in a child
 * process when their bake is not in the cache; this process never loads the importer. Safe for
 * several threads.
 */
public final class AssetLibrary implements AssetFacts, AssetStore, AutoCloseable {
  private final ModelFolders modelFolders;
  private final SkyImageFiles skies;
  private final ShapeAssets shapes;
  private final Workshop workshop;
  private final PackAssets packs;
  private final Importer importer;
  private final BakeCache cache;
  private final Map<String, BakedAsset> baked = new ConcurrentHashMap<>();

  /**
   * @param modelFolders that model files and images of skies may lie in
   */
  public AssetLibrary(ModelFolders modelFolders, AssetLocations locations, Workshop workshop) {
    this.modelFolders = modelFolders;
    this.skies = new SkyImageFiles(modelFolders);
    this.workshop = workshop;
    this.shapes = new ShapeAssets(workshop);
    this.packs = new PackAssets(locations.packs());
    this.importer = new Importer(ImportLimits.DEFAULT);
    this.cache = new BakeCache(locations.cache(), importer);
  }

  /** Whether an asset is a file of a scene's author, found from the scene's folder. */
  public boolean isModelFile(String id) {
    return id.startsWith(ModelFileIds.PREFIX);
  }

  /**
   * @throws DioramaException BAD_INPUT where there is none, with the nearest names or the command
   *     that installs the missing pack
   */
  @Override
  public List<String> candidates(AssetReference reference) {
    if (reference instanceof AssetReference.OneOf any) {
      return any.alternatives().stream()
          .flatMap(alternative -> candidates(alternative).stream())
          .distinct()
          .toList();
    }
    if (reference instanceof AssetReference.Primitive primitive) {
      return List.of(shapes.id(primitive));
    }
    if (reference instanceof AssetReference.Built built) {
      return List.of(shapes.id(built));
    }
    if (reference instanceof AssetReference.ModelFile file) {
      return List.of(ModelFileIds.id(file));
    }
    if (reference instanceof AssetReference.CatalogEntry entry) {
      return List.of(packs.entry(entry.id()).id());
    }
    return packs.ofCategories(((AssetReference.AnyOf) reference).categories());
  }

  @Override
  public AssetFact fact(String assetId) {
    return ShapeAssets.has(assetId) ? shapes.fact(assetId) : baked(assetId).fact();
  }

  @Override
  public MeshSurface surface(String assetId, int level) {
    return ShapeAssets.has(assetId)
        ? shapes.surface(assetId, level)
        : baked(assetId).surface(level);
  }

  @Override
  public AssetParts parts(String assetId, int level) {
    return AssetParts.of(model(assetId), level);
  }

  @Override
  public Model model(String assetId) {
    return ShapeAssets.has(assetId) ? shapes.model(assetId) : baked(assetId).model();
  }

  @Override
  public SkyImageFact skyFact(String file) {
    return skies.fact(file);
  }

  @Override
  public SkyImage skyImage(String file) {
    return skies.image(file);
  }

  @Override
  public Model dress(Model model, Dress dress) {
    return workshop.dress(model, dress);
  }

  /** What a pack says of an asset; empty for shapes, files and unknown assets. */
  public Optional<CatalogEntry> catalogEntry(String assetId) {
    // The catalog is read from archives: scenes without a pack's models do without.
    return ShapeAssets.has(assetId) || isModelFile(assetId)
        ? Optional.empty()
        : packs.catalog().find(assetId);
  }

  /**
   * The header of an asset's bake: the files it came from, warnings, levels. Bakes it first where
   * needed.
   *
   * @throws DioramaException BAD_INPUT where it is unknown, a shape, or cannot be imported
   */
  public BakeHeader bakeHeader(String assetId) {
    return baked(assetId).bake().header();
  }

  /** Every model of every installed pack, by id. Nothing is baked for it. */
  public List<AssetRow> rows() {
    return packs.catalog().entries().stream().map(this::row).toList();
  }

  private AssetRow row(CatalogEntry entry) {
    Optional<CachedBake> known = baked(entry.id()).known();
    OptionalInt triangles =
        known.isPresent()
            ? OptionalInt.of(known.get().header().levelTriangles().get(0))
            : OptionalInt.empty();
    return new AssetRow(
        entry.id(), entry.category(), entry.pack(), entry.license(), triangles, entry.size());
  }

  /**
   * Bakes every model of every installed pack that has no bake yet.
   *
   * @param progress is given each id when its turn is over
   */
  public BakeReport bakeAll(Consumer<String> progress) {
    long start = System.nanoTime();
    List<String> failures = new ArrayList<>();
    List<String> warnings = new ArrayList<>();
    long bytes = 0;
    int count = 0;
    for (CatalogEntry entry : packs.catalog().entries()) {
      try {
        CachedBake bake = baked(entry.id()).bake();
        bake.header().warnings().forEach(line -> warnings.add(entry.id() + ": " + line));
        bytes += Files.size(bake.file());
        count++;
      } catch (DioramaException e) {
        failures.add(e.getMessage());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      progress.accept(entry.id());
    }
    return new BakeReport(count, failures, warnings, (System.nanoTime() - start) * 1e-9, bytes);
  }

  private BakedAsset baked(String id) {
    return baked.computeIfAbsent(id, this::open);
  }

  private BakedAsset open(String id) {
    if (isModelFile(id)) {
      return new BakedAsset(
          id, "", AssetKeypoints.NONE, ModelFileIds.parse(id, modelFolders), cache);
    }
    CatalogEntry entry = packs.entry(id);
    return new BakedAsset(id, entry.category(), packs.keypoints(entry), packs.file(entry), cache);
  }

  /** Ends the import child, if one runs. */
  @Override
  public void close() {
    importer.close();
  }
}
