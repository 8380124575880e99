package org.diorama.core.irradiance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.diorama.core.asset.AssetStore;
import org.diorama.core.asset.Finish;
import org.diorama.core.asset.LevelTriangles;
import org.diorama.core.asset.Material;
import org.diorama.core.asset.MeshSurface;
import org.diorama.core.asset.Model;
import org.diorama.core.asset.Part;
import org.diorama.core.asset.Texture;
import org.diorama.core.bvh.PlacedSurface;
import org.diorama.core.bvh.SceneBvh;
import org.diorama.core.bvh.SceneBvhTraversal;
import org.diorama.core.glass.GlassCrossing;
import org.diorama.core.light.LobeAlbedo;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Vec3;
import org.diorama.core.render.Draw;
import org.diorama.core.sample.SampledMaterial;

/** A job's surfaces relative to an origin, and their mean colors. */
final class SceneSurfaces {
  /** Step behind a pane, as a share of the way to it, which is at least a meter. */
  private static final double PAST = 1e-6;

  private final List<Draw> draws;
  private final SceneBvh scene;
  private final List<List<Look>> looks = new ArrayList<>();

  /**
   * What a part's material throws back on average, and gives of its own in cd/m².
   *
   * @param color base color, linear: what it tints light with that passes
   */
  record Look(
      LinearColor albedo, LinearColor emission, LinearColor color, double metallic, Finish finish) {
    boolean isTransparent() {
      return finish.isTransparent();
    }
  }

  SceneSurfaces(List<Draw> jobDraws, Vec3 origin, AssetStore assets) {
    Affine3 here = Affine3.translation(origin.negate());
    draws = jobDraws.stream().sorted(Comparator.comparingInt(Draw::instanceId)).toList();
    List<PlacedSurface> surfaces = new ArrayList<>();
    for (Draw draw : draws) {
      Model model = assets.model(draw.assetId(), draw.assetDigest());
      surfaces.add(
          new PlacedSurface(
              here.times(draw.worldFromObject()), MeshSurface.of(model, draw.level())));
    }
    scene = new SceneBvh(surfaces);
  }

  SceneBvh scene() {
    return scene;
  }

  /** Reads the materials, which rays need only where light is traced. */
  void look(AssetStore assets) {
    for (Draw draw : draws) {
      Model model = draw.model(assets);
      List<Look> ofParts = new ArrayList<>();
      for (Part part : model.levels().get(draw.level()).parts()) {
        ofParts.add(look(model, model.materials().get(part.material()), draw));
      }
      looks.add(ofParts);
    }
  }

  private static Look look(Model model, Material material, Draw draw) {
    SampledMaterial drawn = draw.overrides(material.name());
    LinearColor color =
        drawn
            .baseColor()
            .orElseGet(() -> material.baseColor().times(mean(model, material.baseColorTexture())));
    double metallic = drawn.metallic().orElse(material.metallic());
    return new Look(
        thrownBack(color, metallic, drawn.roughness().orElse(material.roughness())),
        drawn.emission().orElse(material.emittedLuminance()),
        color,
        metallic,
        drawn.finish(material));
  }

  /** As if all of it were matte: what the lobe mirrors goes to all sides, too. */
  private static LinearColor thrownBack(LinearColor color, double metallic, double roughness) {
    double mirrored = (1 - metallic) * LobeAlbedo.of(roughness);
    return color.times(1 - mirrored).plus(LinearColor.WHITE.times(mirrored));
  }

  /** Of the coarsest level, which is that of all the texture. */
  private static LinearColor mean(Model model, int index) {
    if (index == Material.NO_TEXTURE) {
      return LinearColor.WHITE;
    }
    Texture texture = model.textures().get(index);
    byte[] texels = texture.levels().get(texture.levels().size() - 1);
    LinearColor sum = LinearColor.BLACK;
    for (int at = 0; at < texels.length; at += 4) {
      double red = (texels[at] & 0xff) / 255.0;
      double green = (texels[at + 1] & 0xff) / 255.0;
      double blue = (texels[at + 2] & 0xff) / 255.0;
      sum =
          sum.plus(
              texture.srgb()
                  ? LinearColor.ofSrgb(red, green, blue)
                  : new LinearColor(red, green, blue));
    }
    return sum.times(4.0 / texels.length);
  }

