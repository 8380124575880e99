package org.diorama.core.sample;

import java.util.Optional;
import org.diorama.core.asset.AssetFact;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Vec3;
import org.diorama.core.random.DrawSite;
import org.diorama.core.scene.ObjectDescription;

/** One instance while its frame is being decided. Moving it moves what stands in its frame. */
final class Instance {
  private final ObjectDescription object;
  private final int index;
  private final DrawSite site;
  private final Optional<Instance> parent;
  private final Optional<AssetFact> asset;
  private final Vec3 scale;
  private final SampledMaterial material;
  private Affine3 parentFromAxes;

  /** Given in one piece: the product of pose and scale would round. */
  private Optional<Affine3> parentFromObject = Optional.empty();

  /**
   * @param index its number among its siblings of the same group
   * @param site tells it from all instances of its group: see {@link #site()}
   * @param asset nothing for a mere frame
   * @param parentFromAxes rigid; from the parent's frame, or the world where there is none
   */
  Instance(
      ObjectDescription object,
      int index,
      DrawSite site,
      Optional<Instance> parent,
      Optional<AssetFact> asset,
      Vec3 scale,
      SampledMaterial material,
      Affine3 parentFromAxes) {
    this.object = object;
    this.index = index;
    this.site = site;
    this.parent = parent;
    this.asset = asset;
    this.scale = scale;
    this.material = material;
    this.parentFromAxes = parentFromAxes;
  }

  /**
   * One whose pose and scale are given.
   *
   * @param parentFromObject with perpendicular axes, not mirrored
   */
  static Instance exact(
      ObjectDescription object,
      DrawSite site,
      Optional<Instance> parent,
      Optional<AssetFact> asset,
      SampledMaterial material,
      Affine3 parentFromObject) {
    Vec3 x = parentFromObject.transformDirection(Vec3.UNIT_X);
    Vec3 y = parentFromObject.transformDirection(Vec3.UNIT_Y);
    Vec3 z = parentFromObject.transformDirection(Vec3.UNIT_Z);
    Instance instance =
        new Instance(
            object,
            site.index(),
            site,
            parent,
            asset,
            new Vec3(x.length(), y.length(), z.length()),
            material,
            Affine3.ofColumns(
                x.normalize(), y.normalize(), z.normalize(), parentFromObject.translation()));
    instance.parentFromObject = Optional.of(parentFromObject);
    return instance;
  }

  ObjectDescription object() {
    return object;
  }

  int index() {
    return index;
  }

  /** What keys its draws. */
  DrawSite site() {
    return site;
  }

  Optional<Instance> parent() {
    return parent;
  }

  Optional<AssetFact> asset() {
    return asset;
  }

  /** Factors along the asset's axes; they apply to the asset alone, not to children. */
  Vec3 scale() {
    return scale;
  }

  SampledMaterial material() {
    return material;
  }

  /** Rigid: the frame that children stand in. */
  Affine3 worldFromAxes() {
    return parent
        .map(present -> present.worldFromAxes().times(parentFromAxes))
        .orElse(parentFromAxes);
  }

  Affine3 worldFromObject() {
    return parentFromObject
        .map(given -> parent.map(present -> present.worldFromAxes().times(given)).orElse(given))
        .orElseGet(() -> worldFromAxes().times(Affine3.scaling(scale)));
  }

  /** The pose relative to the parent, or to the world where there is none. */
  Affine3 parentFromAxes() {
    return parentFromAxes;
  }

  /**
   * @param pose rigid, as {@link #parentFromAxes()}
   */
  void moveTo(Affine3 pose) {
    parentFromAxes = pose;
    parentFromObject = Optional.empty();
  }
}
