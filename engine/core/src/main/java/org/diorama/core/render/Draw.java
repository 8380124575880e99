package org.diorama.core.render;

import java.util.Optional;
import org.diorama.core.asset.AssetStore;
import org.diorama.core.asset.Dress;
import org.diorama.core.asset.Model;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Vec3;
import org.diorama.core.sample.FrameInstant;
import org.diorama.core.sample.SampledMaterial;
import org.diorama.core.sample.SampledNode;

/**
 * One model to draw.
 *
 * @param instanceId 1 to {@link SampledNode#MAX_INSTANCE_ID}; draws that share it are one instance,
 *     whatever they show
 * @param level of detail
 * @param worldFromObject double precision
 */
public record Draw(
    int instanceId,
    String assetId,
    String assetDigest,
    int level,
    Affine3 worldFromObject,
    SampledMaterial material) {
  /** Scales of patterns are rounded to it: turned axes have lengths that differ in last bits. */
  private static final double SCALE_STEP = 1e-5;

  /**
   * What decides the model that {@link #model} gives: equal keys, equal models.
   *
   * @param scale of its axes in the world, where it has a surface
   * @param material where it has a surface
   */
  public record ModelKey(
      String assetDigest, Optional<Vec3> scale, Optional<SampledMaterial> material) {}

  /** Of a node where it stands at an instant. */
  public static Draw of(SampledNode node, FrameInstant instant) {
    return new Draw(
        node.instanceId(),
        node.assetId(),
        node.assetDigest(),
        node.level(),
        node.worldFromObject().at(instant),
        node.material());
  }

  /** The same elsewhere. */
  public Draw at(Affine3 pose) {
    return new Draw(instanceId, assetId, assetDigest, level, pose, material);
  }

  /** The same in another material. */
  public Draw with(SampledMaterial other) {
    return new Draw(instanceId, assetId, assetDigest, level, worldFromObject, other);
  }

  public ModelKey modelKey() {
    return material.isSurfaced()
        ? new ModelKey(assetDigest, Optional.of(scale()), Optional.of(material))
        : new ModelKey(assetDigest, Optional.empty(), Optional.empty());
  }

  private Vec3 scale() {
    return new Vec3(scale(Vec3.UNIT_X), scale(Vec3.UNIT_Y), scale(Vec3.UNIT_Z));
  }

  private double scale(Vec3 axis) {
    double length = worldFromObject.transformDirection(axis).length();
    return Math.max(1, Math.rint(length / SCALE_STEP)) * SCALE_STEP;
  }

  /**
   * The model to draw, in its surfaces. Vertices, triangles and levels are those of the asset.
   *
   * @throws org.diorama.core.DioramaException BAD_INPUT where the asset is not the one that the
   *     frame was decided for
   */
  public Model model(AssetStore assets) {
    Model model = assets.model(assetId, assetDigest);
    if (!material.isSurfaced()) {
      return model;
    }
    return assets.dress(
        model,
        new Dress(
            scale(),
            model.materials().stream().map(each -> cover(material.of(each.name()))).toList()));
  }

  private static Optional<Dress.Cover> cover(SampledMaterial own) {
    return own.surface()
        .map(finish -> new Dress.Cover(finish, own.baseColor(), own.metallic(), own.roughness()));
  }

  /** What still changes the material of a name in {@link #model}. */
  public SampledMaterial overrides(String materialName) {
    return material.onModel(materialName);
  }
}