  /**
   * The first surface that a ray meets, if there is any; rays go straight through what is
   * transparent. Materials must have been read.
   *
   * @param far multiple of the direction where the ray ends
   */
  boolean closest(SceneBvhTraversal ray, Vec3 origin, Vec3 direction, double far) {
    double near = 0;
    while (ray.closest(scene, origin, direction, near, far)) {
      if (!look(ray).isTransparent()) {
        return true;
      }
      near = ray.distance() + PAST * (1 + ray.distance());
    }
    return false;
  }

  /** Whether any surface is in a ray's way; otherwise as {@link #closest}. */
  boolean isBlocked(SceneBvhTraversal ray, Vec3 origin, Vec3 direction, double far) {
    return ray.any(scene, origin, direction, 0, far) && closest(ray, origin, direction, far);
  }

  /**
   * Likewise, and gathers the glass that a ray passes.
   *
   * @param direction unit vector
   * @param glass by rising distance; what it held is dropped
   */
  boolean closest(
      SceneBvhTraversal ray, Vec3 origin, Vec3 direction, double far, List<GlassCrossing> glass) {
    glass.clear();
    double near = 0;
    while (ray.closest(scene, origin, direction, near, far)) {
      Look look = look(ray);
      if (!look.isTransparent()) {
        return true;
      }
      double cosine = Math.min(1, Math.abs(normal(ray).dot(direction)));
      glass.add(
          new GlassCrossing(
              ray.surface(),
              ray.distance(),
              Math.max(1e-3, cosine),
              look.color(),
              look.metallic(),
              look.finish()));
      near = ray.distance() + PAST * (1 + ray.distance());
    }
    return false;
  }

  /**
   * Share of a light that reaches a point, past glass that is in its way.
   *
   * @param direction unit vector to the light
   * @param far meters to the light
   */
  LinearColor transmitted(SceneBvhTraversal ray, Vec3 origin, Vec3 direction, double far) {
    if (!ray.any(scene, origin, direction, 0, far)) {
      return LinearColor.WHITE;
    }
    List<GlassCrossing> glass = new ArrayList<>();
    return closest(ray, origin, direction, far, glass)
        ? LinearColor.BLACK
        : GlassCrossing.transmitted(glass);
  }

  /** Of what the traversal's ray hit. */
  Look look(SceneBvhTraversal hit) {
    LevelTriangles triangles = scene.surfaces().get(hit.surface()).surface().triangles();
    return looks.get(hit.surface()).get(triangles.part(hit.triangle()));
  }

  /** Unit normal of the triangle that a ray hit, on the side that the ray came from. */
  Vec3 facing(SceneBvhTraversal hit, Vec3 direction) {
    Vec3 normal = normal(hit);
    return normal.dot(direction) > 0 ? normal.negate() : normal;
  }

  /** Whether a ray hit a triangle from behind, as every ray from within a solid does. */
  boolean isBehind(SceneBvhTraversal hit, Vec3 direction) {
    return normal(hit).dot(direction) > 0;
  }

  private Vec3 normal(SceneBvhTraversal hit) {
    PlacedSurface placed = scene.surfaces().get(hit.surface());
    LevelTriangles triangles = placed.surface().triangles();
    Vec3 corner = triangles.corner(hit.triangle(), 0);
    Vec3 edge1 = triangles.corner(hit.triangle(), 1).minus(corner);
    Vec3 edge2 = triangles.corner(hit.triangle(), 2).minus(corner);
    Affine3 map = placed.sceneFromObject();
    return map.transformDirection(edge1).cross(map.transformDirection(edge2)).normalize();
  }
}
