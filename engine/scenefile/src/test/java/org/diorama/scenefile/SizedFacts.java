package org.diorama.scenefile;

import java.util.List;
import java.util.Map;
import org.diorama.core.asset.AssetFact;
import org.diorama.core.asset.AssetFacts;
import org.diorama.core.asset.MeshSurface;
import org.diorama.core.math.Aabb;
import org.diorama.core.math.Vec3;
import org.diorama.core.scene.AssetReference;

/** One asset for every reference: unit boxes for shapes, boxes of true size for models. */
final class SizedFacts implements AssetFacts {
  private static final Map<String, Vec3> SIZES =
      Map.of(
          "person", new Vec3(0.6, 0.5, 1.85),
          "bicycle", new Vec3(0.5, 1.5, 0.85),
          "car", new Vec3(2.1, 4.7, 1.6),
          "bus", new Vec3(2.8, 14.1, 3.7),
          "bench", new Vec3(2, 1, 1),
          "dog", new Vec3(0.4, 0.85, 0.75),
          "potted plant", new Vec3(0.6, 0.65, 0.6));

  @Override
  public List<String> candidates(AssetReference reference) {
    if (reference instanceof AssetReference.AnyOf any) {
      return any.categories();
    }
    if (reference instanceof AssetReference.CatalogEntry entry) {
      return List.of(category(entry.id()));
    }
    return reference instanceof AssetReference.OneOf one
        ? one.alternatives().stream().flatMap(each -> candidates(each).stream()).toList()
        : List.of("shape");
  }

  @Override
  public AssetFact fact(String assetId) {
    Vec3 size = SIZES.getOrDefault(assetId, Vec3.ONE);
    Aabb bounds =
        new Aabb(
            new Vec3(-size.x() / 2, -size.y() / 2, 0),
            new Vec3(size.x() / 2, size.y() / 2, size.z()));
    String category = assetId.equals("shape") ? "" : assetId;
    return new AssetFact(assetId, "digest of " + assetId, category, bounds, List.of(0.0));
  }

  @Override
  public MeshSurface surface(String assetId, int level) {
    throw new UnsupportedOperationException("reading a scene asks for no geometry: " + assetId);
  }

  private static String category(String id) {
    if (id.matches(".*(bench|bank)")) {
      return "bench";
    }
    return id.endsWith("maceta") ? "potted plant" : "person";
  }
}
