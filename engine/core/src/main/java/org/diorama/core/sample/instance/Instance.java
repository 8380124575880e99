package org.diorama.core.sample.instance;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diorama.core.asset.AssetFact;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Vec3;
import org.diorama.core.random.DrawSite;
import org.diorama.core.sample.SampledMaterial;
import org.diorama.core.sample.motion.Motion;
import org.diorama.core.scene.LabelChoice;
import org.diorama.core.scene.ObjectDescription;

/** One instance while its frame is being decided. Moving it moves what stands in its frame. */
public final class Instance {
  private final ObjectDescription object;
  private final int index;
  private final DrawSite site;
  private final Optional<Instance> parent;
  private final Optional<AssetFact> asset;
  private final Vec3 scale;
  private final SampledMaterial material;
  private Motion motion;
  private Affine3 parentFromAxes;

  /** Given; else the one that fits. */
  private Optional<Integer> level = Optional.empty();

  /** Given in one piece: the product of pose and scale would round. */
  private Optional<Affine3> parentFromObject = Optional.empty();

  /**
   * @param index its number among its siblings of the same group
   * @param site tells it from all instances of its group: see {@link #site()}
   * @param asset nothing for a mere frame
   * @param motion in the parent's frame
   * @param parentFromAxes where it was placed: rigid, in the parent's frame, or the world where
   *     there is none
   */
  public Instance(
      ObjectDescription object,
      int index,
      DrawSite site,
      Optional<Instance> parent,
      Optional<AssetFact> asset,
      Vec3 scale,
      SampledMaterial material,
      Motion motion,
      Affine3 parentFromAxes) {
    this.object = object;
    this.index = index;
    this.site = site;
    this.parent = parent;
    this.asset = asset;
    this.scale = scale;
    this.material = material;
    this.motion = motion;
    this.parentFromAxes = parentFromAxes;
  }

  /**
   * One whose pose and scale are given.
   *
   * @param parentFromObject with perpendicular axes, not mirrored
   */
  public static Instance exact(
      ObjectDescription object,
      DrawSite site,
      Optional<Instance> parent,
      Optional<AssetFact> asset,
      SampledMaterial material,
      Motion motion,
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
            motion,
            Affine3.ofColumns(
                x.normalize(), y.normalize(), z.normalize(), parentFromObject.translation()));
    instance.parentFromObject = Optional.of(parentFromObject);
    return instance;
  }

  /**
   * Ids of the instances that are drawn: from 1, in their order; parts have that of the whole.
   *
   * @param instances parents before children
   */
  public static Map<Instance, Integer> numbers(List<Instance> instances) {
    Map<Instance, Integer> numbers = new LinkedHashMap<>(2 * instances.size());
    int last = 0;
    for (Instance instance : instances) {
      if (instance.asset().isPresent()) {
        Optional<Instance> whole = instance.isPart() ? instance.drawnParent() : Optional.empty();
        numbers.put(instance, whole.map(numbers::get).orElse(last + 1));
        last = Math.max(last, numbers.get(instance));
      }
    }
    return numbers;
  }

  /** Whether it is labelled as a part of the instance it stands in. */
  public boolean isPart() {
    return object.label() instanceof LabelChoice.Parent;
  }

  /** The nearest instance that is drawn and in whose frame it stands. */
  public Optional<Instance> drawnParent() {
    Optional<Instance> above = parent;
    while (above.isPresent() && above.get().asset().isEmpty()) {
      above = above.get().parent();
    }
    return above;
  }

  public ObjectDescription object() {
    return object;
  }

  public int index() {
    return index;
  }

  /** What keys its draws. */
  public DrawSite site() {
    return site;
  }

  public Optional<Instance> parent() {
    return parent;
  }

  public Optional<AssetFact> asset() {
    return asset;
  }

  /** Factors along the asset's axes; they apply to the asset alone, not to children. */
  public Vec3 scale() {
    return scale;
  }

  public SampledMaterial material() {
    return material;
  }

  /** Rigid: the frame that children stand in, when everything stands where it was placed. */
  public Affine3 worldFromAxes() {
    return worldFromAxes(0);
  }

  /** The same later, or earlier, in seconds since then. */
  public Affine3 worldFromAxes(double seconds) {
    Affine3 pose = motion.at(parentFromAxes, seconds);
    return parent.map(present -> present.worldFromAxes(seconds).times(pose)).orElse(pose);
  }

  /** Whether it moves, by itself or with its parents. */
  public boolean moves() {
    return !motion.isStill() || parent.filter(Instance::moves).isPresent();
  }

  public Affine3 worldFromObject() {
    return worldFromObject(0);
  }

  /** The same later, or earlier, in seconds since it was placed. */
  public Affine3 worldFromObject(double seconds) {
    if (parentFromObject.isPresent() && (seconds == 0 || motion.isStill())) {
      Affine3 given = parentFromObject.get();
      return parent.map(present -> present.worldFromAxes(seconds).times(given)).orElse(given);
    }
    return worldFromAxes(seconds).times(Affine3.scaling(scale));
  }

  /** The pose relative to the parent, or to the world where there is none. */
  public Affine3 parentFromAxes() {
    return parentFromAxes;
  }

  /**
   * @param pose rigid, as {@link #parentFromAxes()}
   */
  public void moveTo(Affine3 pose) {
    parentFromAxes = pose;
    parentFromObject = Optional.empty();
  }

  /** The level of detail that was given for it. */
  public Optional<Integer> level() {
    return level;
  }

  public void detail(Optional<Integer> given) {
    level = given;
  }

  /** How it moves in its parent's frame. */
  public Motion motion() {
    return motion;
  }

  /** Its pose with scale in its parent's frame at 0 s, where it was given in one piece. */
  public Optional<Affine3> parentFromObject() {
    return parentFromObject;
  }

  /** From now on it moves so, from the pose it has at 0 s. */
  public void moveBy(Motion decided) {
    motion = decided;
  }

  /** Instances are equal where they are the same one. Its site spares the search for a number. */
  @Override
  public int hashCode() {
    return 31 * object.path().hashCode() + site.hashCode();
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }
}
