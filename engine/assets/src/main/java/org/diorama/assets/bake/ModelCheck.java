package org.diorama.assets.bake;

import java.util.List;
import org.diorama.core.asset.Finish;
import org.diorama.core.asset.LevelOfDetail;
import org.diorama.core.asset.Material;
import org.diorama.core.asset.Mesh;
import org.diorama.core.asset.MeshBounds;
import org.diorama.core.asset.MeshBvh;
import org.diorama.core.asset.Model;
import org.diorama.core.asset.Part;

/**
 * Refuses a model that a renderer could stumble over. A bake comes from a process that parses
 * hostile files, so nothing in it is believed; array sizes and vertex indices are {@link Mesh}'s
 * own checks.
 */
final class ModelCheck {
  static final int MAX_TEXTURE_SIDE = 2048;

  private ModelCheck() {}

  static void check(Model model, BakeHeader header) throws CorruptBakeException {
    Mesh mesh = model.mesh();
    require(unit(mesh.normals(), 3), "a normal is not of unit length");
    require(unit(mesh.tangents(), 4), "a tangent is not of unit length");
    for (Material material : model.materials()) {
      checkMaterial(material, model.textures().size());
    }
    require(
        header.levelErrors().size() == model.levels().size()
            && header.levelTriangles().size() == model.levels().size(),
        "header and body disagree about the levels");
    double lastError = 0;
    for (int i = 0; i < model.levels().size(); i++) {
      LevelOfDetail level = model.levels().get(i);
      require(level.error() >= lastError, "a level's error is below the finer one's");
      lastError = level.error();
      for (Part part : level.parts()) {
        checkPart(part, mesh, model);
      }
      require(
          level.triangleCount() > 0
              && level.triangleCount() == header.levelTriangles().get(i)
              && level.error() == header.levelErrors().get(i),
          "header and body disagree about a level");
      checkHierarchy(model.hierarchies().get(i), level.triangleCount());
    }
    require(
        MeshBounds.of(mesh, model.levels().get(0)).equals(model.bounds()),
        "the bounds are not those of the finest level");
  }

  static void checkTextureSize(int width, int height) throws CorruptBakeException {
    require(
        Integer.bitCount(width) == 1
            && Integer.bitCount(height) == 1
            && width > 0
            && height > 0
            && width <= MAX_TEXTURE_SIDE
            && height <= MAX_TEXTURE_SIDE,
        "a texture's sides are not powers of two up to " + MAX_TEXTURE_SIDE);
  }

  private static boolean unit(float[] vectors, int stride) {
    for (int i = 0; i < vectors.length; i += stride) {
      float x = vectors[i];
      float y = vectors[i + 1];
      float z = vectors[i + 2];
      if (Math.abs(x * x + y * y + z * z - 1) > 1e-3f) {
        return false;
      }
    }
    return true;
  }

  private static void checkMaterial(Material material, int textures) throws CorruptBakeException {
    for (int texture :
        List.of(
            material.baseColorTexture(),
            material.normalTexture(),
            material.metallicRoughnessTexture())) {
      require(
          texture >= Material.NO_TEXTURE && texture < textures, "a material's texture is missing");
    }
    for (double value :
        List.of(
            material.metallic(),
            material.roughness(),
            material.alphaCutoff(),
            material.baseColor().red(),
            material.baseColor().green(),
            material.baseColor().blue())) {
      require(value >= 0 && value <= 1, "a material's value lies outside [0, 1]");
    }
    checkFinish(material.finish());
  }

  private static void checkFinish(Finish finish) throws CorruptBakeException {
    Finish.Transmission transmission = finish.transmission();
    for (double value :
        List.of(
            finish.coat().weight(),
            finish.coat().roughness(),
            finish.sheen().color().red(),
            finish.sheen().color().green(),
            finish.sheen().color().blue(),
            finish.sheen().roughness(),
            transmission.share(),
            transmission.absorption().red(),
            transmission.absorption().green(),
            transmission.absorption().blue(),
            finish.translucency())) {
      require(value >= 0 && value <= 1, "a finish's value lies outside [0, 1]");
    }
    require(
        transmission.ior() >= 1 && transmission.ior() <= 10 && transmission.distance() > 0,
        "a refractive index or a distance of absorption is out of range");
  }

  private static void checkPart(Part part, Mesh mesh, Model model) throws CorruptBakeException {
    require(
        part.material() >= 0 && part.material() < model.materials().size(),
        "a part's material is missing");
    require(part.name() >= 0 && part.name() < model.partNames().size(), "a part's name is missing");
    require(
        part.firstIndex() >= 0
            && part.indexCount() >= 0
            && part.firstIndex() % 3 == 0
            && part.indexCount() % 3 == 0
            && (long) part.firstIndex() + part.indexCount() <= mesh.indices().length,
        "a part lies outside the indices");
  }

  private static void checkHierarchy(MeshBvh bvh, int triangles) throws CorruptBakeException {
    int nodes = bvh.nodeCount();
    require(
        nodes > 0 && bvh.links().length == 2 * nodes && bvh.bounds().length == 6 * nodes,
        "a hierarchy's arrays disagree");
    require(bvh.order().length == triangles, "a hierarchy misses triangles");
    boolean[] seen = new boolean[triangles];
    for (int triangle : bvh.order()) {
      require(triangle >= 0 && triangle < triangles && !seen[triangle], "a hierarchy's order");
      seen[triangle] = true;
    }
    int[] depth = new int[nodes];
    for (int node = 0; node < nodes; node++) {
      int first = bvh.links()[2 * node];
      int second = bvh.links()[2 * node + 1];
      require(depth[node] <= MeshBvh.MAX_DEPTH, "a hierarchy is too deep");
      if (second < 0) {
        require(first >= 0 && (long) first - second <= triangles, "a leaf lies outside the order");
      } else {
        require(
            first > node && second > node && first < nodes && second < nodes && first != second,
            "a hierarchy's links");
        depth[first] = Math.max(depth[first], depth[node] + 1);
        depth[second] = Math.max(depth[second], depth[node] + 1);
      }
    }
  }

  private static void require(boolean condition, String message) throws CorruptBakeException {
    if (!condition) {
      throw new CorruptBakeException(message);
    }
  }
}
