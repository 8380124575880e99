package org.diorama.testkit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.core.asset.AssetFact;
import org.diorama.core.asset.AssetFacts;
import org.diorama.core.asset.AssetKeypoints;
import org.diorama.core.asset.AssetParts;
import org.diorama.core.asset.AssetStore;
import org.diorama.core.asset.Dress;
import org.diorama.core.asset.LevelOfDetail;
import org.diorama.core.asset.Material;
import org.diorama.core.asset.Mesh;
import org.diorama.core.asset.MeshBounds;
import org.diorama.core.asset.MeshSurface;
import org.diorama.core.asset.Model;
import org.diorama.core.asset.ModelDigest;
import org.diorama.core.asset.Part;
import org.diorama.core.asset.Texture;
import org.diorama.core.bvh.MeshBvhBuilder;
import org.diorama.core.math.Affine3;
import org.diorama.core.render.Draw;
import org.diorama.core.sample.SampledMaterial;
import org.diorama.core.scene.AssetReference;
import org.diorama.core.sky.image.Panorama;
import org.diorama.core.sky.image.SkyImage;
import org.diorama.core.sky.image.SkyImageFact;
import org.diorama.core.support.SupportFinder;
import org.diorama.procedural.surface.Dresser;

/** Models made by a test, none with a category. Fill it before sampling or rendering starts. */
public final class InMemoryAssets implements AssetFacts, AssetStore {
  private final Map<String, Model> models = new LinkedHashMap<>();
  private final Map<String, AssetKeypoints> keypoints = new LinkedHashMap<>();
  private final Map<String, SkyImage> skies = new LinkedHashMap<>();
  private final Dresser dresser = new Dresser();

  /** Adds a mesh of one level and one material. */
  public void add(String id, Mesh mesh, Material material, Texture... textures) {
    add(
        id,
        mesh,
        List.of(material),
        List.of(textures),
        List.of(new LevelOfDetail(0, List.of(new Part(0, 0, mesh.indices().length)))));
  }

  /** Adds an image of a sky that says nothing of its unit. */
  public void addSky(String file, Panorama image) {
    skies.put(file, SkyImage.of(image, "digest of " + file, OptionalDouble.empty()));
  }

  /** Names points of a model. */
  public void name(String id, AssetKeypoints points) {
    keypoints.put(id, points);
  }

  /** Draws the finest level of a model as it was added. */
  public Draw draw(int instanceId, String id, Affine3 worldFromObject) {
    return draw(instanceId, id, worldFromObject, SampledMaterial.NONE);
  }

  /** Draws the finest level of a model in a material. */
  public Draw draw(int instanceId, String id, Affine3 worldFromObject, SampledMaterial material) {
    return new Draw(instanceId, id, model(id).digest(), 0, worldFromObject, material);
  }

  @Override
  public SkyImage skyImage(String file) {
    return skies.get(file);
  }

  @Override
  public SkyImageFact skyFact(String file) {
    return skyImage(file).fact();
  }

  /** Adds a mesh with parts and levels of detail. */
  public void add(
      String id,
      Mesh mesh,
      List<Material> materials,
      List<Texture> textures,
      List<LevelOfDetail> levels) {
    models.put(
        id,
        new Model(
            ModelDigest.of(mesh, materials, textures, levels),
            MeshBounds.of(mesh, levels.get(0)),
            mesh,
            materials,
            textures,
            levels,
            levels.stream().map(level -> MeshBvhBuilder.build(mesh, level)).toList()));
  }

  @Override
  public Model model(String assetId) {
    Model model = models.get(assetId);
    if (model == null) {
      throw new DioramaException(ExitStatus.BAD_INPUT, "no test asset " + assetId);
    }
    return model;
  }

  @Override
  public Model dress(Model model, Dress dress) {
    return dresser.dress(model, dress);
  }

  /** Catalog entries by id, and lists of them. */
  @Override
  public List<String> candidates(AssetReference reference) {
    if (reference instanceof AssetReference.OneOf any) {
      return any.alternatives().stream().flatMap(one -> candidates(one).stream()).toList();
    }
    if (reference instanceof AssetReference.CatalogEntry entry && models.containsKey(entry.id())) {
      return List.of(entry.id());
    }
    throw new DioramaException(ExitStatus.BAD_INPUT, "no test asset " + reference);
  }

  @Override
  public AssetFact fact(String assetId) {
    Model model = model(assetId);
    return new AssetFact(
        assetId,
        model.digest(),
        "",
        model.bounds(),
        model.levels().stream().map(LevelOfDetail::error).toList(),
        SupportFinder.find(MeshSurface.of(model, 0)),
        keypoints.getOrDefault(assetId, AssetKeypoints.NONE));
  }

  @Override
  public AssetParts parts(String assetId, int level) {
    return AssetParts.of(model(assetId), level);
  }

  @Override
  public MeshSurface surface(String assetId, int level) {
    return MeshSurface.of(model(assetId), level);
  }
}
