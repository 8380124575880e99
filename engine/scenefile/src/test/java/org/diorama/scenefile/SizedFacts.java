package org.diorama.scenefile;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.diorama.core.asset.AssetFact;
import org.diorama.core.asset.AssetFacts;
import org.diorama.core.asset.LevelOfDetail;
import org.diorama.core.asset.LevelTriangles;
import org.diorama.core.asset.Mesh;
import org.diorama.core.asset.MeshSurface;
import org.diorama.core.asset.NamedSurface;
import org.diorama.core.asset.Part;
import org.diorama.core.asset.SupportRegion;
import org.diorama.core.asset.TriangleFilter;
import org.diorama.core.bvh.MeshBvhBuilder;
import org.diorama.core.math.Aabb;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Vec3;
import org.diorama.core.scene.AssetReference;
import org.diorama.core.sky.image.SkyImageFact;

/**
 * One asset for every reference: unit boxes for shapes, boxes of true size with a top for models,
 * and for every file the box around the bracket that ships.
 */
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

  private static final String FILE = "file";
  private static final Aabb BRACKET = new Aabb(Vec3.ZERO, new Vec3(0.06, 0.04, 0.04));

  /** Triangles of a box whose corners are numbered by the bits of their sides: x, y, z. */
  private static final int[] BOX = {
    0, 2, 1, 1, 2, 3, 4, 5, 6, 5, 7, 6, 0, 1, 4, 1, 5, 4, 2, 6, 3, 3, 6, 7, 0, 4, 2, 2, 4, 6, 1, 3,
    5, 3, 7, 5
  };

  @Override
  public List<String> candidates(AssetReference reference) {
    if (reference instanceof AssetReference.AnyOf any) {
      return any.categories();
    }
    if (reference instanceof AssetReference.CatalogEntry entry) {
      return List.of(category(entry.id()));
    }
    if (reference instanceof AssetReference.ModelFile) {
      return List.of(FILE);
    }
    return reference instanceof AssetReference.OneOf one
        ? one.alternatives().stream().flatMap(each -> candidates(each).stream()).toList()
        : List.of("shape");
  }

  /** Even light, without a sun. */
  @Override
  public SkyImageFact skyFact(String file) {
    return new SkyImageFact(
        "digest of " + file, LinearColor.WHITE, Optional.empty(), OptionalDouble.empty());
  }

  @Override
  public AssetFact fact(String assetId) {
    if (assetId.equals(FILE)) {
      return new AssetFact(assetId, "digest of the file", "", BRACKET, List.of(0.0));
    }
    Vec3 size = SIZES.getOrDefault(assetId, Vec3.ONE);
    Aabb bounds =
        new Aabb(
            new Vec3(-size.x() / 2, -size.y() / 2, 0),
            new Vec3(size.x() / 2, size.y() / 2, size.z()));
    boolean shape = assetId.equals("shape");
    return new AssetFact(
        assetId,
        "digest of " + assetId,
        shape ? "" : assetId,
        bounds,
        List.of(0.0),
        shape ? List.of() : List.of(top(bounds)));
  }

  private static NamedSurface top(Aabb bounds) {
    Vec3 size = bounds.max().minus(bounds.min());
    SupportRegion all =
        new SupportRegion(
            bounds.min().x(),
            bounds.min().y(),
            size.x(),
            size.y(),
            1,
            new double[] {Double.POSITIVE_INFINITY});
    return new NamedSurface("top", bounds.max().z(), all);
  }

  @Override
  public MeshSurface surface(String assetId, int level) {
    Mesh box = box(fact(assetId).bounds());
    LevelOfDetail whole = new LevelOfDetail(0, List.of(new Part(0, 0, BOX.length)));
    return new MeshSurface(
        LevelTriangles.of(box, whole), MeshBvhBuilder.build(box, whole), TriangleFilter.ALL);
  }

  private static Mesh box(Aabb bounds) {
    float[] positions = new float[3 * 8];
    for (int corner = 0; corner < 8; corner++) {
      Vec3 point = bounds.corner(corner);
      positions[3 * corner] = (float) point.x();
      positions[3 * corner + 1] = (float) point.y();
      positions[3 * corner + 2] = (float) point.z();
    }
    return new Mesh(positions, new float[3 * 8], new float[4 * 8], new float[2 * 8], BOX.clone());
  }

  private static String category(String id) {
    if (id.matches(".*(bench|bank)")) {
      return "bench";
    }
    return id.endsWith("maceta") ? "potted plant" : "person";
  }
}
