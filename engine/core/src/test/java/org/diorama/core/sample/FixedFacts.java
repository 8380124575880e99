package org.diorama.core.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.core.asset.AssetFact;
import org.diorama.core.asset.AssetFacts;
import org.diorama.core.asset.AssetKeypoints;
import org.diorama.core.asset.MeshSurface;
import org.diorama.core.bvh.ClosedMeshes;
import org.diorama.core.math.Aabb;
import org.diorama.core.math.Vec3;
import org.diorama.core.scene.AssetReference;
import org.diorama.core.sky.image.SkyImageFact;
import org.diorama.core.support.SupportFinder;

/** A catalog that is written down. */
public final class FixedFacts implements AssetFacts {
  private final Map<String, AssetFact> facts = new TreeMap<>();
  private final Map<String, SkyImageFact> skies = new TreeMap<>();
  private final Map<String, MeshSurface> surfaces = new TreeMap<>();

  /** A unit box that stands on z = 0, without a category, and no coarser level. */
  public static final FixedFacts BOX = new FixedFacts().with("box", "", new Vec3(1, 1, 1), 0);

  /** Adds what is known of an image of a sky. */
  public FixedFacts withSky(String file, SkyImageFact fact) {
    skies.put(file, fact);
    return this;
  }

  @Override
  public SkyImageFact skyFact(String file) {
    return skies.get(file);
  }

  /** Adds an asset of the given size that stands on z = 0, centered in x and y. */
  public FixedFacts with(String id, String category, Vec3 size, double... levelErrors) {
    Aabb bounds =
        new Aabb(
            new Vec3(-size.x() / 2, -size.y() / 2, 0),
            new Vec3(size.x() / 2, size.y() / 2, size.z()));
    List<Double> errors = new ArrayList<>();
    for (double error : levelErrors) {
      errors.add(error);
    }
    facts.put(id, new AssetFact(id, "digest of " + id, category, bounds, errors));
    surfaces.put(id, ClosedMeshes.box(bounds));
    return this;
  }

  /** Names points of an asset that is there. */
  public FixedFacts named(String id, AssetKeypoints keypoints) {
    AssetFact fact = facts.get(id);
    facts.put(
        id,
        new AssetFact(
            id,
            fact.digest(),
            fact.category(),
            fact.bounds(),
            fact.levelErrors(),
            fact.surfaces(),
            keypoints));
    return this;
  }

  /** Adds an asset of these triangles, without category. */
  public FixedFacts with(String id, MeshSurface surface) {
    surfaces.put(id, surface);
    facts.put(
        id,
        new AssetFact(
            id,
            "digest of " + id,
            "",
            surface.bounds(),
            List.of(0.0),
            SupportFinder.find(surface)));
    return this;
  }

  @Override
  public List<String> candidates(AssetReference reference) {
    List<String> ids = new ArrayList<>();
    for (AssetFact fact : facts.values()) {
      if (reference.alternatives().stream().anyMatch(each -> isOf(fact, each))) {
        ids.add(fact.id());
      }
    }
    if (ids.isEmpty()) {
      throw new DioramaException(ExitStatus.BAD_INPUT, "no asset " + reference);
    }
    return ids;
  }

  /** A model file is told by its name and its unit. */
  private static boolean isOf(AssetFact fact, AssetReference reference) {
    return reference instanceof AssetReference.CatalogEntry entry && entry.id().equals(fact.id())
        || reference instanceof AssetReference.Primitive shape && shape.shape().equals(fact.id())
        || reference instanceof AssetReference.ModelFile file
            && fact.id().equals(file.path() + " " + file.metersPerUnit())
        || reference instanceof AssetReference.AnyOf any
            && any.categories().contains(fact.category());
  }

  @Override
  public AssetFact fact(String assetId) {
    return facts.get(assetId);
  }

  /** Twelve triangles around an asset of which no more was said, whatever the level. */
  @Override
  public MeshSurface surface(String assetId, int level) {
    return surfaces.get(assetId);
  }
}
