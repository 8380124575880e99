package org.diorama.reference;

import org.diorama.core.asset.Material;
import org.diorama.core.asset.Model;
import org.diorama.core.asset.Texture;
import org.diorama.core.bvh.SceneBvhTraversal;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Vec3;
import org.diorama.core.render.Channel;
import org.diorama.core.render.Draw;
import org.diorama.core.render.ViewGeometry;
import org.diorama.core.sample.SampledMaterial;

/** What the planes of normal, albedo and part show of a surface. One thread's own. */
final class LabelSampler {
  private final ViewGeometry geometry;
  private final ViewPlanes planes;
  private final PinholeCamera camera;
  private final TextureSampler textures = new TextureSampler();

  LabelSampler(ViewGeometry geometry, ViewPlanes planes) {
    this.geometry = geometry;
    this.planes = planes;
    this.camera = geometry.view().camera();
  }

  /** Writes those planes that are wanted. */
  void surface(int pixel, Vec3 direction, SceneBvhTraversal hit) {
    if (!planes.wantsAnyOf(Channel.NORMAL, Channel.ALBEDO, Channel.PART)) {
      return;
    }
    HitTriangle triangle = new HitTriangle(geometry, hit);
    planes.part(pixel, 1 + triangle.part());
    if (planes.wantsAnyOf(Channel.NORMAL)) {
      planes.normal(pixel, normal(triangle, direction));
    }
    if (planes.wantsAnyOf(Channel.ALBEDO)) {
      planes.albedo(pixel, albedo(triangle, direction, hit.surface()));
    }
  }

  void background(int pixel) {
    planes.part(pixel, 0);
    planes.normal(pixel, Vec3.ZERO);
    planes.noAlbedo(pixel);
  }

  private static Vec3 normal(HitTriangle triangle, Vec3 direction) {
    Vec3 facing = triangle.facing(direction);
    Vec3 inObject = triangle.objectNormal();
    if (inObject.dot(inObject) <= 1e-8) {
      return facing;
    }
    Vec3 normal = triangle.viewFromObject().transformNormal(inObject).normalize();
    return HitTriangle.against(normal, facing.negate());
  }

  private LinearColor albedo(HitTriangle triangle, Vec3 direction, int surface) {
    Draw draw = geometry.draws().get(surface);
    Model model = geometry.models().get(surface);
    int index = model.levels().get(draw.level()).parts().get(triangle.part()).material();
    Material material = model.materials().get(index);
    SampledMaterial drawn = draw.overrides(material.name());
    LinearColor factor = drawn.baseColor().orElse(material.baseColor());
    if (drawn.baseColor().isPresent() || material.baseColorTexture() == Material.NO_TEXTURE) {
      return factor;
    }
    Texture texture = model.textures().get(material.baseColorTexture());
    float[] coordinates = triangle.mesh().textureCoordinates();
    double footprint =
        Math.max(
            step(triangle, texture, direction, new Vec3(1 / camera.focalX(), 0, 0)),
            step(triangle, texture, direction, new Vec3(0, 1 / camera.focalY(), 0)));
    textures.trilinear(
        texture,
        triangle.interpolate(coordinates, 2, 0),
        triangle.interpolate(coordinates, 2, 1),
        footprint);
    return new LinearColor(
        factor.red() * textures.red(),
        factor.green() * textures.green(),
        factor.blue() * textures.blue());
  }

  /**
   * Texels of level 0 by which the look-up moves per pixel. The hit's weights are ratios of linear
   * functions of the ray: quotient rule.
   *
   * @param change of the ray's direction per pixel
   */
  private static double step(HitTriangle triangle, Texture texture, Vec3 direction, Vec3 change) {
    Vec3 normal = triangle.edge1().cross(triangle.edge2());
    double along = direction.dot(normal);
    if (along == 0) {
      return 0;
    }
    Vec3 second = triangle.edge2().cross(triangle.corner());
    Vec3 third = triangle.corner().cross(triangle.edge1());
    double weight1 = (change.dot(second) - triangle.weight1() * change.dot(normal)) / along;
    double weight2 = (change.dot(third) - triangle.weight2() * change.dot(normal)) / along;
    float[] uv = triangle.mesh().textureCoordinates();
    double u = weight1 * triangle.along(1, uv, 2, 0) + weight2 * triangle.along(2, uv, 2, 0);
    double v = weight1 * triangle.along(1, uv, 2, 1) + weight2 * triangle.along(2, uv, 2, 1);
    return Math.hypot(u * texture.width(), v * texture.height());
  }
}
