package org.diorama.cli.scene;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.diorama.assets.AssetLibrary;
import org.diorama.assets.catalog.CatalogEntry;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.core.asset.Workshop;
import org.diorama.core.ephemeris.Ephemeris;
import org.diorama.core.files.ModelFolders;
import org.diorama.core.label.keypoint.CategorySkeleton;
import org.diorama.core.label.keypoint.CategorySkeletons;
import org.diorama.core.physics.PhysicsSettler;
import org.diorama.core.physics.SettleRequest;
import org.diorama.core.sample.frame.FrameSampler;
import org.diorama.core.scene.AssetReference;
import org.diorama.core.scene.ObjectDescription;
import org.diorama.core.scene.SceneDescription;
import org.diorama.core.scene.SceneVariants;
import org.diorama.core.scene.SkyDescription;
import org.diorama.dataset.SceneSetting;
import org.diorama.dataset.SceneSource;
import org.diorama.dataset.format.AssetCredit;
import org.diorama.procedural.ProceduralWorkshop;
import org.diorama.scenefile.SceneChecks;
import org.diorama.scenefile.SceneOverride;
import org.diorama.scenefile.SceneReader;
import org.diorama.scenefile.SceneReading;
import org.diorama.scenefile.diagnostic.Findings;

/**
 * A scene without problems, and the assets it can name. Closing ends the import of assets.
 *
 * @param overrides of the command line, in the order they apply
 */
public record LoadedScene(
    SceneReading reading,
    List<SceneOverride> overrides,
    SceneVariants variants,
    AssetLibrary library)
    implements AutoCloseable {

  /**
   * Reads a scene and checks it against the assets there are.
   *
   * @param models folders outside the scene's own whose model files it may read
   * @throws DioramaException BAD_INPUT with all problems, one a line
   */
  public static LoadedScene load(Path file, List<SceneOverride> overrides, List<Path> models) {
    return load(file, overrides, models, new ProceduralWorkshop());
  }

  /**
   * Likewise, among other scenes.
   *
   * @param workshop that they share, which makes equal surfaces once
   */
  public static LoadedScene load(
      Path file, List<SceneOverride> overrides, List<Path> models, Workshop workshop) {
    SceneReading reading = SceneReader.read(file, overrides, models);
    AssetLibrary library = MachineAssets.library(folders(file, models), workshop);
    try {
      Findings findings = SceneChecks.check(reading, library);
      if (!findings.isEmpty()) {
        throw new DioramaException(ExitStatus.BAD_INPUT, findings.toString());
      }
      return new LoadedScene(reading, overrides, reading.variantsOrThrow(), library);
    } catch (RuntimeException | Error e) {
      library.close();
      throw e;
    }
  }

  /** What is wrong with a scene that was read from a file. */
  public static Findings problems(Path file, SceneReading reading, List<Path> models) {
    try (AssetLibrary library = MachineAssets.library(folders(file, models))) {
      return SceneChecks.check(reading, library);
    }
  }

  private static ModelFolders folders(Path sceneFile, List<Path> models) {
    return ModelFolders.of(sceneFile.toAbsolutePath().getParent(), models);
  }

  /**
   * Decides the scene's frames.
   *
   * @throws DioramaException NO_RENDERER where the scene asks for a simulation that this machine
   *     cannot run
   */
  public FrameSampler sampler() {
    PhysicsSettler settler =
        ServiceLoader.load(PhysicsSettler.class).findFirst().orElseGet(PhysicsSettler::none);
    if (everyObject().anyMatch(object -> object.settling().isPresent())) {
      settler.settle(SettleRequest.NOTHING);
    }
    Ephemeris ephemeris =
        ServiceLoader.load(Ephemeris.class).findFirst().orElseGet(Ephemeris::none);
    return new FrameSampler(variants, library, settler, ephemeris);
  }

  /** The scene without any level's changes. */
  public SceneDescription description() {
    return variants.base();
  }

  /** Ids of every asset that a frame may show, each once, in the order of the scene. */
  public List<String> assetIds() {
    return references()
        .flatMap(asset -> library.candidates(asset).stream())
        .distinct()
        .collect(Collectors.toCollection(ArrayList::new));
  }

  /** Who made assets; each is baked first where needed. */
  public List<AssetCredit> credits(Collection<String> ids) {
    return ids.stream().map(this::credit).toList();
  }

  /** Images of skies that a frame may show, each once. */
  public List<AssetCredit> skyCredits() {
    return everyScene()
        .map(scene -> scene.lighting().sky())
        .filter(SkyDescription.Image.class::isInstance)
        .map(sky -> ((SkyDescription.Image) sky).file())
        .distinct()
        .map(file -> new AssetCredit(file, library.skyFact(file).digest(), "", ""))
        .toList();
  }

  /** Named points of the categories that frames may show. */
  public List<CategorySkeleton> skeletons() {
    return CategorySkeletons.of(everyObject(), description().categories(), library);
  }

  private AssetCredit credit(String id) {
    Optional<CatalogEntry> entry = library.catalogEntry(id);
    return new AssetCredit(
        id,
        library.fact(id).digest(),
        entry.map(CatalogEntry::license).orElse(""),
        entry.map(CatalogEntry::attribution).orElse(""));
  }

  /** What the scene says for shapes, built assets and model files, by the id of the asset. */
  public Map<String, AssetReference> shapesAndFiles() {
    Map<String, AssetReference> byId = new HashMap<>();
    references()
        .flatMap(LoadedScene::alone)
        .filter(
            asset ->
                asset instanceof AssetReference.Primitive
                    || asset instanceof AssetReference.Built
                    || asset instanceof AssetReference.ModelFile)
        .forEach(asset -> byId.put(library.candidates(asset).get(0), asset));
    return byId;
  }

  private static Stream<AssetReference> alone(AssetReference asset) {
    return asset instanceof AssetReference.OneOf one
        ? one.alternatives().stream().flatMap(LoadedScene::alone)
        : Stream.of(asset);
  }

  private Stream<AssetReference> references() {
    return everyObject().flatMap(object -> object.asset().stream());
  }

  /** Of the scene and of each level of its factors. */
  private Stream<ObjectDescription> everyObject() {
    return everyScene().flatMap(SceneDescription::allObjects);
  }

  private Stream<SceneDescription> everyScene() {
    return Stream.concat(
        Stream.of(description()),
        reading.levels().stream().flatMap(level -> level.scene().stream()));
  }

  /** The scene as it was given. */
  public SceneSource source() {
    Map<String, byte[]> files = new HashMap<>();
    reading.sources().forEach(source -> files.put(source.name(), source.bytes()));
    return new SceneSource(
        reading.sources().get(0).name(),
        overrides.stream().map(set -> new SceneSetting(set.path(), set.value())).toList(),
        files);
  }

  @Override
  public void close() {
    library.close();
  }
}
