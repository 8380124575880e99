package org.diorama.reference;

import java.util.List;
import org.diorama.core.asset.LevelTriangles;
import org.diorama.core.asset.Material;
import org.diorama.core.asset.Model;
import org.diorama.core.asset.Texture;
import org.diorama.core.bvh.SceneBvhTraversal;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Vec3;
import org.diorama.core.render.Draw;
import org.diorama.core.render.ViewGeometry;
import org.diorama.core.sample.SampledMaterial;

/** Evaluates position, normal and material where a camera ray hit. One thread's own. */
final class SurfaceSampler {
  private static final Texture WHITE =
      new Texture(1, 1, false, List.of(new byte[] {-1, -1, -1, -1}));

  private final ViewGeometry geometry;
  private final PinholeCamera camera;
  private final TextureSampler textures = new TextureSampler();

  private Model model;
  private HitTriangle triangle;

  SurfaceSampler(ViewGeometry geometry) {
    this.geometry = geometry;
    this.camera = geometry.view().camera();
  }

  /** Whether light passes through what a ray hit. */
  boolean isTransparent(SceneBvhTraversal hit) {
    return isTransparent(hit.surface(), hit.triangle());
  }

  /** Likewise through a triangle of a surface. */
  boolean isTransparent(int surface, int triangle) {
    Draw draw = geometry.draws().get(surface);
    Material material = material(geometry.models().get(surface), draw, surface, triangle);
    return draw.overrides(material.name()).finish(material).isTransparent();
  }

  private Material material(Model of, Draw draw, int surface, int triangle) {
    LevelTriangles triangles = geometry.surface(surface).surface().triangles();
    int part = triangles.part(triangle);
    return of.materials().get(of.levels().get(draw.level()).parts().get(part).material());
  }

  /**
   * @param origin of the ray in the camera's frame
   */
  SurfaceSample sample(SceneBvhTraversal hit, Vec3 origin, Vec3 direction) {
    Draw draw = geometry.draws().get(hit.surface());
    model = geometry.models().get(hit.surface());
    triangle = new HitTriangle(geometry, hit);
    Material material = material(model, draw, hit.surface(), hit.triangle());
    Vec3 facing = triangle.facing(direction);
    double cosine = Math.max(0.05, -facing.dot(direction) / direction.length());
    double pixelWidth =
        hit.distance() * direction.length() / Math.min(camera.focalX(), camera.focalY()) / cosine;
    double uvPerMeter = uvPerMeter(triangle.edge1().cross(triangle.edge2()).length());
    double footprint = pixelWidth * uvPerMeter;
    Vec3 normal = HitTriangle.against(shadingNormal(material, footprint), facing.negate());
    SampledMaterial drawn = draw.overrides(material.name());
    lookUp(material.metallicRoughnessTexture(), footprint);
    double metallic = drawn.metallic().orElse(material.metallic() * textures.blue());
    double roughness = drawn.roughness().orElse(material.roughness() * textures.green());
    return new SurfaceSample(
        origin.plus(direction.times(hit.distance())),
        facing,
        normal,
        baseColor(material, drawn, footprint),
        metallic,
        roughness,
        drawn.emission().orElse(material.emittedLuminance()),
        drawn.finish(material),
        Wetted.at(
            triangle.interpolate(triangle.mesh().positions(), 3),
            draw.worldFromObject(),
            draw.instanceId()));
  }

  private LinearColor baseColor(Material material, SampledMaterial drawn, double footprint) {
    if (drawn.baseColor().isPresent()) {
      return drawn.baseColor().get();
    }
    lookUp(material.baseColorTexture(), footprint);
    LinearColor factor = material.baseColor();
    return new LinearColor(
        factor.red() * textures.red(),
        factor.green() * textures.green(),
        factor.blue() * textures.blue());
  }

  private Vec3 shadingNormal(Material material, double footprint) {
    Vec3 normal = triangle.objectNormal();
    if (material.normalTexture() != Material.NO_TEXTURE) {
      lookUp(material.normalTexture(), footprint);
      float[] tangents = triangle.mesh().tangents();
      Vec3 tangent = triangle.interpolate(tangents, 4);
      Vec3 bitangent = normal.cross(tangent).times(tangents[4 * triangle.firstVertex() + 3]);
      normal =
          tangent
              .times(2 * textures.red() - 1)
              .plus(bitangent.times(2 * textures.green() - 1))
              .plus(normal.times(2 * textures.blue() - 1));
    }
    return triangle.viewFromObject().transformNormal(normal).normalize();
  }

  /** White where there is no texture, so that it multiplies factors all the same. */
  private void lookUp(int index, double footprint) {
    Texture texture = index == Material.NO_TEXTURE ? WHITE : model.textures().get(index);
    float[] coordinates = triangle.mesh().textureCoordinates();
    double u = triangle.interpolate(coordinates, 2, 0);
    double v = triangle.interpolate(coordinates, 2, 1);
    textures.sample(texture, u, v, footprint * Math.max(texture.width(), texture.height()));
  }

  /** Root of the triangle's area in texture coordinates over its area in the world. */
  private double uvPerMeter(double twiceArea) {
    float[] uv = triangle.mesh().textureCoordinates();
    double u1 = triangle.along(1, uv, 2, 0);
    double v1 = triangle.along(1, uv, 2, 1);
    double u2 = triangle.along(2, uv, 2, 0);
    double v2 = triangle.along(2, uv, 2, 1);
    return twiceArea == 0 ? 0 : Math.sqrt(Math.abs(u1 * v2 - u2 * v1) / twiceArea);
  }
}
