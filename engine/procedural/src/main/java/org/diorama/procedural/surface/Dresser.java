package org.diorama.procedural.surface;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diorama.core.asset.Dress;
import org.diorama.core.asset.Material;
import org.diorama.core.asset.Mesh;
import org.diorama.core.asset.Model;
import org.diorama.core.asset.ModelDigest;
import org.diorama.core.asset.Texture;
import org.diorama.core.math.LinearColor;
import org.diorama.core.surface.SurfaceFinish;

/** Puts procedural surfaces on models. Safe for several threads. */
public final class Dresser {
  private static final long BUDGET = 320L << 20;

  private final SurfaceCache surfaces = new SurfaceCache(BUDGET);

  /**
   * The model with the dress's surfaces. Texture coordinates under them are periods of the surface,
   * measured in the world.
   */
  public Model dress(Model model, Dress dress) {
    List<Texture> textures = new ArrayList<>(model.textures());
    Map<Texture, Integer> places = new LinkedHashMap<>();
    List<Material> materials = new ArrayList<>();
    Mesh mesh = model.mesh();
    TextureSpace space = new TextureSpace(model, dress.scale());
    for (int i = 0; i < model.materials().size(); i++) {
      Material material = model.materials().get(i);
      Optional<Dress.Cover> cover = dress.covers().get(i);
      if (cover.isPresent()) {
        SurfaceFinish finish = cover.get().finish();
        SurfaceTextures surface = surfaces.get(finish);
        space.lay(i, Recipes.of(finish.kind()), surface.meters());
        materials.add(covered(material, cover.get(), surface, textures, places));
      } else {
        materials.add(material);
      }
    }
    Mesh laid =
        new Mesh(
            mesh.positions(),
            mesh.normals(),
            space.tangents(),
            space.textureCoordinates(),
            mesh.indices());
    return new Model(
        ModelDigest.of(model.digest(), dress),
        model.bounds(),
        laid,
        materials,
        model.partNames(),
        textures,
        model.levels(),
        model.hierarchies());
  }

  private static Material covered(
      Material material,
      Dress.Cover cover,
      SurfaceTextures surface,
      List<Texture> textures,
      Map<Texture, Integer> places) {
    LinearColor wanted = cover.color().orElse(surface.meanColor());
    LinearColor mean = surface.meanColor();
    LinearColor most = surface.brightest();
    // No texel reflects more than all light: a color too bright for that gets as near as it can.
    LinearColor factor =
        new LinearColor(
            Math.min(1, wanted.red() / mean.red() * most.red()),
            Math.min(1, wanted.green() / mean.green() * most.green()),
            Math.min(1, wanted.blue() / mean.blue() * most.blue()));
    double meanRoughness = surface.meanRoughness();
    double roughness = cover.roughness().orElse(meanRoughness);
    boolean varies = surface.roughness().isPresent();
    return new Material(
        material.name(),
        factor,
        cover.metallic().orElse(0.0),
        varies ? Math.min(1, roughness / meanRoughness) : roughness,
        material.emission(),
        place(surface.color(), textures, places),
        place(surface.normals(), textures, places),
        surface
            .roughness()
            .map(texture -> place(texture, textures, places))
            .orElse(Material.NO_TEXTURE),
        material.alphaMode(),
        material.alphaCutoff());
  }

  private static int place(Texture texture, List<Texture> textures, Map<Texture, Integer> places) {
    return places.computeIfAbsent(
        texture,
        added -> {
          textures.add(added);
          return textures.size() - 1;
        });
  }
}
