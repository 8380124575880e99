package org.diorama.core.scene;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.diorama.core.math.Rotation;

/**
 * A group of like instances.
 *
 * @param name its key in the scene, below its parents' keys, such as {@code shelf.facing}
 * @param path where it stands in the scene, such as {@code objects.shelf.children.facing}; part of
 *     every random path below it
 * @param asset what an instance is made of; nothing for a mere frame that children stand in
 * @param count how many instances a frame has, for each instance of the parent; nothing where they
 *     fill all places of the placement
 * @param attachment the instance in whose frame they stand; objects without a parent only
 * @param yaw degrees about the parent's (or the world's) +Z, counter-clockwise seen from above
 * @param pitch degrees about the object's own +Y after yaw
 * @param roll degrees about the object's own +X after pitch
 * @param rotation from the object's axes to the parent's (or the world's), in place of the three
 *     angles; nothing where they hold
 * @param scale factors along the asset's axes; children do not take part in it
 * @param furnishing what its instances offer to others that stand in their frames
 * @param children groups that stand in the frame of each instance
 * @param targets what its instances shall look like in the image
 * @param motion how its instances move; nothing for those that stand still
 * @param settling how its instances fall; nothing for those that stay where they were placed
 * @param keypoints named points in the asset's space, meters, in place of those of its asset
 * @param skeleton which of them belong together
 */
public record ObjectDescription(
    String name,
    String path,
    Optional<AssetReference> asset,
    Optional<Parameter<Double>> count,
    Optional<Attachment> attachment,
    Placement placement,
    Parameter<Double> yaw,
    Parameter<Double> pitch,
    Parameter<Double> roll,
    Optional<Parameter<Rotation>> rotation,
    VectorParameter scale,
    LabelChoice label,
    MaterialDescription material,
    Furnishing furnishing,
    List<ObjectDescription> children,
    TargetDescription targets,
    Optional<MotionDescription> motion,
    Optional<SettleDescription> settling,
    List<NamedPoint> keypoints,
    List<Bone> skeleton) {
  public ObjectDescription {
    keypoints = List.copyOf(keypoints);
    skeleton = List.copyOf(skeleton);
    children = List.copyOf(children);
  }

  /** A group without children, targets, motion and physics. */
  public ObjectDescription(
      String name,
      String path,
      AssetReference asset,
      Parameter<Double> count,
      Placement placement,
      Parameter<Double> yaw,
      Parameter<Double> pitch,
      Parameter<Double> roll,
      VectorParameter scale,
      LabelChoice label,
      MaterialDescription material) {
    this(
        name,
        path,
        Optional.of(asset),
        Optional.of(count),
        Optional.empty(),
        placement,
        yaw,
        pitch,
        roll,
        Optional.empty(),
        scale,
        label,
        material,
        Furnishing.NONE,
        List.of(),
        TargetDescription.NONE,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of());
  }

  /** This group and all below it, parents first. */
  public Stream<ObjectDescription> withDescendants() {
    return Stream.concat(
        Stream.of(this), children.stream().flatMap(ObjectDescription::withDescendants));
  }

  /** The same with some parts changed. */
  public Builder toBuilder() {
    return new Builder(this);
  }

  /** Collects the parts of one; parts that are not set stay as they are. */
  public static final class Builder {
    private String name;
    private String path;
    private Optional<AssetReference> asset;
    private Optional<Parameter<Double>> count;
    private Optional<Attachment> attachment;
    private Placement placement;
    private Parameter<Double> yaw;
    private Parameter<Double> pitch;
    private Parameter<Double> roll;
    private Optional<Parameter<Rotation>> rotation;
    private VectorParameter scale;
    private LabelChoice label;
    private MaterialDescription material;
    private Furnishing furnishing;
    private List<ObjectDescription> children;
    private TargetDescription targets;
    private Optional<MotionDescription> motion;
    private Optional<SettleDescription> settling;
    private List<NamedPoint> keypoints;
    private List<Bone> skeleton;

    private Builder(ObjectDescription from) {
      name = from.name;
      path = from.path;
      asset = from.asset;
      count = from.count;
      attachment = from.attachment;
      placement = from.placement;
      yaw = from.yaw;
      pitch = from.pitch;
      roll = from.roll;
      rotation = from.rotation;
      scale = from.scale;
      label = from.label;
      material = from.material;
      furnishing = from.furnishing;
      children = from.children;
      targets = from.targets;
      motion = from.motion;
      settling = from.settling;
      keypoints = from.keypoints;
      skeleton = from.skeleton;
    }

    public Builder name(String value) {
      name = value;
      return this;
    }

    public Builder path(String value) {
      path = value;
      return this;
    }

    public Builder asset(Optional<AssetReference> value) {
      asset = value;
      return this;
    }

    public Builder count(Parameter<Double> value) {
      count = Optional.of(value);
      return this;
    }

    /** As many as the placement has places. */
    public Builder countOfPlaces() {
      count = Optional.empty();
      return this;
    }

    public Builder attachment(Optional<Attachment> value) {
      attachment = value;
      return this;
    }

    public Builder furnishing(Furnishing value) {
      furnishing = value;
      return this;
    }

    public Builder placement(Placement value) {
      placement = value;
      return this;
    }

    public Builder yaw(Parameter<Double> value) {
      yaw = value;
      return this;
    }

    public Builder pitch(Parameter<Double> value) {
      pitch = value;
      return this;
    }

    public Builder roll(Parameter<Double> value) {
      roll = value;
      return this;
    }

    public Builder rotation(Optional<Parameter<Rotation>> value) {
      rotation = value;
      return this;
    }

    public Builder scale(VectorParameter value) {
      scale = value;
      return this;
    }

    public Builder label(LabelChoice value) {
      label = value;
      return this;
    }

    public Builder material(MaterialDescription value) {
      material = value;
      return this;
    }

    public Builder children(List<ObjectDescription> value) {
      children = value;
      return this;
    }

    public Builder targets(TargetDescription value) {
      targets = value;
      return this;
    }

    public Builder motion(Optional<MotionDescription> value) {
      motion = value;
      return this;
    }

    public Builder settling(Optional<SettleDescription> value) {
      settling = value;
      return this;
    }

    public Builder keypoints(List<NamedPoint> value) {
      keypoints = value;
      return this;
    }

    public Builder skeleton(List<Bone> value) {
      skeleton = value;
      return this;
    }

    public ObjectDescription build() {
      return new ObjectDescription(
          name,
          path,
          asset,
          count,
          attachment,
          placement,
          yaw,
          pitch,
          roll,
          rotation,
          scale,
          label,
          material,
          furnishing,
          children,
          targets,
          motion,
          settling,
          keypoints,
          skeleton);
    }
  }
}
